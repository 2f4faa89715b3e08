/** A number to type. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class NumberBox extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const box = /** @type {HTMLInputElement} */ (this.control);
        if (changed === this.props) this.#adopt(box);
        else if ("value" in changed) box.value = changed.value ?? "";
        if ("minimum" in changed) box.min = changed.minimum ?? "";
        if ("maximum" in changed) box.max = changed.maximum ?? "";
        if ("step" in changed) box.step = changed.step ?? "any";
        if ("placeholder" in changed) box.placeholder = changed.placeholder ?? "";
        if ("interactive" in changed) {
            box.readOnly = !changed.interactive;
            box.classList.toggle("input", changed.interactive);
            box.classList.toggle("answer", !changed.interactive);
        }
    }

    /** @param {HTMLInputElement} box */
    #adopt(box) {
        const typed = this.#read(box) !== this.value;
        box.addEventListener("input", () => this.#typed(box));
        box.addEventListener("keydown", (event) => this.#key(box, event));
        box.addEventListener("focus", () => this.tell("focus"));
        box.addEventListener("blur", () => {
            box.value = this.value ?? box.value;
            this.tell("blur");
        });
        if (typed) this.#typed(box);
    }

    /** @param {HTMLInputElement} box */
    #typed(box) {
        const number = this.#read(box);
        if (number !== null) return this.change(number);
        // Half a number, or none: there is nothing to run a function with.
        this.props.value = null;
        this.blame(null);
    }

    /**
     * @param {HTMLInputElement} box
     * @returns {number | null}
     */
    #read(box) {
        if (Number.isNaN(box.valueAsNumber)) return null;
        const { precision } = this.props;
        return precision == null ? box.valueAsNumber : Number(box.valueAsNumber.toFixed(precision));
    }

    /**
     * @param {HTMLInputElement} box
     * @param {KeyboardEvent} event
     */
    #key(box, event) {
        if (event.key === "Enter") this.tell("submit");
        const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (!way || box.readOnly) return;
        // The browser would step by one: whatever is typed may stand between two steps.
        event.preventDefault();
        const { step = 1, minimum = -Infinity, maximum = Infinity } = this.props;
        const next = Math.min(maximum, Math.max(minimum, (this.value ?? 0) + way * step));
        box.value = String(Number(next.toPrecision(12)));
        this.#typed(box);
    }
}
