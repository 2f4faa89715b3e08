// What the recorder has kept, for the pages of an app and for the page of its API: the calls of one app, in this tab.

/** The key has a twin in app.js. */
const KEY = "vetrina_recording";

/**
 * @typedef {object} Recording
 * @property {string} app The path of the app.
 * @property {boolean} on Whether calls are still added.
 * @property {{ fn_index: number, data: import("../types.js").Json[] }[]} calls
 * @property {number} lost How many were too large to be kept.
 */

/**
 * What was recorded of the app at `root`, if anything.
 * @param {string} root
 * @returns {Recording | null}
 */
export function recorded(root) {
    try {
        const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
        return kept?.app === new URL(root, document.baseURI).pathname ? kept : null;
    } catch {
        // A page in somebody else's frame may have no storage.
        return null;
    }
}

/**
 * @param {string} root
 * @returns {Recording}
 */
export function begun(root) {
    return { app: new URL(root, document.baseURI).pathname, on: true, calls: [], lost: 0 };
}

/**
 * @param {Recording} recording
 * @returns {boolean} Whether there was room for it.
 */
export function keep(recording) {
    try {
        sessionStorage.setItem(KEY, JSON.stringify(recording));
        return true;
    } catch {
        return false;
    }
}

export function discard() {
    sessionStorage.removeItem(KEY);
}
