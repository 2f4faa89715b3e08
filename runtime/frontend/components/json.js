/** JSON as a tree to fold and unfold. */
/** @import { Json, Props } from "../types.js" */
import { Component, copyTool, el, icon } from "../core/component.js";

/** A list of more than this is drawn when somebody opens it. */
const MANY = 100;

export default class JsonView extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const place = /** @type {HTMLElement} */ (this.querySelector(".json-tree"));
        if (changed === this.props) this.tools.append(copyTool(this, () => JSON.stringify(this.value, null, 2)));
        for (const side of ["height", "max_height", "min_height"]) {
            const size = changed[side];
            if (size != null) place.style.setProperty(side.replace("_", "-"), typeof size === "number" ? `${size}px` : size);
        }
        if ("value" in changed) place.replaceChildren(...(changed.value == null ? [] : [this.#node(null, changed.value, 0)]));
    }

    /**
     * @param {string | null} key
     * @param {Json} value
     * @param {number} depth
     * @returns {HTMLElement}
     */
    #node(key, value, depth) {
        const name = key === null ? [] : [el("b", {}, key)];
        if (value === null || typeof value !== "object") {
            return el("p", {}, ...name, ...(name.length ? [": "] : []), leaf(value));
        }
        const isList = Array.isArray(value);
        const entries = Object.entries(value);
        const [one, many] = isList ? ["item", "items"] : ["key", "keys"];
        const size = el("small", {}, `${isList ? "list" : "object"}, ${entries.length} ${entries.length === 1 ? one : many}`);
        const inside = el("div");
        const fill = () => {
            if (inside.childElementCount) return;
            const keyed = !isList || this.props.show_indices;
            inside.append(...entries.map(([key, it]) => this.#node(keyed ? key : null, it, depth + 1)));
        };
        const open = this.props.open || (depth < 2 && entries.length <= MANY);
        const node = el("details", { open, toggle: fill }, el("summary", {}, icon("right"), ...name, " ", size), inside);
        if (open) fill();
        return node;
    }
}

/** @param {string | number | boolean | null} value */
function leaf(value) {
    const kind = typeof value === "string" ? "s" : typeof value === "number" ? "n" : "k";
    return el("span", { class: kind }, JSON.stringify(value));
}
