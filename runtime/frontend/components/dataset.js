/** Samples to choose from: a table of values, or a gallery of single ones. */
/** @import { FileValue, Json, Props } from "../types.js" */
import { Component, el, same, translate } from "../core/component.js";
import { fileName, fileUrl } from "../core/files.js";

export default class Dataset extends Component {
    #page = 0;
    /** @type {number | null} */
    #chosen = null;

    get value() {
        return this.#chosen;
    }

    /** @param {Props} changed */
    draw(changed) {
        if ("value" in changed && changed !== this.props) this.#chosen = changed.value;
        if ("samples" in changed) this.#page = 0;
        let place = this.querySelector(".samples");
        if (!place) this.append((place = el("div", { class: "samples" })));
        const { samples = [], layout, components = [] } = this.props;
        const gallery = (layout ?? (components.length > 1 ? "table" : "gallery")) === "gallery" || this.props.sample_labels;
        const size = this.props.samples_per_page || 10;
        const first = this.#page * size;
        const shown = samples.slice(first, first + size).map((/** @type {Json[]} */ row, /** @type {number} */ index) => ({ row, index: first + index }));
        const empty = el("p", { class: "empty" }, translate("Nothing here yet"));
        place.replaceChildren(samples.length ? (gallery ? this.#gallery(shown) : this.#table(shown)) : empty, ...this.#pages(Math.ceil(samples.length / size)));
    }

    /** @param {{ row: Json[], index: number }[]} shown */
    #gallery(shown) {
        return el("div", { class: "sample-gallery", role: "group", "aria-label": this.props.label ?? "Examples" }, ...shown.map(({ row, index }) => {
            const label = this.props.sample_labels?.[index];
            const parts = label == null ? row.map((value, column) => this.#cell(value, column)) : [label];
            return el("button", { type: "button", class: "sample", "data-index": index, "aria-pressed": index === this.#chosen, click: () => this.#choose(index) }, ...parts);
        }));
    }

    /** @param {{ row: Json[], index: number }[]} shown */
    #table(shown) {
        const { headers = [] } = this.props;
        const head = el("thead", {}, el("tr", {}, ...headers.map((/** @type {string} */ header) => el("th", { scope: "col" }, header))));
        const rows = shown.map(({ row, index }) => {
            // The whole row is for the mouse; the button in its first cell is for all others.
            const button = el("button", { type: "button", class: "sample", "aria-pressed": index === this.#chosen, "aria-label": translate("Sample {index}", { index: index + 1 }) });
            const cells = row.map((value, column) => el("td", {}, this.#cell(value, column)));
            cells[0]?.prepend(button);
            return el("tr", { "data-index": index, class: index === this.#chosen ? "chosen" : null, click: () => this.#choose(index) }, ...cells);
        });
        return el("div", { class: "table-wrap", tabindex: 0 }, el("table", {}, ...(headers.length ? [head] : []), el("tbody", {}, ...rows)));
    }

    /**
     * A value as small as it can be told.
     * @param {any} value
     * @param {number} column
     */
    #cell(value, column) {
        const kind = this.props.components[column];
        if (value == null || value === "") return el("span", { class: "nothing" }, "–");
        if (kind === "colorpicker") return el("span", { class: "colour" }, swatch(String(value)), String(value));
        if (kind === "checkbox") return el("span", {}, value ? "✓" : "✗");
        const choices = this.props.component_props?.[column]?.choices;
        if (choices) return el("span", { class: "sample-text" }, words([value].flat().map((it) => named(it, choices))));
        const files = [value].flat().map((it) => it?.image ?? it?.video ?? it);
        if (files.length && files.every((it) => it?.path)) return el("span", { class: "sample-files" }, ...files.slice(0, 3).map(thumbnail));
        const table = value?.data ?? (Array.isArray(value?.[0]) ? value : null);
        if (kind === "dataframe" && table) return small(table);
        return el("span", { class: "sample-text" }, words(value));
    }

    /** @param {number} count */
    #pages(count) {
        if (count < 2) return [];
        const turn = (/** @type {number} */ page) => {
            this.#page = page;
            this.draw({});
            /** @type {HTMLElement | null} */ (this.querySelector(`.sample-pages [data-page="${page}"]`))?.focus();
        };
        const button = (/** @type {number} */ page) =>
            el("button", { type: "button", class: "button small quiet", "data-page": page, "aria-label": translate("Page {index}", { index: page + 1 }), "aria-current": page === this.#page ? "page" : null, click: () => turn(page) }, String(page + 1));
        const buttons = near(this.#page, count).map((page) => (page === null ? el("span", {}, "…") : button(page)));
        return [el("nav", { class: "sample-pages", "aria-label": "Pages" }, ...buttons)];
    }

    /** @param {number} index */
    #choose(index) {
        this.#chosen = index;
        this.props.value = index;
        const rows = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-index]"));
        for (const row of rows) {
            const chosen = Number(row.dataset.index) === index;
            row.classList.toggle("chosen", chosen);
            (row.matches("button") ? row : row.querySelector("button"))?.setAttribute("aria-pressed", String(chosen));
        }
        this.tell("change");
        this.tell("click");
        this.tell("select", { index, value: this.props.samples[index] });
    }
}

/** The first, the last, and those around the one that is seen; `null` where some are left out. */
function near(/** @type {number} */ page, /** @type {number} */ count) {
    const wanted = [...Array(count).keys()].filter((it) => it === 0 || it === count - 1 || Math.abs(it - page) < 3);
    return wanted.flatMap((it, index) => (index && it - wanted[index - 1] > 1 ? [null, it] : [it]));
}

/**
 * What a choice is called; what is no choice has no name.
 * @param {Json} value
 * @param {[string, Json][]} choices
 */
function named(value, choices) {
    return choices.find((choice) => same(choice[1], value))?.[0] ?? "";
}

/** @param {string} colour */
function swatch(colour) {
    const mark = el("i", { class: "sample-colour" });
    mark.style.background = colour;
    return mark;
}

/** @param {FileValue} file */
function thumbnail(file) {
    const name = fileName(file);
    const kind = (file.mime_type ?? "").split("/")[0] || kindOf(name);
    if (kind === "image") return el("img", { src: fileUrl(file), alt: name, loading: "lazy" });
    if (kind === "video") return el("video", { src: fileUrl(file), muted: true, preload: "metadata", "aria-label": name });
    return el("span", { class: "sample-text" }, name);
}

/** @param {string} name */
function kindOf(name) {
    if (/\.(png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(name)) return "image";
    return /\.(mp4|webm|ogv|mov)$/i.test(name) ? "video" : "file";
}

/** @param {Json[][]} rows */
function small(rows) {
    const shown = rows.slice(0, 3).map((row) => el("tr", {}, ...row.slice(0, 3).map((value) => el("td", {}, words(value)))));
    return el("table", { class: "sample-table" }, ...shown);
}

/**
 * @param {any} value
 * @returns {string}
 */
function words(value) {
    const text = Array.isArray(value) ? value.map(words).join(", ") : typeof value === "object" ? (value.text ?? JSON.stringify(value)) : String(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
