/** A button, or a link that looks like one. The element around it only listens. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Button extends Component {
    constructor() {
        super();
        this.addEventListener("click", () => this.tell("click"));
    }

    /** @param {boolean} visible */
    see(visible) {
        /** @type {HTMLElement} */ (this.firstElementChild).hidden = !visible;
        this.stand();
    }

    /** @param {Props} changed */
    draw(changed) {
        const button = /** @type {HTMLButtonElement} */ (this.firstElementChild);
        if ("value" in changed) button.textContent = changed.value ?? "";
        if ("interactive" in changed) button.disabled = changed.interactive === false;
        if ("variant" in changed) {
            button.classList.remove("primary", "secondary", "stop");
            button.classList.add(["primary", "stop"].includes(changed.variant) ? changed.variant : "secondary");
        }
        if ("size" in changed) button.classList.toggle("small", changed.size === "sm");
        if ("link" in changed && isPage(changed.link)) button.setAttribute("href", changed.link);
    }
}

/** @param {string | null} link */
function isPage(link) {
    return !!link && ["http:", "https:"].includes(new URL(link, document.baseURI).protocol);
}
