/** Blocks at the side of the page, which can be put away. */
/** @import { Props } from "../types.js" */
import { Component, translate } from "../core/component.js";
import { css } from "../core/size.js";

/** On a narrow page it covers what stands there, so it waits until somebody asks for it. */
const NARROW = matchMedia("(max-width: 48rem)");

export default class Sidebar extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.#toggle.addEventListener("click", () => this.#turn(!this.isOpen));
            this.addEventListener("keydown", ({ key }) => {
                if (key === "Escape" && NARROW.matches && this.isOpen) this.#turn(false);
            });
            if (NARROW.matches) this.props.open = false;
        }
        if ("width" in changed) this.style.setProperty("--width", css(changed.width));
        if ("position" in changed) this.dataset.side = changed.position;
        if ("label" in changed) this.#toggle.setAttribute("aria-label", changed.label ?? translate("Sidebar"));
        this.#show();
    }

    get isOpen() {
        return this.props.open !== false;
    }

    get value() {
        return this.isOpen;
    }

    get #toggle() {
        return /** @type {HTMLButtonElement} */ (this.firstElementChild);
    }

    /** @param {boolean} open */
    #turn(open) {
        this.props.open = open;
        this.#show();
        this.tell(open ? "expand" : "collapse");
        if (!open && this.contains(document.activeElement)) this.#toggle.focus();
    }

    /** @param {boolean} visible */
    see(visible) {
        super.see(visible);
        this.#show();
    }

    #show() {
        const open = this.isOpen;
        this.classList.toggle("open", open);
        this.#toggle.setAttribute("aria-expanded", String(open));
        // The page makes room for it.
        const room = open && !this.hidden ? css(this.props.width) : "0px";
        document.body.style.setProperty(`--sidebar-${this.props.position ?? "left"}`, room);
    }
}
