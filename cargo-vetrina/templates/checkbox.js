/** The page side of MyComponent. */
import { Component, el } from "vetrina";

export default class MyComponent extends Component {
    /** Called with all props at first, then with those that are new. */
    draw(changed) {
        if (!this.box) {
            this.box = el("input", { type: "checkbox", id: `c${this.component}`, "aria-labelledby": `c${this.component}-title` });
            this.box.addEventListener("change", () => this.change(this.box.checked));
            this.append(this.box);
        }
        if ("value" in changed) this.box.checked = !!changed.value;
        if ("interactive" in changed) this.box.disabled = !changed.interactive;
    }

    /** What functions are given. */
    get value() {
        return !!this.props.value;
    }
}
