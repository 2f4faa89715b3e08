/** A number between two others, to drag or to type. */
/** @import { Props } from "../types.js" */
import { Component, tool, translate } from "../core/component.js";

export default class Slider extends Component {
    /** Where it stood at first. @type {number} */
    #first = 0;
    /** @type {HTMLButtonElement | null} */
    #reset = null;

    /** @param {Props} changed */
    draw(changed) {
        const { range, box } = this;
        if (changed === this.props) this.#adopt();
        for (const input of [range, box]) {
            if ("minimum" in changed) input.min = changed.minimum ?? 0;
            if ("maximum" in changed) input.max = changed.maximum ?? 100;
            if ("interactive" in changed) input.disabled = !changed.interactive;
        }
        if ("step" in changed) range.step = box.step = changed.step ?? "any";
        if ("show_reset_button" in changed || "interactive" in changed) this.#offerReset();
        if ("label" in changed && changed.label) {
            range.setAttribute("aria-label", translate("range slider for {name}", { name: changed.label }));
            box.setAttribute("aria-label", translate("number input for {name}", { name: changed.label }));
        }
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
        this.#first = this.value;
        range.addEventListener("input", () => this.#moved(range));
        range.addEventListener("change", () => this.tell("release", this.value));
        // Beyond the ends it waits: perhaps there are more digits to come, or fewer.
        box.addEventListener("input", () => this.#inside(box.valueAsNumber) === box.valueAsNumber && this.#moved(box));
        box.addEventListener("change", () => {
            const inside = this.#inside(box.valueAsNumber);
            box.value = String(Number.isNaN(inside) ? this.value : inside);
            if (box.valueAsNumber !== this.value) this.#moved(box);
            this.tell("release", this.value);
        });
        if (moved) this.#moved(moved);
        else if (this.props.randomize) this.#anywhere();
    }

    /** One of the steps, whichever. */
    #anywhere() {
        const { minimum: low = 0, maximum: high = 100, step } = this.props;
        const steps = Math.floor((high - low) / (step || 1));
        this.#first = low + Math.floor(Math.random() * (steps + 1)) * (step || 1);
        this.box.value = String((this.#first = Number(this.#first.toPrecision(12))));
        this.#moved(this.box);
    }

    /** @param {number} value */
    #inside(value) {
        const { minimum: low = 0, maximum: high = 100 } = this.props;
        return Math.min(high, Math.max(low, value));
    }

    #offerReset() {
        const { show_reset_button, buttons, interactive } = this.props;
        this.#reset?.remove();
        this.#reset = null;
        if (!interactive || !(show_reset_button ?? buttons?.includes("reset"))) return;
        this.#reset = tool("Reset", "again", () => {
            this.box.value = String(this.#first);
            this.#moved(this.box);
            this.tell("release", this.value);
            this.range.focus();
        });
        this.#reset.classList.add("reset");
        this.#reset.dataset.testid = "reset-button";
        this.tools.append(this.#reset);
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
        // There is nothing to go back to where it began.
        if (this.#reset) this.#reset.style.visibility = this.value === this.#first ? "hidden" : "";
        const [low, high] = [Number(range.min), Number(range.max)];
        const at = high > low ? ((Number(range.value) - low) / (high - low)) * 100 : 0;
        range.style.setProperty("--at", `${at}%`);
    }
}
