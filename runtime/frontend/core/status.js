/** What the page says about work: busy blocks, clocks, progress, toasts. */
/** @import { ProgressUnit } from "../types.js" */
import { el, icon, tool, translate } from "./component.js";

/** Below this nobody has to be told that something is going on. */
const PATIENCE = 300;

const speaker = el("div", { class: "sr-only", role: "status" });
const toasts = el("div", { class: "toasts", "data-testid": "toasts" });
document.body.append(speaker, toasts);

/**
 * Tells those who cannot see it.
 * @param {string} text
 */
export function announce(text) {
    text = translate(text);
    speaker.textContent = text;
}

/**
 * @param {number} ms
 */
export function time(ms) {
    if (ms < 1000) return `${Math.round(ms)} ms`;
    if (ms < 60000) return `${(ms / 1000).toFixed(1)} s`;
    return `${Math.floor(ms / 60000)} min ${Math.round((ms % 60000) / 1000)} s`;
}

/** @type {WeakMap<Element, number>} How many runs are at work on a block. */
const workers = new WeakMap();

/**
 * @param {Element} block
 * @param {number} more
 */
function work(block, more) {
    const count = (workers.get(block) ?? 0) + more;
    workers.set(block, count);
    if (count) block.setAttribute("aria-busy", "true");
    else block.removeAttribute("aria-busy");
    return count;
}

/** One run, as it is seen at the blocks that wait for it. */
export class Busy {
    #started = performance.now();
    #words = el("span", { role: "status" });
    #clock = el("span", { "aria-hidden": "true" });
    #eta = el("span", { class: "eta", "data-testid": "status-tracker" }, this.#words, this.#clock);
    #progress = el("div", { class: "progress" });
    /** @type {number | null} */
    #expected = null;
    #timer = 0;

    /**
     * @param {import("./component.js").Component[]} blocks
     * @param {string} level "full", "minimal" or "hidden".
     */
    constructor(blocks, level) {
        this.all = blocks;
        // Rows and columns, which answers may change as well, have nothing to show it with.
        this.blocks = level === "hidden" ? [] : blocks.filter((block) => block.classList.contains("block"));
        this.thread = level === "full";
        for (const block of blocks) block.fail("");
        for (const block of this.blocks) {
            work(block, 1);
            if (this.thread && !block.querySelector(":scope > .thread")) block.append(el("span", { class: "thread" }));
        }
        // One clock is enough, in the first title there is: a line added for it would make the page jump.
        const first = this.blocks.find((block) => block.checkVisibility() && block.querySelector(":scope > .block-head > :not(.sr-only)"));
        if (first) {
            this.#timer = setInterval(() => {
                if (this.elapsed < PATIENCE) return;
                if (!this.#eta.isConnected) first.head.append(this.#eta);
                if (this.#progress.childElementCount && !this.#progress.isConnected) first.append(this.#progress);
                this.#tick();
            }, 100);
        }
    }

    get elapsed() {
        return performance.now() - this.#started;
    }

    #tick() {
        const { elapsed } = this;
        const expected = this.#expected && this.#expected > elapsed ? ` / ${time(this.#expected)}` : "";
        this.#clock.textContent = (this.#words.textContent ? " · " : "") + `${(elapsed / 1000).toFixed(1)} s` + expected;
    }

    /**
     * @param {number} rank From 0.
     * @param {number} size
     * @param {number | null} eta Seconds from now.
     */
    queued(rank, size, eta) {
        this.#words.textContent = size > 1 || rank > 0 ? translate("In the queue, {index} of {count}", { index: rank + 1, count: size }) : "";
        this.expect(eta);
    }

    /** @param {number | null} eta Seconds from now. */
    running(eta) {
        this.#words.textContent = "";
        this.expect(eta);
    }

    /** @param {number | null} eta */
    expect(eta) {
        this.#expected = eta && eta > 1 ? this.elapsed + eta * 1000 : null;
    }

    /** @param {ProgressUnit[]} units Outermost first. */
    progress(units) {
        const bars = units.map(({ index, length, progress, unit, desc }) => {
            const done = progress ?? (index != null && length ? index / length : null);
            const count = index != null && unit !== "steps" ? `${index}${length ? ` / ${length}` : ""} ${unit ?? ""}` : "";
            const percent = done != null ? `${Math.round(done * 100)} %` : "";
            const words = translate(desc || "Working");
            return [
                el("span", {}, words),
                el("span", { class: "eta" }, count.trim() || percent),
                el("progress", { max: 1, value: done, "aria-label": words }),
            ];
        });
        this.#progress.replaceChildren(...bars.flat());
    }

    /**
     * @param {string} [how] In place of the time it took.
     * @param {string} [failed] What its blocks say when nothing came of it.
     */
    done(how, failed) {
        clearInterval(this.#timer);
        this.#eta.remove();
        this.#progress.remove();
        for (const block of this.blocks) {
            if (!work(block, -1)) block.querySelector(":scope > .thread")?.remove();
            if (failed) block.fail(failed);
        }
        took(this.all, how ?? time(this.elapsed));
    }
}

/**
 * Writes at the foot of the pane how its answer came about.
 * @param {Element[]} blocks
 * @param {string} text
 */
export function took(blocks, text) {
    for (const panel of new Set(blocks.map((block) => block.closest(".panel")))) {
        const place = panel?.querySelector("[data-took]");
        if (place) place.textContent = text;
    }
}

/** @typedef {"info" | "success" | "warning" | "error"} Level */
const PICTURES = /** @type {const} */ ({ info: "info", success: "success", warning: "warning", error: "wrong" });

/**
 * A message that comes in at the top and leaves by itself.
 * @param {string} level
 * @param {string} title
 * @param {string} text
 * @param {number | null} [seconds] Until it leaves; null: when it is closed.
 * @param {Node[]} more
 */
export function toast(level, title, text, seconds = 10, ...more) {
    title = translate(title ?? "");
    text = translate(text ?? "");
    const kind = /** @type {Level} */ (level in PICTURES ? level : "info");
    const words = el("div", {}, el("b", {}, title), el("span", { "data-testid": "toast-text" }, text), ...more);
    const close = () => box.remove();
    const closer = tool(`${translate("Close")}: ${title}`, "close", close);
    closer.dataset.testid = "toast-close";
    const box = el(
        "div",
        { class: `toast ${kind}`, role: kind === "info" || kind === "success" ? "status" : "alert", "data-testid": "toast-body" },
        icon(PICTURES[kind]),
        words,
        closer,
    );
    if (seconds != null) {
        let timer = setTimeout(close, seconds * 1000);
        // Whoever reads it, or is about to close it, is not hurried.
        const stay = () => clearTimeout(timer);
        const go = () => void (timer = setTimeout(close, 3000));
        for (const event of ["pointerenter", "focusin"]) box.addEventListener(event, stay);
        for (const event of ["pointerleave", "focusout"]) box.addEventListener(event, go);
    }
    toasts.append(box);
    return close;
}
