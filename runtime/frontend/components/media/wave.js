/** The picture of a sound: a bar for each moment, in the colours and at the width of its place. */
import { el } from "../../core/component.js";
import { peaks } from "./sound.js";

const HEIGHT = 56;
/** From one bar to the next, in pixels. */
const PITCH = 4;

export class Wave {
    /** @type {AudioBuffer | null} */
    #sound = null;
    #count = 0;

    constructor() {
        this.bars = drawing("");
        this.played = drawing("played");
        this.element = el("div", { class: "wave", "aria-hidden": "true" }, this.bars, this.played);
        new ResizeObserver(() => this.#draw()).observe(this.element);
    }

    /**
     * @param {string | null} [bars]
     * @param {string | null} [played]
     */
    color(bars, played) {
        this.bars.style.color = bars ?? "";
        this.played.style.color = played ?? "";
    }

    /** @param {AudioBuffer | null} sound */
    show(sound) {
        this.#sound = sound;
        this.#count = 0;
        this.#draw();
    }

    /**
     * Shows how loud it is while a recording goes on: what is new comes in at the end.
     * @param {number[]} levels From 0 to 1.
     */
    listen(levels) {
        const count = this.#fit();
        this.#bars(levels.slice(-count), count);
    }

    /** @param {number} share From 0 to 1. */
    at(share) {
        this.element.style.setProperty("--at", `${share * 100}%`);
    }

    /** How many bars there is room for. */
    #fit() {
        return Math.max(16, Math.floor(this.element.clientWidth / PITCH));
    }

    #draw() {
        const count = this.#fit();
        if (count === this.#count) return;
        this.#count = count;
        this.#bars(this.#sound ? peaks(this.#sound, count) : new Array(count).fill(0), count);
    }

    /**
     * @param {number[]} heights
     * @param {number} count
     */
    #bars(heights, count) {
        const middle = HEIGHT / 2;
        const bar = (/** @type {number} */ height, /** @type {number} */ index) => {
            const half = Math.max(1, height * (middle - 2));
            return `M${index * PITCH + PITCH / 2} ${(middle - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
        };
        const path = heights.map(bar).join("");
        for (const svg of [this.bars, this.played]) {
            svg.setAttribute("viewBox", `0 0 ${count * PITCH} ${HEIGHT}`);
            svg.firstElementChild?.setAttribute("d", path);
        }
    }
}

/** @param {string} name */
function drawing(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", name);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
    return svg;
}
