/** A button, or a link that looks like one. The element around it only listens. */
/** @import { Props } from "../types.js" */
import { Component, el } from "../core/component.js";

export default class Button extends Component {
    constructor() {
        super();
        this.addEventListener("click", () => this.tell("click"));
    }

    /** What stands on it. */
    get words() {
        return this.props.value;
    }

    /** @param {boolean} visible */
    see(visible) {
        /** @type {HTMLElement} */ (this.firstElementChild).hidden = !visible;
        this.stand();
    }

    /** @param {Props} changed */
    draw(changed) {
        const button = /** @type {HTMLButtonElement} */ (this.firstElementChild);
        if ("value" in changed || "label" in changed || "icon" in changed) this.#face(button);
        if ("interactive" in changed) button.disabled = changed.interactive === false;
        if ("variant" in changed) {
            button.classList.remove("primary", "secondary", "stop");
            button.classList.add(["primary", "stop"].includes(changed.variant) ? changed.variant : "secondary");
        }
        if ("size" in changed) {
            button.classList.toggle("small", changed.size === "sm");
            button.classList.toggle("medium", changed.size === "md");
        }
        if ("link" in changed && isPage(changed.link)) button.setAttribute("href", changed.link);
    }

    /** The words, and the picture before them. @param {HTMLElement} button */
    #face(button) {
        const { icon } = this.props;
        // Others send a file, we an address.
        const src = icon?.url ?? icon;
        button.replaceChildren(...(src ? [el("img", { class: "button-icon", alt: "", src })] : []), String(this.words ?? ""));
    }
}

/** @param {string | null} link */
function isPage(link) {
    return !!link && ["http:", "https:"].includes(new URL(link, document.baseURI).protocol);
}
