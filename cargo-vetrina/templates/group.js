/** The page side of MyComponent: what it holds is inside already. */
import { Component, el } from "vetrina";

export default class MyComponent extends Component {
    /** Called with all props at first, then with those that are new. */
    draw(changed) {
        if (!this.heading) {
            const held = [...this.children];
            const fold = () => {
                for (const one of held) one.hidden = !one.hidden;
                this.heading.setAttribute("aria-expanded", String(!held[0]?.hidden));
                this.tell("fold", { folded: !!held[0]?.hidden });
            };
            this.heading = el("button", { type: "button", class: "my_component-head", "aria-expanded": "true", click: fold });
            this.prepend(this.heading);
        }
        if ("title" in changed) this.heading.textContent = changed.title ?? "";
    }
}
