/** Blocks that can be folded away. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Accordion extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const details = /** @type {HTMLDetailsElement} */ (this.firstElementChild);
        if (changed === this.props) {
            details.addEventListener("toggle", () => {
                if (details.open === (this.props.open !== false)) return;
                this.props.open = details.open;
                this.tell(details.open ? "expand" : "collapse");
            });
            return;
        }
        if ("open" in changed) details.open = changed.open !== false;
        if ("label" in changed) details.querySelector("summary > span")?.replaceChildren(changed.label ?? "");
    }
}
