// The recorder, as the page of the API shows it: the button that starts it, and the calls as a program.
import { show } from "../core/component.js";
import { begun, discard, keep, recorded } from "../core/recording.js";
import { ROOT } from "./address.js";

const start = /** @type {HTMLElement | null} */ (document.querySelector("[data-record]"));
const section = document.getElementById("api-recorded");

/** Offers to record, and shows what was recorded. */
export function offerRecorder() {
    start?.addEventListener("click", () => {
        const now = recorded(ROOT.href);
        if (now?.on) stop();
        else record();
    });
    section?.querySelector("[data-more]")?.addEventListener("click", () => record(recorded(ROOT.href)));
    section?.querySelector("[data-discard]")?.addEventListener("click", () => {
        discard();
        section.hidden = true;
        start?.focus();
    });
    const now = recorded(ROOT.href);
    if (!start || !now) return;
    if (now.on) {
        start.setAttribute("aria-pressed", "true");
        start.querySelector("span")?.replaceChildren(`Stop recording: ${number(now.calls.length, "call")}`);
    } else {
        write(now);
    }
}

/** Goes to the app, where it is used. */
function record(before = /** @type {ReturnType<typeof recorded>} */ (null)) {
    const now = { ...(before ?? begun(ROOT.href)), on: true };
    if (keep(now)) location.assign(location.pathname);
}

function stop() {
    const now = recorded(ROOT.href);
    if (!now || !start) return;
    now.on = false;
    keep(now);
    start.setAttribute("aria-pressed", "false");
    start.querySelector("span")?.replaceChildren("Record calls");
    write(now);
}

/**
 * The server writes the programs, as it writes those of the endpoints.
 * @param {import("../core/recording.js").Recording} recording
 */
async function write({ calls, lost }) {
    const about = section?.querySelector("[data-about]");
    const programs = section?.querySelector("[data-programs]");
    if (!section || !about || !programs) return;
    section.hidden = false;
    section.scrollIntoView();
    const lang = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name^=lang-]:checked"))?.value;
    programs.replaceChildren();
    if (!calls.length) {
        about.textContent = "Nothing was called. Only what is answered by a function is recorded.";
        return;
    }
    try {
        const response = await fetch(new URL("gradio_api/programs", ROOT), {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ calls, lang }),
        });
        if (!response.ok) throw new Error(String(response.status));
        const { html, count } = await response.json();
        const without = calls.length - count;
        const notes = [
            `${number(count, "call")}, in order, with the values that were used.`,
            without ? `${number(without, "call")} of functions that are not for others ${without === 1 ? "is" : "are"} left out.` : "",
            lost ? `${number(lost, "call")} ${lost === 1 ? "was" : "were"} too large to keep.` : "",
        ];
        about.textContent = notes.filter(Boolean).join(" ");
        if (count) show(programs, html);
    } catch (error) {
        about.textContent = `The programs could not be written: ${/** @type {Error} */ (error).message}.`;
    }
}

/**
 * @param {number} count
 * @param {string} noun
 */
function number(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
