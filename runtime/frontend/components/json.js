/** JSON as a tree to fold, to search and to copy. */
/** @import { Json, Props } from "../types.js" */
import { Component, copyTool, el, icon, tool, translate } from "../core/component.js";
import { resize } from "../core/size.js";

/** More children than this are drawn in parts, each when somebody opens it. */
const MANY = 100;
/** How many lines are drawn before anybody looks at them. */
const AT_ONCE = 600;
/** Finding more than this helps nobody. */
const MOST = 1000;
const LENS = "M3 7a4 4 0 1 0 8 0A4 4 0 1 0 3 7m7 3 3.5 3.5";

/** @typedef {HTMLDetailsElement & { fill?: () => void }} Branch */

export default class JsonView extends Component {
    /** @type {string[][]} The ways to what was found. */
    #found = [];
    #at = 0;
    /** @type {HTMLInputElement | null} */
    #search = null;
    #count = el("span", { class: "count", role: "status" });
    /** @type {HTMLElement[]} Of use once there is something. */
    #tools = [];
    /** How many lines may still be drawn at once. */
    #room = 0;
    /** @type {Branch[]} Those that were drawn folded. */
    #folded = [];
    /** Branches that stand open, but are too far away to be drawn yet. */
    #near = new IntersectionObserver((seen) => {
        for (const { isIntersecting, target } of seen) if (isIntersecting) this.#unfold(/** @type {Branch} */ (target));
    });

    /** @param {Props} changed */
    draw(changed) {
        const place = this.#place;
        if (changed === this.props) {
            this.#tools.push(tool("Search", LENS, () => this.#openSearch()), copyTool(this, () => JSON.stringify(this.value, null, 2)));
            this.tools.append(...this.#tools);
        }
        resize(place, changed);
        if (["value", "open", "show_indices"].some((prop) => prop in changed)) this.#tree();
    }

    get #place() {
        return /** @type {HTMLElement} */ (this.querySelector(".json-tree"));
    }

    #tree() {
        const { value } = this;
        for (const tool of this.#tools) tool.hidden = value == null;
        this.#near.disconnect();
        this.#room = AT_ONCE;
        this.#folded = [];
        this.#place.replaceChildren(...(value == null ? [] : [this.#node(null, value, "", 0)]));
        // The room that is left goes to what is folded: the browser's own search finds words there, and unfolds it.
        for (const branch of this.#folded) {
            if (this.#room <= 0) break;
            branch.fill?.();
        }
        if (this.#search) this.#find();
    }

    /**
     * @param {string | null} key
     * @param {Json} value
     * @param {string} comma What stands behind it: something, if others follow.
     * @param {number} depth
     * @returns {HTMLElement}
     */
    #node(key, value, comma, depth) {
        this.#room--;
        const name = key === null ? [] : [el("b", {}, JSON.stringify(key)), ": "];
        const entries = value !== null && typeof value === "object" ? Object.entries(value) : [];
        const { length } = entries;
        if (!length) return el("p", {}, ...name, leaf(value), ...end(comma));
        const isList = Array.isArray(value);
        const [left, right] = isList ? "[]" : "{}";
        const within = el("span", {}, " ", el("small", {}, `${isList ? "Array" : "Object"}(${length.toLocaleString()})`), ` ${right}`, ...end(comma));
        // Its last line counts, too.
        this.#room--;
        const open = (this.props.open && depth < 20) || depth < 3;
        const node = this.#branch([...name, left], open && (depth < 1 || length <= MANY), () => this.#entries(entries, isList, "", depth));
        const head = /** @type {HTMLElement} */ (node.querySelector("summary > span"));
        const sum = () => (node.open ? within.remove() : head.append(within));
        node.addEventListener("toggle", sum);
        sum();
        node.append(el("p", { class: "json-end" }, right, ...end(comma)));
        return node;
    }

    /**
     * @param {[string, Json][]} entries
     * @param {boolean} isList
     * @param {string} comma What stands behind the last.
     * @param {number} depth
     * @returns {HTMLElement[]}
     */
    #entries(entries, isList, comma, depth) {
        /** @param {number} to */
        const after = (to) => (to < entries.length ? "," : comma);
        if (entries.length <= MANY) {
            const keyed = !isList || this.props.show_indices;
            return entries.map(([key, it], index) => this.#node(keyed ? key : null, it, after(index + 1), depth + 1));
        }
        // Parts of parts, until no part has too many.
        let step = MANY;
        while (entries.length / step > MANY) step *= MANY;
        const parts = [];
        for (let from = 0; from < entries.length; from += step) {
            const part = entries.slice(from, from + step);
            const to = from + part.length;
            const name = isList ? `${from.toLocaleString()} – ${(to - 1).toLocaleString()}` : `${part[0][0]} – ${part[part.length - 1][0]}`;
            const branch = this.#branch([el("small", {}, name)], from === 0 && depth < 1, () => this.#entries(part, isList, after(to), depth));
            branch.dataset.from = String(from);
            branch.dataset.to = String(to);
            parts.push(branch);
        }
        return parts;
    }

    /**
     * @param {(Node | string)[]} summary
     * @param {boolean} open
     * @param {() => HTMLElement[]} children
     */
    #branch(summary, open, children) {
        const inside = el("div", { class: "json-inside" });
        const fill = () => {
            if (!inside.childElementCount) inside.append(...children());
        };
        const node = /** @type {Branch} */ (el("details", { toggle: () => node.open && fill() }, el("summary", {}, icon("right"), el("span", {}, ...summary), "\n"), inside));
        node.fill = fill;
        node.open = open && this.#room > 0;
        if (node.open) fill();
        else if (open) this.#near.observe(node);
        else this.#folded.push(node);
        return node;
    }

    /** @param {Branch} branch */
    #unfold(branch) {
        this.#near.unobserve(branch);
        this.#room = MANY;
        branch.open = true;
        branch.fill?.();
    }

    #openSearch() {
        if (this.#search) return this.#search.focus();
        const id = `c${this.component}-search`;
        const search = el("input", { class: "input", id, type: "search", placeholder: "Search", "aria-label": "Search" });
        search.addEventListener("input", () => this.#find());
        search.addEventListener("keydown", (event) => {
            if (event.key === "Enter") this.#go(event.shiftKey ? -1 : 1);
            if (event.key === "Escape") this.#closeSearch();
        });
        const row = el("div", { class: "json-search" }, search, this.#count, tool("Close search", "close", () => this.#closeSearch()));
        this.#place.before(row);
        this.#search = search;
        search.focus();
    }

    #closeSearch() {
        this.#search?.closest(".json-search")?.remove();
        this.#search = null;
        this.#show(null);
        /** @type {HTMLElement | null} */ (this.tools.querySelector("button"))?.focus();
    }

    #find() {
        const wanted = this.#search?.value.toLowerCase() ?? "";
        this.#found = [];
        for (const path of wanted ? matches(this.value, wanted, []) : []) if (this.#found.push(path) === MOST) break;
        this.#at = 0;
        this.#go(0);
    }

    /** @param {number} step */
    #go(step) {
        const { length } = this.#found;
        this.#at = length ? (this.#at + step + length) % length : 0;
        this.#count.textContent = !this.#search?.value ? "" : length ? translate("{index} of {count}", { index: this.#at + 1, count: length === MOST ? `${MOST}+` : length }) : translate("No match");
        this.#show(this.#found[this.#at] ?? null);
    }

    /**
     * Unfolds the way to what was found.
     * @param {string[] | null} path
     */
    #show(path) {
        this.#place.querySelector(".hit")?.classList.remove("hit");
        if (!path) return;
        let node = this.#place.firstElementChild;
        let value = this.value;
        for (const key of path) {
            const index = Array.isArray(value) ? Number(key) : Object.keys(value).indexOf(key);
            node = child(/** @type {Branch} */ (node), index);
            value = value[key];
        }
        node?.classList.add("hit");
        // The place scrolls, not the page under the person who types.
        const box = this.#place.getBoundingClientRect();
        const hit = node?.getBoundingClientRect();
        if (hit && (hit.top < box.top || hit.top > box.bottom - 24)) this.#place.scrollTop += hit.top - box.top - box.height / 3;
    }
}

/**
 * The child with this index, through parts of parts.
 * @param {Branch} branch
 * @param {number} index
 * @returns {Element}
 */
function child(branch, index) {
    branch.open = true;
    branch.fill?.();
    const { children } = /** @type {Element} */ (branch.querySelector(":scope > .json-inside"));
    const parts = /** @type {Branch[]} */ ([...children]).filter((it) => it.dataset.from);
    if (!parts.length) return children[index];
    let before = 0;
    for (const part of parts) {
        const size = Number(part.dataset.to) - Number(part.dataset.from);
        if (index < before + size) return child(part, index - before);
        before += size;
    }
    return branch;
}

/**
 * @param {Json} value
 * @param {string} wanted
 * @param {string[]} path
 * @returns {Generator<string[]>}
 */
function* matches(value, wanted, path) {
    if (value === null || typeof value !== "object") {
        if (String(value).toLowerCase().includes(wanted)) yield path;
        return;
    }
    for (const [key, it] of Object.entries(value)) {
        const here = [...path, key];
        const leads = it !== null && typeof it === "object";
        if (!Array.isArray(value) && key.toLowerCase().includes(wanted)) {
            yield here;
            if (!leads) continue;
        }
        yield* matches(it, wanted, here);
    }
}

/** @param {Json} value What has nothing in it. */
function leaf(value) {
    const kind = typeof value === "string" ? "s" : typeof value === "number" ? "n" : "k";
    return el("span", { class: kind }, JSON.stringify(value));
}

/**
 * The end of a line. Its spaces are for whoever copies or hears it.
 * @param {string} comma
 */
function end(comma) {
    return [...(comma ? [el("span", { class: "comma" }, ` ${comma}`)] : []), "\n"];
}
