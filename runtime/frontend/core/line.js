/** How a line is read: a module of its own, since a page that calls nothing needs none of it. */
/** @import { Json, Message } from "../types.js" */

/** @param {number} ms Or until the page is looked at again. */
export async function pause(ms) {
    const over = new AbortController();
    await new Promise((resolve) => {
        setTimeout(resolve, ms);
        document.addEventListener("visibilitychange", resolve, { signal: over.signal });
    });
    over.abort();
}

/** Browsers have six connections to a host for all tabs: so many may be held by their lines. */
const LINES = 4;

/**
 * Reads over a line, if one may be held, or else only what there is.
 * @param {(rests: boolean) => Promise<boolean>} work
 */
export async function holding(work) {
    if (document.hidden) return { rested: true, heard: await work(true) };
    if (!navigator.locks) return { rested: false, heard: await work(false) };
    for (let place = 0; place < LINES; place++) {
        const held = await navigator.locks.request(`vetrina line ${place}`, { ifAvailable: true }, async (lock) => lock && { rested: false, heard: await work(false) });
        if (held) return held;
    }
    return { rested: true, heard: await work(true) };
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {(message: Message, number: number | null) => void} hear Given the number that the message has, if it has one.
 */
export async function eachMessage(body, hear) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    let number = /** @type {number | null} */ (null);
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        const lines = (rest + value).split("\n");
        rest = lines.pop() ?? "";
        for (const text of lines) {
            if (text.startsWith("id:")) number = Number(text.slice(3));
            if (!text.startsWith("data:")) continue;
            hear(JSON.parse(text.slice(5)), number);
        }
    }
}

/**
 * Applies what changed since the message before.
 * @param {Json[]} values
 * @param {Json[]} changes One list of edits per value.
 */
export function edited(values, changes) {
    return changes.map((edits, index) => {
        if (index >= values.length) return edits;
        return /** @type {any[]} */ (edits).reduce(edit, values[index]);
    });
}

/**
 * @param {any} value
 * @param {import("../types.js").Edit} edit
 */
function edit(value, [action, path, change]) {
    if (!path.length) return action === "append" ? joined(value, change) : change;
    // What does not change stays the same object: a long value is not copied for a word at its end.
    const fresh = Array.isArray(value) ? [...value] : { ...value };
    const [key, ...rest] = path;
    if (rest.length || action === "append") fresh[key] = edit(fresh[key], [action, rest, change]);
    else if (action === "delete") Array.isArray(fresh) ? fresh.splice(Number(key), 1) : delete fresh[key];
    else if (action === "add" && Array.isArray(fresh)) fresh.splice(Number(key), 0, change);
    else fresh[key] = change;
    return fresh;
}

/**
 * @param {any} start
 * @param {any} more
 */
function joined(start, more) {
    return Array.isArray(start) ? [...start, ...more] : start + more;
}
