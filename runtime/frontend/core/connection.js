/**
 * The line to the server: calls, and the one stream that brings the messages of all of them.
 * The stream is open only while something is under way, so that idle tabs hold nothing.
 */
/** @import { Json, Message } from "../types.js" */

/** @typedef {(message: Message) => void} Listener */
/** @typedef {{ status: number, body: any }} Answer `status` is 0 when no server answered. */

const STORED = "vetrina tab";

/** One for each time the page is opened: functions keep values for it. */
export const session = random();
/** What this tab was before it was loaded again, if it had called anything. */
export const before = tabBefore();
/** Whose runs are read. They outlive a reload, which values that are kept do not. */
const tab = before?.tab ?? random();
/** The number of the last message that came. */
let newest = before?.newest ?? 0;

let root = "gradio_api/";
/** Whether the server is told that this page is open. */
let stays = false;
/** Called when no server answers; ends when one does, and tells whether it is the same. */
let lost = async (/** @type {boolean} */ _call) => true;

/**
 * @param {string} base From this page to the root of the app.
 * @param {(call: boolean) => Promise<boolean>} onLost Given whether it was a call that was lost.
 */
export function connect(base, onLost) {
    root = `${base}gradio_api/`;
    lost = onLost;
}

function random() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Taken away at once: a tab that is made from this one is another. */
function tabBefore() {
    try {
        const stored = sessionStorage.getItem(STORED);
        sessionStorage.removeItem(STORED);
        return /** @type {{ tab: string, newest: number } | null} */ (JSON.parse(stored ?? "null"));
    } catch {
        return null;
    }
}

addEventListener("pagehide", ({ persisted }) => {
    try {
        if (newest || listeners.size) sessionStorage.setItem(STORED, JSON.stringify({ tab, newest }));
    } catch {
        // It begins anew then.
    }
    if (!stays && !listeners.size) return;
    const [{ responseStart }] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    // One that the browser keeps may come back.
    const runs = listeners.size && !persisted ? { tab, open_for: Math.round(performance.now() - responseStart) } : {};
    navigator.sendBeacon(`${root}leave`, JSON.stringify({ session_hash: session, ...runs }));
});
addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tabBefore();
    if (stays) read();
});

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
        lost(true);
        return { status: 0, body: null };
    }
}

/** @type {Map<string, Listener>} By event id. */
const listeners = new Map();
/** @type {Map<string, Message[]>} What overtook the answer to its call. */
const early = new Map();
/** @type {Set<string>} Whose further messages nobody wants. */
const over = new Set();
/** @type {Map<string, Json[]>} What calls show, as far as it came over this line. */
const shown = new Map();
let reading = false;
/** How often the line broke without a word since anything came over it. */
let failures = 0;
let line = new AbortController();

/**
 * Calls a function that answers over the line.
 * @param {object} body
 * @param {string} search
 */
export function join(body, search) {
    return post(`queue/join${search}`, { ...body, tab });
}

/**
 * Stops a call.
 * @param {number} index
 * @param {string | null} event
 */
export function cancel(index, event) {
    post("cancel", { session_hash: tab, fn_index: index, event_id: event });
}

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
    shown.delete(event);
    over.add(event);
}

/** Tells the server from now on that this page is open; what belongs to it is dropped when it is not. */
export function stay() {
    stays = true;
    read();
}

document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
        if (stays) read();
    } else {
        // Whoever only looks into another tab for a moment keeps the line.
        setTimeout(() => document.hidden && line.abort(), 5000);
    }
});

/** @type {typeof import("./line.js")} There as soon as a line is read. */
let reader;

/** Reads for as long as somebody listens. */
async function read() {
    if (reading) return;
    reading = true;
    let idle = 0;
    while (listeners.size || (stays && !document.hidden)) {
        try {
            reader ??= await import("./line.js");
            const { rested, heard } = await reader.holding(readOnce);
            // The server may close just when a new call is on its way; then the stream is opened again.
            idle = heard ? 0 : idle + 1;
            if (idle > 2 && listeners.size) giveUp("The server does not know this run any more.");
            if (rested && !listeners.size) break;
            if (rested || idle) await reader.pause(document.hidden ? 2000 : 500);
        } catch {
            if (line.signal.aborted) continue;
            // A line that breaks once is opened again before anybody has to be told.
            if (!failures++) await wait(100);
            else if (!(await lost(false))) giveUp(null);
        }
    }
    // What is closed without a word is taken for gone.
    if (stays && document.hidden) await readOnce(true).catch(() => {});
    reading = false;
}

/**
 * @param {boolean} rests Whether only what there is now is wanted.
 * @returns {Promise<boolean>} Whether anything came for anybody, or could come.
 */
async function readOnce(rests) {
    const language = new URLSearchParams(location.search).get("__lang");
    const query = new URLSearchParams({ session_hash: session, tab, reader: "page", after: String(newest), ...(language && { __lang: language }) });
    if (rests) query.set("rest", "true");
    else if (stays) query.set("stay", "true");
    // Each line begins with whole values.
    shown.clear();
    line = new AbortController();
    const response = await fetch(`${root}queue/data?${query}`, { headers: { accept: "text/event-stream" }, signal: line.signal });
    const { body } = response;
    if (!response.ok || !body) throw new Error(`queue/data: ${response.status}`);
    let heard = false;
    return new Promise((resolve, reject) => {
        /**
         * @param {Message} message
         * @param {number | null} number
         */
        const hear = (message, number) => {
            newest = number ?? newest;
            // The connection is left to the server to end; whoever waits need not see that.
            failures = 0;
            if (message.msg === "close_stream") return resolve(heard);
            if (message.msg === "heartbeat") return;
            heard = true;
            deliver(whole(message));
            if (!message.event_id) resolve(heard);
        };
        // Only a line that was closed with a word is not broken.
        const ended = () => (rests ? resolve(true) : reject(new Error("queue/data ended")));
        reader.eachMessage(body, hear).then(ended, reject);
    });
}

/**
 * The message with the values themselves in the place of what changed since the one before.
 * @param {Message} message
 */
function whole(message) {
    if (message.msg !== "process_generating" || !message.success || !message.output.data) return message;
    const { event_id: event, output } = message;
    const known = shown.get(event);
    const data = known ? reader.edited(known, message.output.data) : message.output.data;
    shown.set(event, data);
    return { ...message, output: { ...output, data } };
}

/** @param {Message} message */
function deliver(message) {
    const event = message.event_id;
    if (!event) {
        if (message.msg !== "unexpected_error") return;
        // Numbers of a session that is gone say nothing.
        if (message.session_not_found) newest = 0;
        giveUp("The server does not know this run any more.");
        return;
    }
    const listener = listeners.get(event);
    if (listener) listener(message);
    else if (!over.has(event)) early.set(event, [...(early.get(event) ?? []), message]);
}

/** @param {string | null} message Nothing where it was said already. */
function giveUp(message) {
    for (const [event, listener] of [...listeners]) {
        listener({ msg: "unexpected_error", event_id: event, message });
        leave(event);
    }
}

/** @param {number} ms */
function wait(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until a server answers again, asking less and less often, and gives the id of the app it runs. */
export async function found() {
    const rest = reader?.pause ?? wait;
    for (let ms = 500; ; ms = Math.min(ms * 1.5, 15000)) {
        await rest(ms * (0.75 + Math.random() / 2));
        try {
            const response = await fetch(`${root}app_id`, { cache: "no-store" });
            return response.ok ? (await response.json()).app_id : null;
        } catch {
            // Still away.
        }
    }
}
