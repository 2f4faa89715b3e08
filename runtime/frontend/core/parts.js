/**
 * Parts of the page that functions draw: a new drawing takes the place of the one before. What has a key keeps its
 * element, and with it all that a person did there.
 */
/** @import { Component } from "./component.js" */
/** @import { Dependency, PartConfig } from "../types.js" */
import { adopt, components, define, drop, initial } from "./blocks.js";
import { page, same } from "./component.js";
import { listen, opened, unlisten } from "./events.js";
import { link } from "./mount.js";
import { scriptAt } from "./scripts.js";

/** @typedef {{ components: number[], dependencies: Dependency[] }} Drawn */

/** @type {Map<number, Drawn>} What was drawn last, by the numbers of the parts. */
const parts = new Map();
/** @type {Map<number, number>} How often a part was drawn. */
const turns = new Map();

/** @param {PartConfig} part */
export async function draw(part) {
    const { render_id: id, dependencies } = part;
    const turn = (turns.get(id) ?? 0) + 1;
    turns.set(id, turn);
    const modules = Object.entries(part.modules).map(([type, url]) => [type, page.base + url]);
    await Promise.all([define(Object.fromEntries(modules), part.components), ...part.sheets.map(link)]);
    const area = components.get(part.container);
    // Something newer came meanwhile, or what this stood in is gone.
    if (!area || turns.get(id) !== turn) return;
    const before = parts.get(id) ?? { components: [], dependencies: [] };
    const focus = new Focus(area);
    const kept = put(area, part, new Set(before.components));
    forget(before, kept);
    parts.set(id, { components: part.components.map((it) => it.id), dependencies });
    listen(dependencies);
    const elements = elementsIn([...area.children]);
    const fresh = adopt(
        part.components.filter((it) => !kept.has(it.id)),
        dependencies,
        (at) => elements.get(at),
    );
    for (const { id: at, props } of part.components) {
        const component = kept.get(at);
        if (component) renew(component, props);
    }
    for (const component of [...fresh, ...kept.values()]) component.stand();
    focus.restore();
    for (const [at, event] of dependencies.flatMap((it) => it.targets ?? [])) {
        if (event === "select") components.get(at ?? -1)?.receive({ _selectable: true });
    }
    for (const { js } of dependencies) if (js) scriptAt(page.base + js);
    for (const component of fresh) if (component.ready) await component.ready;
    opened(dependencies);
}

/**
 * Puts what was drawn into its place.
 * @param {Component} area
 * @param {PartConfig} part
 * @param {Set<number>} before
 * @returns {Map<number, Component>} Those that were there before and stay.
 */
function put(area, { html, components: all }, before) {
    const old = [...area.childNodes];
    const fresh = [...new DOMParser().parseFromString(html, "text/html").body.childNodes];
    // Beside the old, so that nothing jumps, and what stays is never off the page.
    area.append(...fresh);
    const places = elementsIn(fresh.filter((it) => it instanceof Element));
    /** @type {Map<number, Component>} */
    const kept = new Map();
    for (const { id, props } of all) {
        const component = components.get(id);
        const place = places.get(id);
        if (props.key == null || !component || !before.has(id)) continue;
        // What holds others is drawn anew around them.
        if (place?.querySelector("[data-id]") || component.querySelector("[data-id]")) continue;
        kept.set(id, component);
        if (place) move(component, place);
    }
    // What stays may have stood right here.
    const staying = new Set(/** @type {Iterable<Node>} */ (kept.values()));
    for (const node of old) if (!staying.has(node)) node.remove();
    return kept;
}

/**
 * @param {Element[]} roots
 * @returns {Map<number, HTMLElement>} By the ids of their components.
 */
function elementsIn(roots) {
    const all = roots.flatMap((root) => [root, ...root.querySelectorAll("[data-id]")]);
    const elements = /** @type {HTMLElement[]} */ (all.filter((it) => it.hasAttribute("data-id")));
    return new Map(elements.map((it) => [Number(it.dataset.id), it]));
}

/**
 * @param {Component} component
 * @param {Element} place
 */
function move(component, place) {
    const parent = /** @type {any} */ (place.parentNode);
    // Where browsers can, the focus, the scroll and what plays there go with it.
    if (component.isConnected && parent.moveBefore) parent.moveBefore(component, place);
    else parent.insertBefore(component, place);
    place.remove();
}

/**
 * Shows what is new about a component that stays.
 * @param {Component} component
 * @param {{ [name: string]: any }} props
 */
function renew(component, props) {
    const preserved = props.preserved_by_key ?? ["value"];
    const changed = Object.entries(props).filter(([name, value]) => !preserved.includes(name) && !same(value, component.props[name]));
    initial.set(component.component, props.value ?? null);
    if (changed.length) component.receive(Object.fromEntries(changed));
}

/**
 * Takes leave of what was drawn before, and of what was drawn in it.
 * @param {Drawn} drawn
 * @param {Map<number, Component>} kept
 */
function forget(drawn, kept) {
    unlisten(drawn.dependencies);
    for (const id of drawn.components) if (!kept.has(id)) drop(id);
    for (const { render_id: inside } of drawn.dependencies) {
        const part = parts.get(inside ?? -1);
        if (!part) continue;
        parts.delete(inside ?? -1);
        forget(part, new Map());
    }
}

/** Where a person is in a part: the same place in the next drawing, if what they were at is gone. */
class Focus {
    /** @param {Component} area */
    constructor(area) {
        this.area = area;
        const at = document.activeElement?.closest("[data-id]");
        this.tag = at && area.contains(at) ? at.localName : null;
        this.index = at && this.tag ? this.all().indexOf(at) : -1;
        this.active = /** @type {HTMLInputElement | null} */ (document.activeElement);
        const { selectionStart: start, selectionEnd: end } = this.active ?? {};
        this.selection = start == null || end == null ? null : /** @type {[number, number]} */ ([start, end]);
    }

    all() {
        return [...this.area.querySelectorAll(this.tag ?? "")];
    }

    restore() {
        if (!this.tag || document.activeElement === this.active) return;
        if (this.active?.isConnected) {
            this.active.focus({ preventScroll: true });
            if (this.selection) this.active.setSelectionRange(...this.selection);
            return;
        }
        const now = this.all();
        const next = /** @type {Component | undefined} */ (now[Math.min(this.index, now.length - 1)]);
        next?.control?.focus({ preventScroll: true });
    }
}
