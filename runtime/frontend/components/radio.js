/**
 * One of a few.
 * @import { Json, Props } from "../types.js"
 */
import { Component, el, same } from "../core/component.js";

export default class Radio extends Component {
    /** @type {"radio" | "checkbox"} */
    kind = "radio";

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.addEventListener("change", (event) => this.#turned(/** @type {HTMLInputElement} */ (event.target)));
            if (this.kind === "checkbox") {
                this.addEventListener("keydown", ({ key, target }) => {
                    if (key === "Enter" && target instanceof HTMLInputElement) target.click();
                });
            }
            // Chosen before the script came.
            if (!same(this.chosen(), this.value)) this.change(this.chosen());
        } else {
            if ("choices" in changed) this.#list();
            if ("choices" in changed || "value" in changed) {
                for (const box of this.boxes) box.checked = this.holds(this.#choice(box));
            }
        }
        if ("interactive" in changed || "choices" in changed) {
            for (const box of this.boxes) box.disabled = !this.props.interactive;
        }
    }

    get boxes() {
        return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".choices input")]);
    }

    /** @param {HTMLInputElement} box */
    #choice(box) {
        return this.props.choices[Number(box.value)]?.[1];
    }

    /**
     * The value as the boxes show it.
     * @returns {Json}
     */
    chosen() {
        const chosen = this.boxes.filter((box) => box.checked).map((box) => this.#choice(box));
        return chosen[0] ?? null;
    }

    /**
     * Whether a choice is in the value.
     * @param {Json} choice
     */
    holds(choice) {
        return same(choice, this.value);
    }

    /** @param {HTMLInputElement} box */
    #turned(box) {
        this.change(this.chosen());
        this.tell("select", { index: Number(box.value), value: this.#choice(box), selected: box.checked });
    }

    #list() {
        const name = `c${this.component}`;
        const choices = this.props.choices.map((/** @type {[Json, Json]} */ [label], /** @type {number} */ index) => {
            const box = el("input", { type: this.kind, name, value: index });
            const testid = this.kind === "radio" ? `${label}-radio-label` : null;
            return el("label", { class: "choice", "data-testid": testid }, box, " ", el("span", {}, String(label)));
        });
        this.querySelector(".choices")?.replaceChildren(...choices);
    }
}
