/**
 * The line to the server: calls, and the one stream that brings the messages of all of them.
 * The stream is open only while something is under way, so that idle tabs hold nothing.
 */
/** @import { Json, Message } from "../types.js" */

/** @typedef {(message: Message) => void} Listener */
/** @typedef {{ status: number, body: any }} Answer `status` is 0 when no server answered. */

/** One for each time the page is opened. */
export const session = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join("");

let root = "gradio_api/";
/** Called when no server answers. */
let lost = () => {};

/**
 * @param {string} base From this page to the root of the app.
 * @param {() => void} onLost
 */
export function connect(base, onLost) {
    root = `${base}gradio_api/`;
    lost = onLost;
}

/**
 * @param {string} path Below the API's root.
 * @param {object} body
 * @returns {Promise<Answer>}
 */
export async function post(path, body) {
    try {
        const response = await fetch(root + path, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
        });
        return { status: response.status, body: await response.json().catch(() => null) };
    } catch {
        lost();
        return { status: 0, body: null };
    }
}

/** @type {Map<string, Listener>} By event id. */
const listeners = new Map();
/** @type {Map<string, Message[]>} What overtook the answer to its call. */
const early = new Map();
/** @type {Set<string>} Whose further messages nobody wants. */
const over = new Set();
let reading = false;

/**
 * Hands on the messages of a call until `leave`.
 * @param {string} event
 * @param {Listener} listener
 */
export function follow(event, listener) {
    listeners.set(event, listener);
    const waiting = early.get(event) ?? [];
    early.delete(event);
    waiting.forEach(deliver);
    read();
}

/** @param {string} event */
export function leave(event) {
    listeners.delete(event);
    over.add(event);
}

/** Reads for as long as somebody listens. */
async function read() {
    if (reading) return;
    reading = true;
    let idle = 0;
    while (listeners.size && idle < 3) {
        try {
            // The server may close just when a new call is on its way; then the stream is opened again.
            idle = (await readOnce()) ? 0 : idle + 1;
        } catch {
            lost();
            break;
        }
    }
    reading = false;
    giveUp("No connection");
}

/** @returns {Promise<boolean>} Whether anything came for anybody. */
async function readOnce() {
    const language = new URLSearchParams(location.search).get("__lang");
    const query = new URLSearchParams({ session_hash: session, reader: "page", ...(language && { __lang: language }) });
    const response = await fetch(`${root}queue/data?${query}`, { headers: { accept: "text/event-stream" } });
    const { body } = response;
    if (!response.ok || !body) throw new Error(`queue/data: ${response.status}`);
    let heard = false;
    return new Promise((resolve, reject) => {
        /** @param {Message} message */
        const hear = (message) => {
            // The connection is left to the server to end; whoever waits need not see that.
            if (message.msg === "close_stream") return resolve(heard);
            if (message.msg === "heartbeat") return;
            heard = true;
            deliver(message);
        };
        eachMessage(body, hear).then(() => resolve(heard), reject);
    });
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {(message: Message) => void} hear
 */
async function eachMessage(body, hear) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        const lines = (rest + value).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
            if (line.startsWith("data:")) hear(JSON.parse(line.slice(5)));
        }
    }
}

/** @param {Message} message */
function deliver(message) {
    const event = message.event_id;
    if (!event) {
        if (message.msg === "unexpected_error") giveUp(message.message);
        return;
    }
    const listener = listeners.get(event);
    if (listener) listener(message);
    else if (!over.has(event)) early.set(event, [...(early.get(event) ?? []), message]);
}

/** @param {string} message */
function giveUp(message) {
    for (const [event, listener] of [...listeners]) {
        listener({ msg: "unexpected_error", event_id: event, message });
        leave(event);
    }
}

/** Waits until a server answers again, asking less and less often, and gives the id of the app it runs. */
export async function found() {
    for (let wait = 1000; ; wait = Math.min(wait * 1.5, 15000)) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        try {
            const response = await fetch(`${root}app_id`, { cache: "no-store" });
            return response.ok ? (await response.json()).app_id : null;
        } catch {
            // Still away.
        }
    }
}

/** Tells the server that this tab is open; what belongs to it is dropped when the line ends. */
export async function heartbeat() {
    for (;;) {
        try {
            const response = await fetch(`${root}heartbeat/${session}`);
            if (!response.ok || !response.body) return;
            const reader = response.body.getReader();
            while (!(await reader.read()).done);
        } catch {
            // Asked for again below.
        }
        await new Promise((resolve) => setTimeout(resolve, 5000));
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
