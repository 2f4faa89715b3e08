/** A number between two others, to drag or to type. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Slider extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const { range, box } = this;
        if (changed === this.props) this.#adopt();
        for (const input of [range, box]) {
            if ("minimum" in changed) input.min = changed.minimum ?? 0;
            if ("maximum" in changed) input.max = changed.maximum ?? 100;
            if ("interactive" in changed) input.disabled = !changed.interactive;
        }
        if ("step" in changed) range.step = changed.step ?? "any";
        if ("label" in changed && changed.label) box.setAttribute("aria-label", `number input for ${changed.label}`);
        if ("value" in changed) box.value = this.value ?? "";
        this.#show();
    }

    get range() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input[type=range]"));
    }

    get box() {
        return /** @type {HTMLInputElement} */ (this.querySelector("input[type=number]"));
    }

    /** A slider always stands somewhere. */
    get value() {
        return this.props.value ?? this.props.minimum ?? 0;
    }

    #adopt() {
        const { range, box } = this;
        const moved = range.valueAsNumber !== this.value ? range : box.valueAsNumber !== this.value ? box : null;
        range.addEventListener("input", () => this.#moved(range));
        range.addEventListener("change", () => this.tell("release", this.value));
        box.addEventListener("input", () => this.#moved(box));
        box.addEventListener("change", () => this.tell("release", this.value));
        if (moved) this.#moved(moved);
    }

    /** @param {HTMLInputElement} input */
    #moved(input) {
        if (Number.isNaN(input.valueAsNumber)) return;
        this.change(input.valueAsNumber);
        if (input === this.range) this.box.value = input.value;
        this.#show();
    }

    #show() {
        const { range } = this;
        range.value = this.value;
        const [low, high] = [Number(range.min), Number(range.max)];
        const at = high > low ? ((Number(range.value) - low) / (high - low)) * 100 : 0;
        range.style.setProperty("--at", `${at}%`);
    }
}
