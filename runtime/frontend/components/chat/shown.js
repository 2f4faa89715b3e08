/** A component in a message: itself, as it would stand on a page. */
/** @import { Props } from "../../types.js" */
import { Component, el, same } from "../../core/component.js";
import { mount } from "../../core/mount.js";

/** @typedef {{ component: string, value: any, props?: Props }} Content */

/** Whose words the server makes into HTML: with others they are drawn anew. */
const DRAWN = ["html", "markdown"];

export class Shown {
    element = el("div", { class: "shown" });
    /** @type {Content | null} What is to be seen. */
    #wanted = null;
    /** @type {Element | null} */
    #there = null;
    #busy = false;

    /** @param {Content} content */
    async show(content) {
        this.#wanted = content;
        if (this.#busy) return;
        this.#busy = true;
        // What comes while one is on its way is shown next; nothing in between is.
        for (let shown = null; shown !== this.#wanted; ) {
            const before = shown ?? this.#shown;
            shown = this.#wanted;
            await this.#draw(shown, before);
            this.#shown = shown;
        }
        this.#busy = false;
    }

    /** @type {Content | null} What is seen. */
    #shown = null;

    /**
     * @param {Content} content
     * @param {Content | null} before
     */
    async #draw({ component: type, value = null, props = {} }, before) {
        const alike = before?.component === type && same(/** @type {any} */ (before.props ?? {}), props);
        if (alike && this.#there instanceof Component && !DRAWN.includes(type)) {
            if (!same(value, before.value)) this.#there.receive({ value });
            return;
        }
        // Only a name that its author gave is worth its place in a conversation.
        const label = props.show_label !== false && Boolean(props.label);
        try {
            this.#there = await mount(this.element, type, { ...props, value, interactive: false, show_label: label });
        } catch {
            this.#there = null;
            this.element.replaceChildren(el("pre", { class: "data" }, typeof value === "string" ? value : JSON.stringify(value, null, 2)));
        }
    }
}
