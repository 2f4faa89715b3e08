/** Tables as text: what comes from spreadsheets, and what goes to them. */
/** @import { Json } from "../../types.js" */
import { el } from "../../core/component.js";
import { text } from "./arrange.js";

/** @param {Json[][]} rows */
export function toCsv(rows) {
    const cell = (/** @type {Json} */ value) => (/[",\n\r]/.test(text(value)) ? `"${text(value).replaceAll('"', '""')}"` : text(value));
    return rows.map((row) => row.map(cell).join(",")).join("\n");
}

/**
 * The form that spreadsheets like best.
 * @param {Json[][]} rows
 */
export function toHtml(rows) {
    const lines = rows.map((row) => el("tr", {}, ...row.map((value) => el("td", {}, text(value)))));
    return new XMLSerializer().serializeToString(el("table", {}, el("tbody", {}, ...lines)));
}

/**
 * What was copied elsewhere, as rows of texts.
 * @param {DataTransfer} clip
 * @returns {string[][]}
 */
export function fromClip(clip) {
    const html = clip.getData("text/html");
    if (html.includes("<table")) {
        const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
        const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
        if (rows.length) return rows;
    }
    const plain = clip.getData("text/plain").replace(/\r?\n$/, "");
    return plain.includes("\t") || plain.includes("\n") ? separated(plain, "\t") : [[plain]];
}

/**
 * The rows of a file: the separator is what the first line has more of.
 * @param {string} source
 */
export function fromFile(source) {
    const [first] = source.split("\n", 1);
    const tabs = first.split("\t").length;
    const commas = first.split(",").length;
    const semicolons = first.split(";").length;
    const separator = tabs > commas && tabs > semicolons ? "\t" : semicolons > commas ? ";" : ",";
    return separated(source.replace(/^\uFEFF/, "").replace(/\r?\n$/, ""), separator);
}

/**
 * @param {string} source
 * @param {string} separator
 */
function separated(source, separator) {
    /** @type {string[][]} */
    const rows = [[]];
    let cell = "";
    let quoted = false;
    for (let at = 0; at < source.length; at++) {
        const letter = source[at];
        if (quoted) {
            if (letter !== '"') cell += letter;
            else if (source[at + 1] === '"') cell += source[at++];
            else quoted = false;
        } else if (letter === '"' && !cell) quoted = true;
        else if (letter === separator || letter === "\n") {
            rows[rows.length - 1].push(cell.replace(/\r$/, ""));
            cell = "";
            if (letter === "\n") rows.push([]);
        } else cell += letter;
    }
    rows[rows.length - 1].push(cell.replace(/\r$/, ""));
    return rows;
}
