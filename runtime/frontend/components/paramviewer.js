/** The parameters of a function, to unfold. */
/** @import { Props } from "../types.js" */
import { Component, el, icon, translate } from "../core/component.js";
import { settle } from "../core/prose.js";
import { css } from "../core/size.js";

const LINK = "M6.500 9.500l3-3M7 4.700l1.300-1.300a2.900 2.900 0 0 1 4.200 4.200L11.200 9M9 11.300l-1.300 1.300a2.900 2.900 0 0 1-4.200-4.200L4.800 7";

/** @typedef {{ type?: string, description?: string, default?: string | null }} Parameter */

export default class ParamViewer extends Component {
    #header = el("div", { class: "param-head" });
    #list = el("div", { class: "params" });
    #all = el("button", { type: "button", class: "button quiet small", click: () => this.#toggle() }, translate("Open all"));

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            const id = `c${this.component}-title`;
            this.#header.append(el("span", { class: "block-title", id }), this.#all);
            this.#list.setAttribute("aria-labelledby", id);
            this.#list.setAttribute("role", "group");
            this.append(this.#header, this.#list);
        }
        const { header, max_height: height } = this.props;
        this.#header.hidden = !header;
        /** @type {Element} */ (this.#header.firstChild).textContent = header ?? "";
        this.#list.style.maxHeight = css(height);
        const parameters = /** @type {[string, Parameter][]} */ (Object.entries(this.value ?? {}));
        this.#all.hidden = !parameters.length;
        this.#list.replaceChildren(...parameters.map(([name, parameter]) => this.#item(name, parameter)));
        this.#at();
    }

    /**
     * @param {string} name
     * @param {Parameter} parameter
     */
    #item(name, { type, description, default: fallback }) {
        const { anchor_links: anchored } = this.props;
        const id = `${typeof anchored === "string" ? anchored : "param-"}${name}`;
        const link = anchored ? [el("a", { href: `#${id}`, class: "param-link", "aria-label": translate("Link to {name}", { name }) }, icon(LINK))] : [];
        // A summary is a button: what can be pressed by itself stands below it.
        const parts = this.#linked(type ?? "");
        const linked = parts.some((part) => typeof part !== "string") ? [el("p", { class: "param-default" }, "type ", el("code", {}, ...parts))] : [];
        const about = el("div", { class: "prose" });
        if (description) this.ask("render", description).then((html) => settle(about, String(html)), () => about.append(description));
        const given = fallback == null ? [] : [el("p", { class: "param-default" }, "default ", el("code", {}, fallback))];
        return el("details", { ...(anchored && { id }) }, el("summary", {}, icon("right"), el("code", {}, name), ...(type ? [el("code", { class: "param-type" }, type)] : [])), el("div", {}, ...linked, ...given, about, ...link));
    }

    /** @param {string} type */
    #linked(type) {
        const names = new Set(this.props.linkify ?? []);
        return type.split(/(\w+)/).map((word) => (names.has(word) ? el("a", { href: `#h-${word.toLowerCase()}` }, word) : word));
    }

    #toggle() {
        const items = [...this.#list.querySelectorAll("details")];
        const open = !items.every((it) => it.open);
        for (const it of items) it.open = open;
        this.#all.textContent = translate(open ? "Close all" : "Open all");
    }

    /** Whoever comes by a link finds it unfolded. */
    #at() {
        const id = decodeURIComponent(location.hash.slice(1));
        const item = [...this.#list.querySelectorAll("details")].find((it) => it.id && it.id === id);
        if (!item) return;
        item.open = true;
        item.scrollIntoView({ block: "nearest" });
    }
}
