// The recorder, as the page of the API shows it: the button that starts it, and the calls as a program.
import { show } from "../core/component.js";
import { begun, discard, keep, recorded } from "../core/recording.js";
import { ROOT } from "./address.js";

/**
 * Offers to record, and shows what was recorded.
 * @param {import("./api.js").Place} place
 */
export function offerRecorder({ main, leave }) {
    const start = /** @type {HTMLElement | null} */ (main.querySelector("#start-api-recorder"));
    const section = /** @type {HTMLElement | null} */ (main.querySelector("#api-recorded"));
    if (!start || !section) return;

    /** Goes to the app, where it is used. */
    const record = (before = /** @type {ReturnType<typeof recorded>} */ (null)) => {
        const now = { ...(before ?? begun(ROOT.href)), on: true };
        if (keep(now)) leave();
    };
    const label = start.querySelector("span");
    start.addEventListener("click", () => {
        const now = recorded(ROOT.href);
        if (!now?.on) return record();
        now.on = false;
        keep(now);
        start.setAttribute("aria-pressed", "false");
        label?.replaceChildren("Record calls");
        write(section, now);
    });
    section.querySelector("[data-more]")?.addEventListener("click", () => record(recorded(ROOT.href)));
    section.querySelector("[data-discard]")?.addEventListener("click", () => {
        discard();
        section.hidden = true;
        start.focus();
    });

    const now = recorded(ROOT.href);
    if (!now) return;
    if (now.on) {
        start.setAttribute("aria-pressed", "true");
        label?.replaceChildren(`Stop recording: ${number(now.calls.length, "call")}`);
    } else {
        write(section, now);
    }
}

/**
 * The server writes the programs, as it writes those of the endpoints.
 * @param {HTMLElement} section
 * @param {import("../core/recording.js").Recording} recording
 */
async function write(section, { calls, lost }) {
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (section.querySelector(`[data-${name}]`));
    const [about, programs] = [part("about"), part("programs")];
    part("count").textContent = String(calls.length);
    section.hidden = false;
    section.scrollIntoView();
    const lang = /** @type {HTMLInputElement | null} */ (section.parentElement?.querySelector("input[name^=lang-]:checked"))?.value;
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
            count ? `${number(count, "call")}, in order, with the values that were used.` : "",
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
