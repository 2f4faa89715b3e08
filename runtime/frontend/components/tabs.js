/** Several pages in one place. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Tabs extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            for (const tab of this.tabs) tab.addEventListener("click", () => this.choose(tab));
            this.list.addEventListener("keydown", (event) => this.#key(event));
        } else if ("selected" in changed) {
            const tab = this.tabs.find((tab) => this.#item(tab).props.id === changed.selected);
            if (tab) this.choose(tab);
        }
    }

    get list() {
        return /** @type {HTMLElement} */ (this.querySelector("[role=tablist]"));
    }

    get tabs() {
        return /** @type {HTMLButtonElement[]} */ ([...this.list.children]);
    }

    get value() {
        return this.props.selected ?? null;
    }

    /** @param {HTMLElement} tab */
    #item(tab) {
        return /** @type {Component} */ (document.getElementById(tab.getAttribute("aria-controls") ?? ""));
    }

    /** @param {HTMLButtonElement} chosen */
    choose(chosen) {
        if (chosen.getAttribute("aria-selected") === "true") return;
        for (const tab of this.tabs) {
            const selected = tab === chosen;
            tab.setAttribute("aria-selected", String(selected));
            tab.tabIndex = selected ? 0 : -1;
            this.#item(tab).hidden = !selected;
        }
        const { props } = this.#item(chosen);
        this.props.selected = props.id;
        const data = { index: this.tabs.indexOf(chosen), value: props.label ?? null };
        this.tell("change");
        this.tell("select", data);
        this.#item(chosen).tell("select", data);
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const tabs = this.tabs.filter((tab) => !tab.disabled && !tab.hidden);
        const at = tabs.indexOf(/** @type {HTMLButtonElement} */ (event.target));
        const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
        const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
        const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: -1 }[event.key];
        const next = to === undefined ? undefined : tabs.at(to % tabs.length);
        if (!next) return;
        event.preventDefault();
        next.focus();
        this.choose(next);
    }
}
