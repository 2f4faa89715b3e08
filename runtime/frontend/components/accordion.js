/** Blocks that can be folded away. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";
import { scrollWithin } from "../core/size.js";

export default class Accordion extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const details = /** @type {HTMLDetailsElement} */ (this.firstElementChild);
        if (changed === this.props) {
            details.addEventListener("toggle", () => this.#turned(details.open));
        } else if ("open" in changed) {
            details.open = changed.open !== false;
        }
        scrollWithin(/** @type {HTMLElement} */ (details.lastElementChild), changed, this.props);
    }

    get #head() {
        return /** @type {HTMLElement} */ (this.querySelector("summary"));
    }

    get value() {
        return this.props.open !== false;
    }

    /** @param {boolean} open */
    #turned(open) {
        this.#head.setAttribute("aria-expanded", String(open));
        if (open === this.value) return;
        this.props.open = open;
        this.tell(open ? "expand" : "collapse");
    }

    /** @param {string} label */
    name(label) {
        this.#head.setAttribute("aria-label", `${label} ▼`);
        this.#head.firstElementChild?.replaceChildren(label ?? "");
    }
}
