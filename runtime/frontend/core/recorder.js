/** Writes down what one does on the page, so that the page of the API can show it as a program. */
import { el, page, translate } from "./component.js";
import { keep, recorded } from "./recording.js";

/** @typedef {{ id: number, data: import("../types.js").Json[], from: number | null }} Call */

const root = page.base || "./";
const count = el("span", { role: "status" });
const stop = el("button", { type: "button", class: "button small", id: "api-recorder", click: show }, translate("Stop"));
const badge = el("div", { class: "recorder" }, el("span", { class: "rec", "aria-hidden": "true" }), count, stop);
record();

/** Writes down what is done from now on, as long as somebody wants it. */
export function record() {
    badge.remove();
    if (!recorded(root)?.on) return;
    document.body.append(badge);
    tellCount();
    document.addEventListener("vetrina-call", add);
}

/** @param {Event} event */
function add(event) {
    const { id, data, from } = /** @type {CustomEvent<Call>} */ (event).detail;
    // What a page does by itself when it opens is nothing that somebody did.
    if (from === null) return;
    const now = recorded(root);
    if (!now?.on) return;
    now.calls.push({ fn_index: id, data });
    if (!keep(now)) {
        now.calls.pop();
        now.lost += 1;
        keep(now);
    }
    tellCount();
}

function tellCount() {
    count.textContent = translate("Recorded calls: {count}", { count: recorded(root)?.calls.length ?? 0 });
}

/** Ends the recording, and shows what came of it. */
async function show() {
    const now = recorded(root);
    if (now) keep({ ...now, on: false });
    record();
    const { open } = await import("../api/over.js");
    await open();
}
