/**
 * What every component of the page is made of. Authors import it as "vetrina".
 * The contract is written down in ../README.md.
 */
/** @import { Json, Props } from "../types.js" */

/**
 * @typedef {object} Page What a component may ask of the page it stands on.
 * @property {(id: number, fn: string, data: Json) => Promise<Json>} ask Calls a server function of a component.
 * @property {(text: string) => void} announce Tells readers of the screen.
 * @property {string} base From the page to the root of the app: "" or "../".
 * @property {string} api Where the routes of the API begin, relative to the page; a slash at its end.
 * @property {{ [english: string]: string }} words The words of the page in the visitor's language.
 * @property {{ [key: string]: string }} texts The app's own texts in it.
 * @property {number | null} maxFileSize The largest file the server takes, in bytes.
 */

/** The page, once it is running. */
export const page = /** @type {Page} */ ({ words: {}, texts: {} });

/** Stands in front of a text that is named by its key. */
const BY_KEY = "__i18n__";

/**
 * A text in the visitor's language: one of the app's own, named by its key, or words of the page,
 * given in English. What has no translation stays as it is.
 * @param {string} text
 * @param {{ [name: string]: string | number }} [values] For the places in it: `{name}`.
 */
export function translate(text, values = {}) {
    const own = text.startsWith(BY_KEY) ? JSON.parse(text.slice(BY_KEY.length)).key : null;
    const said = own === null ? (page.words[text] ?? page.texts[text] ?? text) : (page.texts[own] ?? own);
    return said.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * The same for all texts by key in a value of the wire.
 * @param {any} value
 * @returns {any}
 */
function translated(value) {
    if (typeof value === "string") return value.startsWith(BY_KEY) ? translate(value) : value;
    if (Array.isArray(value)) return value.map(translated);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, translated(one)]));
    return value;
}

export class Component extends HTMLElement {
    /** @type {Props} All props as they are now; the page changes them, `draw` shows them. */
    props = {};

    /**
     * Shows `this.props`. Overridden by components.
     * @param {Props} _changed The props that are new: all of them at the start.
     */
    draw(_changed) {}

    /** The id by which the server knows this component. */
    get component() {
        return Number(this.dataset.id);
    }

    /**
     * Set by a component whose value takes time to come: nothing happens on the page before.
     * @type {Promise<void> | null}
     */
    ready = null;

    /** What functions are given. */
    get value() {
        return /** @type {any} */ (this.props.value ?? null);
    }

    /** The native control that takes the focus and bears the blame: the one the label points to, else the first. */
    get control() {
        const found = this.querySelector(`#c${this.component}`) ?? this.querySelector("input, textarea, select, button");
        return /** @type {HTMLInputElement | null} */ (found);
    }

    /**
     * Called by the page, once, when everything that stands on it is there.
     * @param {Props} props
     */
    start(props) {
        this.props = props;
        this.draw(props);
    }

    /**
     * Called by the page with props that are new.
     * @param {Props} changed
     */
    receive(changed) {
        if (Object.keys(page.texts).length) changed = translated(changed);
        if ("elem_classes" in changed) {
            this.classList.remove(...[this.props.elem_classes ?? []].flat());
            this.classList.add(...[changed.elem_classes ?? []].flat());
        }
        Object.assign(this.props, changed);
        if ("visible" in changed) this.see(changed.visible !== false && changed.visible !== "hidden");
        if ("label" in changed) this.name(changed.label);
        if ("info" in changed) this.help(changed.info);
        if ("elem_id" in changed) this.id = changed.elem_id || `component-${this.component}`;
        this.#share(changed);
        this.draw(changed);
    }

    /**
     * Called by the page when a value that comes in pieces goes on: "waiting" for its turn, "open" for the next piece, "busy"
     * with the last, or "closed", when it takes no more.
     * @param {"waiting" | "open" | "busy" | "closed"} _state
     * @param {number | null} _left Seconds until it takes no more.
     */
    flow(_state, _left) {}

    /** Called by the page when it is taken off for good: what goes on by itself ends. */
    end() {}

    /** Browsers that can move an element without taking it off the page for a moment call this. */
    connectedMoveCallback() {}

    /**
     * Its part of the row or column it stands in.
     * @param {Props} changed
     */
    #share({ scale, min_width: width }) {
        if (scale !== undefined) for (const name of ["--scale", "--grow"]) this.style.setProperty(name, scale === null ? "" : String(scale));
        if (width !== undefined) this.style.setProperty("--min-width", width === null ? "" : `${width}px`);
    }

    /**
     * The person chose another value.
     * @param {Json} value
     */
    change(value) {
        this.props.value = value;
        this.blame(null);
        this.tell("input");
        this.tell("change");
    }

    /**
     * Something happened that functions may be attached to.
     * @param {string} event
     * @param {Json} [data]
     */
    tell(event, data) {
        const detail = { event, data, component: this.component };
        // What is not there just now speaks for itself.
        (this.isConnected ? this : document).dispatchEvent(new CustomEvent("vetrina", { bubbles: true, detail }));
    }

    /**
     * Calls a function of this component on the server.
     * @param {string} fn
     * @param {Json[]} data
     */
    ask(fn, ...data) {
        return page.ask(this.component, fn, data);
    }

    /** @param {boolean} visible */
    see(visible) {
        this.hidden = !visible;
        this.stand();
    }

    /** What is not there at all, other than what is hidden, cannot be found on the page either. */
    stand() {
        const there = this.props.visible !== false;
        if (there) this.#place?.replaceWith(this);
        else if (this.parentNode) this.replaceWith((this.#place ??= document.createComment("")));
    }

    /** @type {Comment | null} Keeps the place of what is not there. */
    #place = null;

    /** @param {string} label */
    name(label) {
        const title = this.querySelector(":scope > .block-head > .block-title");
        if (title && label != null) title.textContent = label;
    }

    /** @param {string | null} text */
    help(text) {
        let info = this.querySelector(":scope > .block-info");
        if (!info) {
            const id = `c${this.component}-info`;
            (this.querySelector(":scope > .block-head") ?? this.lastElementChild ?? this.head).after((info = el("p", { class: "block-info", id })));
            this.control?.setAttribute("aria-describedby", id);
        }
        info.textContent = text ?? "";
    }

    /** Where tools stand, at the end of the title. */
    get tools() {
        const found = this.querySelector(":scope > .block-head > .block-tools");
        if (found) return found;
        const tools = el("div", { class: "block-tools" });
        this.head.append(tools);
        return tools;
    }

    /**
     * Says in its title that what it shows is not what it was to show.
     * @param {string} word
     */
    fail(word) {
        if (word) this.head.setAttribute("data-failed", word);
        else this.querySelector(":scope > [data-failed]")?.removeAttribute("data-failed");
    }

    /** The line of the title; a block without one gets it when there is something to put there. */
    get head() {
        let head = this.querySelector(":scope > .block-head");
        if (!head) this.prepend((head = el("div", { class: "block-head" })));
        return head;
    }

    /**
     * Says at this component what is wrong with its value, until it changes.
     * @param {string | null} message
     */
    blame(message) {
        this.fail("");
        const id = `c${this.component}-error`;
        this.querySelector(`#${id}`)?.remove();
        // A group is to blame as a whole, not the first of its choices.
        const bearer = this.hasAttribute("role") ? this : this.control;
        const described = (bearer?.getAttribute("aria-describedby") ?? "").split(" ").filter((it) => it && it !== id);
        bearer?.removeAttribute("aria-invalid");
        if (message) {
            bearer?.setAttribute("aria-invalid", "true");
            described.push(id);
            this.append(el("p", { class: "block-error", id }, icon("wrong"), translate(message)));
        }
        if (described.length) bearer?.setAttribute("aria-describedby", described.join(" "));
        else bearer?.removeAttribute("aria-describedby");
    }
}

/** Attributes that people read or hear. */
const SAID = ["alt", "aria-label", "placeholder", "title"];

/**
 * An element; `true` sets a bare attribute, `false`, `null` and `undefined` leave it out, functions listen.
 * Words of the page in attributes are said in the visitor's language.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{ [name: string]: any }} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "function") element.addEventListener(name, value);
        else if (value === true) element.setAttribute(name, "");
        else if (value !== false && value != null) element.setAttribute(name, SAID.includes(name) ? translate(String(value)) : String(value));
    }
    element.append(...children);
    return element;
}

const ICONS = {
    close: "m4 4 8 8m0-8-8 8",
    check: "m3 8.5 3.3 3.3L13 4.6",
    copy: "M5.5 7A1.5 1.5 0 0 1 7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12zM3.5 10.5h-.3a.7.7 0 0 1-.7-.7V3.2c0-.4.3-.7.7-.7h6.6c.4 0 .7.3.7.7v.3",
    wrong: "M2 8a6 6 0 1 0 12 0A6 6 0 1 0 2 8m4-2 4 4m0-4-4 4",
    right: "m6.2 4 4 4-4 4",
    info: "M2 8a6 6 0 1 0 12 0A6 6 0 1 0 2 8m6-.6v3.4M8 5.1v.1",
    success: "M2 8a6 6 0 1 0 12 0A6 6 0 1 0 2 8m3.4.3 1.8 1.8 3.5-3.9",
    warning: "M7.1 2.7 1.7 12a1 1 0 0 0 .9 1.5h10.8a1 1 0 0 0 .9-1.5L8.9 2.7a1 1 0 0 0-1.8 0zM8 6.2v3M8 11.3v.1",
    again: "M13.2 8A5.2 5.2 0 1 1 11.7 4.3L13.2 6m0-3.4V6H9.8",
};

/** @param {keyof typeof ICONS | `M${string}`} name Of one that many need, or the path of one's own on 16 by 16. */
export function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", name in ICONS ? ICONS[/** @type {keyof typeof ICONS} */ (name)] : name);
    svg.append(path);
    return svg;
}

/**
 * A small button that is only a picture, and its name.
 * @param {string} label
 * @param {Parameters<typeof icon>[0]} picture
 * @param {(event: Event) => void} click
 */
export function tool(label, picture, click) {
    label = translate(label);
    return el("button", { type: "button", class: "button quiet small icon-only", "aria-label": label, title: label, click }, icon(picture));
}

/**
 * A tool that copies what `text` gives, and shows that it did.
 * @param {Component} component
 * @param {() => string} text
 */
export function copyTool(component, text) {
    const button = tool("Copy", "copy", async () => {
        const copied = text();
        await copy(copied);
        button.replaceChildren(icon("check"));
        page.announce("Copied");
        component.tell("copy", { value: copied });
        setTimeout(() => button.replaceChildren(icon("copy")), 1500);
    });
    // What is copied is said after the name: looking for the label must find the text itself.
    button.setAttribute("aria-describedby", `c${component.component}-title`);
    return button;
}

/** @param {string} text */
export async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Pages that do not come by https or from this machine have no clipboard of their own.
    const area = el("textarea", { class: "sr-only" }, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
}

/**
 * Whether two values of the wire are the same.
 * @param {Json | undefined} a
 * @param {Json | undefined} b
 * @returns {boolean}
 */
export function same(a, b) {
    if (Object.is(a ?? null, b ?? null)) return true;
    if (!a || !b || typeof a !== "object" || typeof b !== "object" || Array.isArray(a) !== Array.isArray(b)) return false;
    const [one, other] = /** @type {{ [key: string]: Json }[]} */ ([a, b]);
    const keys = Object.keys(one);
    // What is not set is as good as missing.
    const extra = Object.keys(other).some((key) => other[key] != null && !(key in one));
    return !extra && (!Array.isArray(a) || keys.length === Object.keys(b).length) && keys.every((key) => same(one[key], other[key]));
}

/**
 * The texts in the language of the page; the first of all when there are none in it.
 * @template T
 * @param {{ [language: string]: T }} all
 * @returns {T}
 */
export function words(all) {
    const { lang } = document.documentElement;
    return all[lang] ?? all[lang.split("-")[0]] ?? Object.values(all)[0];
}

/**
 * Puts HTML that the server has made safe into a place.
 * @param {Element} place
 * @param {string} html
 */
export function show(place, html) {
    place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
}
