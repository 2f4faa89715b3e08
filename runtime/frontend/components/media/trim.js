/** Choosing a part of a sound, between two handles on its picture. */
/** @import { Player } from "./player.js" */
import { el, translate } from "../../core/component.js";
import { clock, decode, toWav } from "./sound.js";

/** No shorter part can be chosen, in seconds. */
const LEAST = 0.01;

export class Trim {
    /**
     * @param {Player} player
     * @param {(file: File) => void} done With the part, as a WAV file.
     * @param {() => void} closed
     */
    constructor(player, done, closed) {
        const { duration } = player;
        this.player = player;
        this.done = done;
        this.closed = closed;
        this.from = this.#handle("Drag to adjust start time", duration * 0.1);
        this.to = this.#handle("Drag to adjust end time", duration * 0.9);
        this.region = el("div", { class: "region" });
        this.region.style.backgroundColor = player.setting.options.trim_region_color ?? "";
        this.part = el("span", { class: "count" });
        this.apply = el("button", { type: "button", class: "button small primary", click: () => this.#apply() }, translate("Trim"));
        const cancel = el("button", { type: "button", class: "button small quiet", click: () => this.close() }, translate("Cancel"));
        this.bar = el("div", { class: "player-controls" }, this.apply, cancel, this.part);
        this.bar.addEventListener("keydown", (event) => this.#key(event));
        player.wave.element.append(this.region, this.from, this.to);
        player.controls.hidden = true;
        player.controls.after(this.bar);
        this.#show();
        this.from.focus();
    }

    close() {
        const { player } = this;
        for (const element of [this.region, this.from, this.to, this.bar]) element.remove();
        player.until = null;
        player.controls.hidden = false;
        this.closed();
    }

    /**
     * @param {string} label
     * @param {number} value
     */
    #handle(label, value) {
        const handle = el("input", {
            type: "range", class: "handle", "aria-label": translate(label), min: 0, max: this.player.duration, step: "any", value,
        });
        handle.addEventListener("input", () => this.#move(handle));
        handle.addEventListener("keydown", (event) => this.#key(event));
        return handle;
    }

    /** @param {HTMLInputElement} moved */
    #move(moved) {
        const { from, to } = this;
        if (to.valueAsNumber - from.valueAsNumber < LEAST) {
            if (moved === from) from.value = String(to.valueAsNumber - LEAST);
            else to.value = String(from.valueAsNumber + LEAST);
        }
        this.#show();
    }

    #show() {
        const { duration } = this.player;
        const [from, to] = [this.from.valueAsNumber, this.to.valueAsNumber];
        this.region.style.insetInlineStart = `${(from / duration) * 100}%`;
        this.region.style.insetInlineEnd = `${(1 - to / duration) * 100}%`;
        this.from.setAttribute("aria-valuetext", precise(from));
        this.to.setAttribute("aria-valuetext", precise(to));
        this.part.textContent = `${precise(from)} – ${precise(to)}`;
        // Play is a try of the part.
        this.player.until = to;
        this.player.go(from);
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const { key, target } = event;
        const handle = target === this.from || target === this.to ? /** @type {HTMLInputElement} */ (target) : null;
        const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key];
        if (key === "Escape") this.close();
        else if (handle && key === "Enter") this.#apply();
        else if (handle && key === " ") this.player.switch();
        else if (handle && way) {
            // A hundredth of the whole with each press.
            handle.value = String(handle.valueAsNumber + (way * this.player.duration) / 100);
            this.#move(handle);
        } else return;
        event.preventDefault();
    }

    async #apply() {
        const { audio, setting } = this.player;
        this.apply.disabled = true;
        const [from, to] = [this.from.valueAsNumber, this.to.valueAsNumber];
        audio.pause();
        try {
            const bytes = await (await fetch(audio.src)).arrayBuffer();
            const sound = await decode(bytes, setting.options.sample_rate ?? 44100);
            const file = new File([toWav(sound, from, to)], "audio.wav", { type: "audio/wav" });
            this.close();
            this.done(file);
        } catch {
            this.apply.disabled = false;
            this.part.textContent = translate("This cannot be shown here.");
        }
    }
}

/** @param {number} seconds */
function precise(seconds) {
    return `${clock(seconds)}.${String(Math.floor((seconds % 1) * 100)).padStart(2, "0")}`;
}
