/** One step of a walkthrough, and the head that leads back to it. */
/** @import { Props } from "../types.js" */
/** @import Walkthrough from "./walkthrough.js" */
import { Component } from "../core/component.js";

export default class Step extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed !== this.props && "interactive" in changed) {
            /** @type {Walkthrough} */ (this.closest("v-walkthrough")).show();
        }
    }

    get head() {
        return /** @type {HTMLButtonElement} */ (document.getElementById(`t${this.component}`));
    }

    /** @param {string} label */
    name(label) {
        this.head.lastElementChild?.replaceChildren(label);
    }

    // The head goes, the step stays where it is.
    stand() {}

    /** @param {boolean} visible */
    see(visible) {
        const line = /** @type {HTMLElement} */ (this.head.parentElement);
        line.hidden = !visible;
    }
}
