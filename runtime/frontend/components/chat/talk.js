/** A conversation, as the wire has it and as it is drawn. */
/** @import { Json } from "../../types.js" */

/**
 * @typedef {object} Part What one says at once.
 * @property {"user" | "bot"} role
 * @property {any} content A text, a file or a component.
 * @property {{ [name: string]: any }} metadata
 * @property {{ value: string, label?: string }[]} options
 * @property {number | [number, number]} index Its place in the value.
 */

const NO_METADATA = {};
/** @type {never[]} */
const NO_OPTIONS = [];

/**
 * The parts of a conversation that are shown, in either form of the wire.
 * @param {any[] | null} value
 * @returns {Part[]}
 */
export function parts(value) {
    return (value ?? []).flatMap((entry, index) => {
        if (Array.isArray(entry)) {
            return entry.flatMap((content, side) => (content == null ? [] : [part(side ? "bot" : "user", content, [index, side])]));
        }
        const { role, content, metadata, options } = entry;
        if (!["user", "assistant"].includes(role)) return [];
        // Newer clients write a list where others write its one member.
        return [content].flat().map((it) => part(role === "user" ? "user" : "bot", it?.type === "text" ? it.text : it, index, metadata, options));
    });
}

/**
 * @param {Part["role"]} role
 * @param {any} content
 * @param {Part["index"]} index
 * @param {any} [metadata]
 * @param {any} [options]
 * @returns {Part}
 */
function part(role, content, index, metadata, options) {
    return { role, content, index, metadata: metadata ?? NO_METADATA, options: options ?? NO_OPTIONS };
}

/**
 * Puts together what stands together.
 * @param {Part[]} all
 * @param {boolean} neighbours Whether those of one side do.
 */
export function grouped(all, neighbours) {
    /** @type {Part[][]} */
    const groups = [];
    for (const it of all) {
        const last = groups.at(-1);
        const joins = last && last[0].role === it.role && (neighbours || String(last[0].index) === String(it.index));
        if (joins) last.push(it);
        else groups.push([it]);
    }
    return groups;
}

/**
 * The value with another text in one place.
 * @param {any[]} value
 * @param {Part["index"]} index
 * @param {string} text
 * @returns {Json[]}
 */
export function rewritten(value, index, text) {
    return value.map((entry, at) => {
        if (Array.isArray(index)) return at === index[0] ? entry.with(index[1], text) : entry;
        return at === index ? { ...entry, content: text } : entry;
    });
}

/**
 * What a part is in words: to copy it, and for those who hear the page.
 * @param {Part} part
 * @returns {string}
 */
export function words({ content }) {
    if (typeof content === "string") return content;
    if (content?.file) return content.alt_text ?? content.file.orig_name ?? "a file";
    return `a component of type ${content?.component ?? "unknown"}`;
}
