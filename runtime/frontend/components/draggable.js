/** Blocks that a person can put in another order: by their grips, with a pointer or with arrow keys. */
/** @import { Props } from "../types.js" */
import { Component, el, page, translate } from "../core/component.js";

export default class Draggable extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) for (const block of this.#blocks) block.append(this.#grip(block));
        if (changed !== this.props && "orientation" in changed) {
            this.classList.toggle("row", this.#sideBySide);
            this.classList.toggle("column", !this.#sideBySide);
        }
    }

    get #sideBySide() {
        return this.props.orientation === "row";
    }

    get #blocks() {
        return /** @type {HTMLElement[]} */ ([...this.children]);
    }

    /** @param {HTMLElement} block */
    #grip(block) {
        const name = block.querySelector(".block-title")?.textContent ?? "this block";
        const grip = el("button", { type: "button", class: "grip", "aria-label": translate("Move {name}", { name }), title: translate("Move {name}", { name }) });
        block.classList.add("draggable-item");
        grip.addEventListener("keydown", (event) => this.#key(event, block, grip));
        grip.addEventListener("pointerdown", (event) => this.#drag(event, block, grip));
        return grip;
    }

    /**
     * @param {KeyboardEvent} event
     * @param {HTMLElement} block
     * @param {HTMLElement} grip
     */
    #key(event, block, grip) {
        const back = event.key === "ArrowUp" || event.key === "ArrowLeft";
        if (!back && event.key !== "ArrowDown" && event.key !== "ArrowRight") return;
        event.preventDefault();
        const other = back ? block.previousElementSibling : block.nextElementSibling;
        if (!other) return;
        if (back) other.before(block);
        else other.after(block);
        grip.focus();
        page.announce(translate("{index} of {count}", { index: this.#blocks.indexOf(block) + 1, count: this.children.length }));
    }

    /**
     * @param {PointerEvent} event
     * @param {HTMLElement} block
     * @param {HTMLElement} grip
     */
    #drag(event, block, grip) {
        event.preventDefault();
        grip.setPointerCapture(event.pointerId);
        block.classList.add("dragged");
        const done = new AbortController();
        /** @param {PointerEvent} at */
        const move = ({ clientX, clientY }) => {
            const over = document.elementsFromPoint(clientX, clientY).find((it) => it !== block && it.parentElement === this);
            if (!over) return;
            const { left, top, width, height } = over.getBoundingClientRect();
            const first = this.#sideBySide ? clientX < left + width / 2 : clientY < top + height / 2;
            if (first && over.previousElementSibling !== block) over.before(block);
            else if (!first && over.nextElementSibling !== block) over.after(block);
        };
        const end = () => {
            block.classList.remove("dragged");
            done.abort();
        };
        grip.addEventListener("pointermove", move, { signal: done.signal });
        for (const event of ["pointerup", "pointercancel"]) grip.addEventListener(event, end, { signal: done.signal });
    }
}
