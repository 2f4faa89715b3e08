/** Components that come when the page is already there: drawn by the server, brought to life here. */
/** @import { Alone, ComponentConfig, Props } from "../types.js" */
import { define } from "./blocks.js";
import { Component, el, page } from "./component.js";
import { post } from "./connection.js";

/** @typedef {{ config: ComponentConfig, place: Element, done: (element: Element) => void, fail: (why: unknown) => void }} Wanted */

/** Far above those that the server gives. */
let nextId = 1_000_000_000;
/** @type {Wanted[]} What is asked for together. */
let waiting = [];

/**
 * Puts a component into a place, in place of what is there. It belongs to the page alone: no function hears of it.
 * @param {Element} place
 * @param {string} type
 * @param {Props} props
 * @returns {Promise<Element>} The element; of a kind that does nothing by itself it is no `Component`.
 */
export function mount(place, type, props) {
    return new Promise((done, fail) => {
        waiting.push({ config: { id: nextId++, type, props }, place, done, fail });
        if (waiting.length === 1) queueMicrotask(bring);
    });
}

async function bring() {
    const batch = waiting;
    waiting = [];
    try {
        const { status, body } = await post("draw", { components: batch.map(({ config }) => config) });
        if (status !== 200) throw new Error(body?.detail ?? `draw: ${status}`);
        const { html, modules, sheets } = /** @type {Alone} */ (body);
        const urls = Object.entries(modules).map(([type, url]) => [type, from(url)]);
        await Promise.all([define(Object.fromEntries(urls), []), ...sheets.map(link)]);
        batch.forEach((wanted, index) => wanted.done(stand(wanted, html[index])));
    } catch (error) {
        for (const { fail } of batch) fail(error);
    }
}

/**
 * @param {Wanted} wanted
 * @param {string} html
 */
function stand({ place, config: { props } }, html) {
    const [element] = new DOMParser().parseFromString(html, "text/html").body.children;
    place.replaceChildren(element);
    // The place itself need not stand anywhere yet.
    customElements.upgrade(element);
    if (element instanceof Component) element.start(props);
    return element;
}

/** @type {Map<string, Promise<void>>} */
const linked = new Map();

/**
 * Links a style sheet, and waits for it.
 * @param {string} url
 */
export function link(url) {
    const href = from(url);
    const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
    if ([...links].some((it) => it.href === href)) return linked.get(href);
    const sheet = el("link", { rel: "stylesheet", href });
    const there = new Promise((/** @type {(value: void) => void} */ done) => {
        // What cannot be had leaves things plain, but there.
        sheet.onload = sheet.onerror = () => done();
    });
    linked.set(href, there);
    // In front of the author's, who has the last word.
    links[0].after(sheet);
    return there;
}

/** @param {string} url Seen from the root of the app. */
function from(url) {
    return new URL(page.base + url, document.baseURI).href;
}
