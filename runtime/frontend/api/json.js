// JSON as people read it: short things on one line, long things broken, colours, and every figure as it was sent.

const WIDTH = 60;

/** A number in the spelling of the wire. A double would change long ones. */
class Figure {
    /** @param {string} text */
    constructor(text) {
        this.text = text;
    }
}

/**
 * The text of a JSON value, laid out; the text itself where it is no JSON.
 * @param {string} text
 */
export function laidOut(text) {
    try {
        return lines(JSON.parse(text, keepFigures), 0);
    } catch {
        return text;
    }
}

/**
 * @param {string} _key
 * @param {unknown} value
 * @param {{ source?: string }} [context]
 */
function keepFigures(_key, value, context) {
    return typeof value === "number" ? new Figure(context?.source ?? String(value)) : value;
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {string}
 */
function lines(value, depth) {
    const short = line(value);
    if (short.length + 2 * depth <= WIDTH || typeof value !== "object" || value === null || value instanceof Figure) return short;
    const isList = Array.isArray(value);
    const parts = isList
        ? value.map((item) => lines(item, depth + 1))
        : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${lines(item, depth + 1)}`);
    const [open, close] = isList ? "[]" : "{}";
    const indent = "  ".repeat(depth);
    return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(",\n")}\n${indent}${close}`;
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function line(value) {
    if (value instanceof Figure) return value.text;
    if (Array.isArray(value)) return `[${value.map(line).join(", ")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${line(item)}`);
    return parts.length ? `{ ${parts.join(", ")} }` : "{}";
}

const TOKEN = /(?<s>"(?:[^"\\\n]|\\.)*")|(?<n>(?<![\w.])-?\d[\d.]*(?:[eE][+-]?\d+)?)|(?<k>\b(?:true|false|null)\b)/g;

/**
 * The text as nodes, with a span around each word that has a colour.
 * @param {string} text
 */
export function coloured(text) {
    /** @type {(string | HTMLElement)[]} */
    const nodes = [];
    let at = 0;
    for (const match of text.matchAll(TOKEN)) {
        const kind = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] ?? "";
        nodes.push(text.slice(at, match.index), span(kind, match[0]));
        at = match.index + match[0].length;
    }
    nodes.push(text.slice(at));
    return nodes;
}

/**
 * @param {string} kind
 * @param {string} text
 */
export function span(kind, text) {
    const element = document.createElement("span");
    element.className = kind;
    element.textContent = text;
    return element;
}
