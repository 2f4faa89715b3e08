/** The blocks that stand on the page: each has its element, and what it started with. */
/** @import { ComponentConfig, Dependency, Json } from "../types.js" */
import { Component, el, icon, same, translate } from "./component.js";

/** @type {Map<number, Component>} */
export const components = new Map();
/** @type {Map<number, Json>} What a component started with, to go back to. */
export const initial = new Map();
/** @type {Set<string>} The kinds of components that bring a module. */
const withModule = new Set();

/**
 * Loads the modules of kinds of components, as far as they are not known.
 * @param {{ [type: string]: string }} modules
 * @param {ComponentConfig[]} all
 */
export async function define(modules, all) {
    await Promise.all(Object.entries(modules).map(defineOne));
    for (const { type } of all) {
        // Rows, columns and the like need nothing of their own.
        if (!customElements.get(`v-${type}`)) customElements.define(`v-${type}`, class extends Component {});
    }
}

/** @param {[string, string]} module */
async function defineOne([type, url]) {
    withModule.add(type);
    if (customElements.get(`v-${type}`)) return;
    try {
        const { default: element } = await import(new URL(url, document.baseURI).href);
        if (!customElements.get(`v-${type}`)) customElements.define(`v-${type}`, element);
    } catch (error) {
        // One bad module must not take the page with it.
        console.error(`The module of ${type} does not work.`, error);
        if (!customElements.get(`v-${type}`)) customElements.define(`v-${type}`, broken(type, error));
    }
}

/**
 * Stands where a component would, and says why there is none.
 * @param {string} type
 * @param {unknown} error
 */
function broken(type, error) {
    return class extends Component {
        /** @param {import("../types.js").Props} changed */
        draw(changed) {
            if (changed !== this.props) return;
            const text = translate("The module of {type} does not work: {error}", { type, error: String(error) });
            this.append(el("p", { class: "block-error", role: "alert" }, icon("wrong"), text));
        }
    };
}

/**
 * Gives the blocks of a page, or of a part of it, their elements, and starts them.
 * @param {ComponentConfig[]} all
 * @param {Dependency[]} dependencies What happens between them.
 * @param {(id: number) => Element | null | undefined} find
 * @returns {Component[]}
 */
export function adopt(all, dependencies, find) {
    const side = (/** @type {"inputs" | "outputs"} */ name) => new Set(dependencies.flatMap((it) => it[name] ?? []));
    const [inputs, outputs] = [side("inputs"), side("outputs")];
    return all.flatMap(({ id, type, props }) => {
        const element = find(id) ?? faceless(id, type);
        if (!(element instanceof Component)) return [];
        props.interactive ??= inputs.has(id) || !outputs.has(id);
        const stream = dependencies.find(({ targets }) => targets?.some(([at, event]) => at === id && event === "stream"));
        if (stream) props.stream_every = stream.stream_every;
        initial.set(id, props.value ?? null);
        components.set(id, element);
        element.start(props);
        return [element];
    });
}

/**
 * Takes a block off the page for good.
 * @param {number} id
 */
export function drop(id) {
    components.get(id)?.end();
    components.delete(id);
    initial.delete(id);
}

/**
 * What nobody sees does its work off the page.
 * @param {number} id
 * @param {string} type
 */
function faceless(id, type) {
    if (!withModule.has(type)) return null;
    const element = document.createElement(`v-${type}`);
    element.dataset.id = String(id);
    return element;
}

/**
 * @param {number[]} [ids]
 * @returns {Component[]} Those of them that stand on the page.
 */
export function onPage(ids = []) {
    return ids.flatMap((id) => components.get(id) ?? []);
}

/** @param {number[]} ids */
export function valuesOf(ids) {
    return ids.map((id) => components.get(id)?.value ?? null);
}

/**
 * Something happened to a block, or to several at once.
 * @param {number | number[]} at
 * @param {string} event
 */
export function tell(at, event) {
    const component = typeof at === "number" && components.get(at);
    if (component) component.tell(event);
    else document.dispatchEvent(new CustomEvent("vetrina", { detail: { event, component: at } }));
}

/**
 * @param {number} id
 * @param {any} value A value, or props to change.
 * @param {boolean} [quietly] Whether it is no news to anybody.
 */
export function give(id, value, quietly) {
    const component = components.get(id);
    if (!component) return;
    const { __type__: kind, ...props } = value && typeof value === "object" && !Array.isArray(value) ? value : {};
    const changed = kind === "update" ? props : { value };
    if ("value" in changed) component.fail("");
    const isNew = "value" in changed && !same(changed.value, component.value);
    if (kind === "update" || isNew) component.receive(changed);
    if (isNew && !quietly) tell(id, "change");
}
