/** Choosing a part of a sound or a film, between two handles on its picture. */
import { el, translate } from "../../core/component.js";
import { clock } from "./sound.js";

/** No shorter part can be chosen, in seconds. */
const LEAST = 0.01;

/**
 * @typedef {object} Whole What a part is cut from.
 * @property {number} duration
 * @property {HTMLElement} rail Where the handles are.
 * @property {HTMLElement} controls What makes room for the trim.
 * @property {string | null} [color] Of the part on the rail.
 * @property {string} [note] What is to be known before.
 * @property {(from: number, to: number, moved: number) => void} show Goes to the start, or to the side that was moved; plays no
 * further than to the end.
 * @property {() => void} play Tries the part.
 * @property {(from: number, to: number, work: Work) => Promise<File>} cut
 * @property {() => void} end The rest may be played again.
 */
/** @typedef {{ progress: (share: number) => void, signal: AbortSignal }} Work */

export class Trim {
    #work = new AbortController();

    /**
     * @param {Whole} whole
     * @param {(file: File, from: number, to: number) => void} done With the part, and where it was.
     */
    constructor(whole, done) {
        const { duration, rail, controls, color, note } = whole;
        this.whole = whole;
        this.done = done;
        /** What has the focus now gets it back. */
        this.opener = /** @type {HTMLElement | null} */ (document.activeElement);
        this.from = this.#handle("Drag to adjust start time", duration * 0.1);
        this.to = this.#handle("Drag to adjust end time", duration * 0.9);
        this.region = el("div", { class: "region" });
        this.region.style.backgroundColor = color ?? "";
        this.part = el("span", { class: "count" });
        this.apply = el("button", { type: "button", class: "button small primary", click: () => this.#apply() }, translate("Trim"));
        const cancel = el("button", { type: "button", class: "button small quiet", click: () => this.close() }, translate("Cancel"));
        this.bar = el("div", { class: "trim-bar" }, this.apply, cancel, this.part);
        if (note) this.bar.append(el("p", { class: "muted" }, translate(note)));
        this.cancel = cancel;
        this.bar.addEventListener("keydown", (event) => this.#key(event));
        rail.classList.add("trim-rail");
        rail.append(this.region, this.from, this.to);
        controls.hidden = true;
        controls.after(this.bar);
        this.#show();
        this.from.focus();
    }

    close() {
        const { rail, controls, end } = this.whole;
        this.#work.abort();
        for (const element of [this.region, this.from, this.to, this.bar]) element.remove();
        rail.classList.remove("trim-rail");
        controls.hidden = false;
        end();
        this.opener?.focus();
    }

    /**
     * @param {string} label
     * @param {number} value
     */
    #handle(label, value) {
        const handle = el("input", {
            type: "range", class: "handle", "aria-label": translate(label), min: 0, max: this.whole.duration, step: "any", value,
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
        this.#show(moved);
    }

    #show(moved = this.from) {
        const { duration, show } = this.whole;
        const [from, to] = [this.from.valueAsNumber, this.to.valueAsNumber];
        this.region.style.insetInlineStart = `${(from / duration) * 100}%`;
        this.region.style.insetInlineEnd = `${(1 - to / duration) * 100}%`;
        this.from.setAttribute("aria-valuetext", precise(from));
        this.to.setAttribute("aria-valuetext", precise(to));
        this.part.textContent = `${precise(from)} – ${precise(to)}`;
        show(from, to, moved.valueAsNumber);
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const { key, target } = event;
        const { duration, play } = this.whole;
        const handle = target === this.from || target === this.to ? /** @type {HTMLInputElement} */ (target) : null;
        const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key];
        if (key === "Escape") this.close();
        else if (handle && key === "Enter") this.#apply();
        else if (handle && key === " ") play();
        else if (handle && way) {
            // A hundredth of the whole with each press.
            handle.value = String(handle.valueAsNumber + (way * duration) / 100);
            this.#move(handle);
        } else return;
        event.preventDefault();
    }

    async #apply() {
        const { cut } = this.whole;
        const { signal } = this.#work;
        const [from, to] = [this.from.valueAsNumber, this.to.valueAsNumber];
        const bar = el("progress", { max: 1, value: 0, "aria-label": translate("Trim") });
        const busy = (/** @type {boolean} */ is) => {
            for (const control of [this.apply, this.from, this.to]) control.disabled = is;
        };
        this.apply.replaceWith(bar);
        this.cancel.focus();
        busy(true);
        try {
            const file = await cut(from, to, { signal, progress: (share) => (bar.value = share) });
            this.close();
            this.done(file, from, to);
        } catch {
            if (signal.aborted) return;
            bar.replaceWith(this.apply);
            busy(false);
            this.part.textContent = translate("This cannot be shown here.");
        }
    }
}

/** @param {number} seconds */
function precise(seconds) {
    return `${clock(seconds)}.${String(Math.floor((seconds % 1) * 100)).padStart(2, "0")}`;
}
