/** Writes down what one does on the page, so that the page of the API can show it as a program. */
import { el, page, translate } from "./component.js";
import { keep, recorded } from "./recording.js";

/** @typedef {{ id: number, data: import("../types.js").Json[], from: number | null }} Call */

const root = page.base || "./";
const count = el("span", { role: "status" });
if (recorded(root)?.on) start();

function start() {
    const stop = el("button", { type: "button", class: "button small", click: show }, translate("Stop"));
    document.body.append(el("div", { class: "recorder" }, el("span", { class: "rec", "aria-hidden": "true" }), count, stop));
    tellCount();
    document.addEventListener("vetrina-call", (event) => add(/** @type {CustomEvent<Call>} */ (event).detail));
}

/** @param {Call} call */
function add({ id, data, from }) {
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

/** Ends the recording, and leads to what came of it. */
function show() {
    const now = recorded(root);
    if (now) keep({ ...now, on: false });
    location.assign(`${location.pathname}?view=api#api-recorded`);
}
