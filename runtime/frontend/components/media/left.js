/** How much time is left, for what ends by itself. */
import { el, translate } from "../../core/component.js";
import { clock } from "./sound.js";

export class TimeLeft {
    #end = 0;
    #whole = 0;
    #timer = 0;

    constructor() {
        this.bar = el("progress", { max: 1, "aria-label": "Time left" });
        this.words = el("span", { class: "count" });
        this.element = el("span", { class: "time-left", hidden: true }, this.bar, this.words);
    }

    /** @param {number | null} seconds Until the end; null when there is none. */
    show(seconds) {
        this.element.hidden = seconds === null;
        if (seconds === null) return this.close();
        this.#end = performance.now() + seconds * 1000;
        this.#whole = Math.max(this.#whole, seconds);
        if (!this.#timer) this.#timer = setInterval(() => this.#draw(), 250);
        this.#draw();
    }

    #draw() {
        const left = Math.max(0, (this.#end - performance.now()) / 1000);
        this.bar.value = this.#whole ? left / this.#whole : 0;
        this.words.textContent = translate("{time} left", { time: clock(Math.ceil(left)) });
    }

    close() {
        clearInterval(this.#timer);
        this.#timer = this.#whole = 0;
        this.element.hidden = true;
    }
}
