/** The page side of MyComponent. */
import { Component, el } from "vetrina";

export default class MyComponent extends Component {
    /** Called with all props at first, then with those that are new. */
    draw(changed) {
        if (!this.range) {
            this.range = el("input", { type: "range", step: "any", id: `c${this.component}`, "aria-labelledby": `c${this.component}-title` });
            this.shown = el("output", { class: "my_component-number" });
            this.range.addEventListener("input", () => {
                this.change(this.range.valueAsNumber);
                this.tellNumber();
            });
            this.append(this.range, this.shown);
        }
        if ("minimum" in changed) this.range.min = changed.minimum;
        if ("maximum" in changed) this.range.max = changed.maximum;
        if (changed === this.props || "value" in changed) this.range.value = changed.value ?? this.range.min;
        if ("interactive" in changed) this.range.disabled = !changed.interactive;
        this.tellNumber();
    }

    tellNumber() {
        this.shown.textContent = this.range.valueAsNumber.toFixed(1);
    }

    /** What functions are given. */
    get value() {
        return this.props.value ?? this.range?.valueAsNumber ?? 0;
    }
}
