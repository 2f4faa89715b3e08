/** Files being sent, as they are seen: a line with the name, how far it is, and a way to stop. */
/** @import { FileValue } from "../types.js" */
import { el, page, tool, translate } from "./component.js";
import { bytes, fits, upload } from "./files.js";
import { toast } from "./status.js";

/**
 * Sends those of the files that are wanted. Says what becomes of the others, and what goes wrong.
 * @param {HTMLElement} place Where the line stands while it takes.
 * @param {File[]} files
 * @param {{ accept?: string[] | null, many?: boolean, wrong?: "Error" | "Warning" }} [wishes]
 * @returns {Promise<FileValue[]>} None when nothing was sent.
 */
export async function send(place, files, { accept, many, wrong = "Error" } = {}) {
    const good = files.filter((file) => fits(file, accept));
    const bad = files.find((file) => !good.includes(file));
    if (bad) toast(wrong.toLowerCase(), wrong, translate("{name} is not of a type that is taken: {types}.", { name: bad.name, types: (accept ?? []).join(", ") }));
    if (!many && good.length > 1) toast("warning", "Warning", translate("There is room for one: {name}.", { name: good[0].name }));
    const chosen = many ? good : good.slice(0, 1);
    if (!chosen.length) return [];
    const stop = new AbortController();
    const { line, progress } = lineOf(chosen, () => stop.abort());
    place.append(line);
    place.setAttribute("aria-busy", "true");
    try {
        const sent = await upload(chosen, { progress, signal: stop.signal });
        page.announce(translate("Uploaded: {name}", { name: called(chosen) }));
        return sent;
    } catch (error) {
        if (stop.signal.aborted) page.announce("Cancelled");
        else toast("error", "Error", /** @type {Error} */ (error).message);
        return [];
    } finally {
        line.remove();
        if (!place.querySelector(":scope > .sending")) place.removeAttribute("aria-busy");
    }
}

/** @param {File[]} files */
function called(files) {
    return files.length === 1 ? files[0].name : translate("Files: {count}", { count: files.length });
}

/**
 * @param {File[]} files
 * @param {() => void} cancel
 */
function lineOf(files, cancel) {
    const name = called(files);
    const whole = files.reduce((sum, { size }) => sum + size, 0);
    const bar = el("progress", { max: 1, value: 0, "aria-label": translate("Uploading {name}", { name }) });
    const share = el("span", { class: "count" });
    const progress = (/** @type {number} */ part) => {
        bar.value = part;
        share.textContent = `${bytes(Math.round(part * whole))} / ${bytes(whole)}`;
    };
    progress(0);
    const line = el("div", { class: "sending" }, el("span", { class: "name" }, name), share, tool(`${translate("Cancel")}: ${name}`, "close", cancel), bar);
    return { line, progress };
}
