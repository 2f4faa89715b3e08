/** What the navigation bar of the page shows. */
/** @import { Props } from "../types.js" */
import { Component, el } from "../core/component.js";

export default class Navbar extends Component {
    /** @param {Props} changed */
    draw(changed) {
        // The first paint has it all.
        if (changed === this.props) return void this.#further.push(...this.#links.slice(this.#links.length - (this.props.value ?? []).length));
        if ("main_page_name" in changed) {
            const name = changed.main_page_name;
            this.#main.hidden = name === false;
            if (name) this.#main.textContent = name;
        }
        if ("value" in changed) {
            for (const link of this.#further.splice(0)) link.remove();
            for (const [name, path] of changed.value ?? []) this.#further.push(this.#link(name, path));
            this.#main.parentElement?.append(...this.#further);
        }
    }

    /** @type {HTMLElement[]} Those that are no pages of the app. */
    #further = [];

    get value() {
        return this.props.value ?? null;
    }

    get #links() {
        return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("a")]);
    }

    /** It leads to the root of the app. */
    get #main() {
        return this.#links[0];
    }

    /**
     * @param {string} name
     * @param {string} path
     */
    #link(name, path) {
        const elsewhere = path.includes(":");
        const root = this.#main.getAttribute("href") ?? "./";
        const link = el("a", { href: elsewhere ? path : root + path.replace(/^\/+/, ""), target: elsewhere && "_blank", rel: elsewhere && "noopener" }, name);
        const { origin, pathname } = new URL(link.href);
        if (origin === location.origin && pathname === location.pathname) link.setAttribute("aria-current", "page");
        return link;
    }
}
