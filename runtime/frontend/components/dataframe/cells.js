/** What stands in a cell, by the type of its column. */
/** @import { Json } from "../../types.js" */
/** @import { Sheet } from "./sheet.js" */
import { el, show } from "../../core/component.js";
import { text } from "./arrange.js";

/** Words that the server has made into safe HTML, by kind and source. */
const KEPT = 2000;

export class Cells {
    /** @type {Map<string, string>} */
    #rich = new Map();
    /** @type {Map<string, Set<HTMLElement>>} What waits for the server, by kind and source. */
    #waiting = new Map();

    /**
     * @param {Sheet} sheet
     * @param {(kind: string, texts: string[]) => Promise<any>} render
     * @param {() => void} rendered
     */
    constructor(sheet, render, rendered) {
        this.sheet = sheet;
        this.render = render;
        this.rendered = rendered;
    }

    /**
     * @param {HTMLElement} td
     * @param {number} row
     * @param {number} column
     */
    draw(td, row, column) {
        const { sheet } = this;
        const kind = sheet.type(column);
        const value = kind === "bool" ? sheet.cell(row, column) : sheet.shown(row, column);
        const css = styled(sheet.styling?.[row]?.[column] ?? "");
        if (css || td.hasAttribute("style")) td.style.cssText = css;
        // What is shown in place of a number is still one.
        td.classList.toggle("num", kind === "number" || (kind === "str" && typeof sheet.cell(row, column) === "number"));
        td.classList.toggle("yes-no", kind === "bool");
        td.ariaInvalid = kind === "number" && sheet.canEdit(column) && !isNumber(sheet.cell(row, column)) ? "true" : null;
        if (!sheet.rows[row]) return fill(td, el("span", { class: "waiting" }));
        if (kind === "bool" && (typeof value === "boolean" || sheet.props.interactive)) return this.#box(td, row, column, value === true);
        const place = this.#text(td);
        if (kind === "markdown" || kind === "html") return this.#html(place, kind, text(value));
        if (kind === "image" && value) return place.replaceChildren(el("img", { src: text(value), alt: "", load: this.rendered }));
        const words = text(value);
        const most = sheet.props.max_chars;
        const cut = most && words.length > most ? `${words.slice(0, most)}…` : words;
        place.textContent = cut;
        td.classList.toggle("cut", cut !== words);
        // A cell to write in is a button with what stands there on it; one with nothing on it would have no name.
        if (sheet.canEdit(column) && words) place.setAttribute("role", "button");
        else place.removeAttribute("role");
    }

    /**
     * The part of a cell that has its words.
     * @param {HTMLElement} td
     */
    #text(td) {
        const found = /** @type {HTMLElement | null} */ (td.querySelector(":scope > .cell-text"));
        if (found) return found;
        const place = el("span", { class: "cell-text" });
        fill(td, " ", place, "   ");
        return place;
    }

    /**
     * @param {HTMLElement} td
     * @param {number} row
     * @param {number} column
     * @param {boolean} checked
     */
    #box(td, row, column, checked) {
        const { sheet } = this;
        // The box that has the focus keeps it.
        const box = /** @type {HTMLInputElement} */ (td.querySelector(":scope > input") ?? el("input", { type: "checkbox", tabindex: -1 }));
        box.checked = checked;
        box.disabled = !sheet.canEdit(column);
        box.ariaLabel = `${sheet.headers[column]}, row ${row + 1}`;
        if (!box.parentElement) fill(td, box);
    }

    /**
     * @param {HTMLElement} place
     * @param {string} kind
     * @param {string} source
     */
    #html(place, kind, source) {
        place.classList.add("prose");
        const key = `${kind} ${source}`;
        const known = source ? this.#rich.get(key) : "";
        if (known !== undefined) return show(place, known);
        place.textContent = source;
        place.dataset.source = key;
        if (!this.#waiting.size) setTimeout(() => this.#ask());
        const all = this.#waiting.get(key) ?? new Set();
        this.#waiting.set(key, all.add(place));
    }

    async #ask() {
        const waiting = this.#waiting;
        this.#waiting = new Map();
        if (this.#rich.size > KEPT) this.#rich.clear();
        for (const kind of ["markdown", "html"]) {
            const keys = [...waiting.keys()].filter((key) => key.startsWith(`${kind} `));
            if (!keys.length) continue;
            const answers = await this.render(kind, keys.map((key) => key.slice(kind.length + 1)));
            keys.forEach((key, at) => {
                this.#rich.set(key, String(answers[at]));
                // The place may show something else by now.
                for (const place of waiting.get(key) ?? []) if (place.dataset.source === key) show(place, String(answers[at]));
            });
        }
        this.rendered();
    }
}

/**
 * Puts other contents into a cell; the box that is written in stays, and with it the focus.
 * @param {HTMLElement} td
 * @param {(Node | string)[]} contents
 */
function fill(td, ...contents) {
    for (const node of [...td.childNodes]) if (!(node instanceof Element && node.matches(".cell-editor"))) node.remove();
    td.prepend(...contents);
}

/** @type {Map<string, string>} */
const inks = new Map();

/**
 * CSS of a cell; on a background of its own the words get an ink that can be read, in light and in dark.
 * @param {string} css
 */
function styled(css) {
    if (!/background/.test(css) || /(^|[;\s])color\s*:/.test(css)) return css;
    let ink = inks.get(css);
    if (ink === undefined) {
        const probe = el("span", { style: css, hidden: true });
        document.body.append(probe);
        const [red, green, blue, alpha = 1] = (getComputedStyle(probe).backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
        probe.remove();
        const light = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
        ink = alpha < 0.5 || Number.isNaN(light) ? "" : light > 0.55 ? "; color: #1d1a16" : "; color: #fff";
        inks.set(css, ink);
    }
    return css + ink;
}

/**
 * Whether a column of numbers may have this; what is blank is none yet.
 * @param {Json} value
 */
function isNumber(value) {
    return Number.isFinite(Number(text(value)));
}

/**
 * Whether two values of a cell look the same.
 * @param {Json} a
 * @param {Json} b
 */
export function alike(a, b) {
    return text(a) === text(b);
}
