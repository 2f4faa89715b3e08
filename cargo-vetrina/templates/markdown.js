/** The page side of MyComponent. */
import { Component, el } from "vetrina";

export default class MyComponent extends Component {
    /** Called with all props at first, then with those that are new. */
    draw(changed) {
        if (!this.text) this.append((this.text = el("p", { class: "answer" })));
        // Text goes in as text; `show` puts in HTML that the server made safe.
        if ("value" in changed) this.text.textContent = changed.value ?? "";
    }

    /** What functions are given. */
    get value() {
        return this.props.value ?? "";
    }
}
