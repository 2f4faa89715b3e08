/** The page side of MyComponent. */
import { Component, el } from "vetrina";

export default class MyComponent extends Component {
    /** Called with all props at first, then with those that are new. */
    draw(changed) {
        if (!this.box) {
            this.box = el("input", { class: "input", id: `c${this.component}`, "aria-labelledby": `c${this.component}-title` });
            this.box.addEventListener("input", () => this.change(this.box.value));
            this.append(this.box);
        }
        if ("value" in changed) this.box.value = changed.value ?? "";
        if ("placeholder" in changed) this.box.placeholder = changed.placeholder ?? "";
        if ("interactive" in changed) this.box.readOnly = !changed.interactive;
    }

    /** What functions are given. */
    get value() {
        return this.props.value ?? "";
    }
}
