/** Blocks that can be folded away. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Accordion extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const details = /** @type {HTMLDetailsElement} */ (this.firstElementChild);
        if (changed === this.props) {
            details.addEventListener("toggle", () => this.#turned(details.open));
        } else if ("open" in changed) {
            details.open = changed.open !== false;
        }
        const place = /** @type {HTMLElement} */ (details.lastElementChild);
        for (const side of ["height", "max_height"]) {
            if (!(side in changed)) continue;
            const size = changed[side];
            place.style.setProperty(side.replace("_", "-"), typeof size === "number" ? `${size}px` : (size ?? ""));
            place.style.overflowY = this.props.height ?? this.props.max_height ? "auto" : "";
        }
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
