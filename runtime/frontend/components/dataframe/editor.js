/**
 * The box that stands in the active cell. It has the focus from the start, unseen, so that the first letter typed is
 * not lost and every way of typing works; it shows when there is something to see.
 */
import { el, translate } from "../../core/component.js";

export class Editor {
    box = el("textarea", { class: "cell-editor", tabindex: -1, rows: 1, spellcheck: "false" });
    /** What stood there before. */
    #before = "";
    /** "ready": whatever is typed takes the place of what is there. "typing": it was; arrows leave. "editing". */
    mode = "ready";
    moving = false;

    /** @param {() => void} began Something is being written now. */
    constructor(began) {
        this.began = began;
        this.box.addEventListener("input", () => {
            if (this.mode === "ready") this.#show("typing");
        });
        // While it is unseen, it stands in nobody's way.
        this.box.addEventListener("pointerdown", (event) => event.stopPropagation());
        this.box.addEventListener("dblclick", (event) => event.stopPropagation());
    }

    get open() {
        return this.mode !== "ready";
    }

    get cell() {
        return /** @type {HTMLElement | null} */ (this.box.parentElement);
    }

    /** What was written, or null when it is what stood there. */
    get written() {
        return this.box.value === this.#before ? null : this.box.value;
    }

    /**
     * Moves into a cell.
     * @param {HTMLElement} td
     * @param {string} value
     * @param {boolean} fixed Whether it can only be read.
     */
    place(td, value, fixed) {
        const { box } = this;
        box.readOnly = fixed;
        box.setAttribute("aria-readonly", String(fixed));
        box.setAttribute("aria-label", translate(fixed ? "Cell is read-only" : "Edit cell"));
        if (this.cell !== td) this.#move(() => td.append(box));
        this.reset(value);
    }

    /** @param {string} value */
    reset(value) {
        this.#before = value;
        this.box.value = value;
        this.mode = "ready";
        this.box.classList.remove("open");
        this.cell?.classList.remove("editing");
        // Typing replaces it.
        this.box.select();
    }

    focus() {
        this.box.focus({ preventScroll: true });
        if (!this.open) this.box.select();
    }

    edit() {
        if (this.box.readOnly || this.open) return;
        this.#show("editing");
        this.box.setSelectionRange(this.box.value.length, this.box.value.length);
    }

    /** Browsers make a new line of Shift+Enter only; spreadsheets have it on Alt+Enter. */
    breakLine() {
        const { selectionStart, selectionEnd } = this.box;
        this.box.setRangeText("\n", selectionStart, selectionEnd, "end");
    }

    /** @param {string} mode */
    #show(mode) {
        this.mode = mode;
        this.box.classList.add("open");
        this.cell?.classList.add("editing");
        this.began();
    }

    /** Out of its cell, which goes. */
    leave() {
        this.reset("");
        this.#move(() => this.box.remove());
    }

    /** A box that moves loses the focus without anybody having left. @param {() => void} move */
    #move(move) {
        this.moving = true;
        move();
        this.moving = false;
    }
}
