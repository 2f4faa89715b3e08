/** What stands beside the title: search, copy, download, the whole screen. */
/** @import Dataframe from "../dataframe.js" */
import { el, icon, page, tool, translate } from "../../core/component.js";
import { DOWNLOAD, EXPAND } from "../media/pictures.js";
import { copyRows } from "./clip.js";
import { toCsv } from "./text.js";

/** While somebody types, nothing is searched for. */
const PAUSE = 120;

/**
 * @param {Dataframe} frame
 * @returns {HTMLElement}
 */
export function toolbar(frame) {
    const { show_search, show_copy_button, show_fullscreen_button } = frame.props;
    const tools = [];
    if (show_search && show_search !== "none") tools.push(search(frame, show_search));
    if (show_copy_button) tools.push(tool("Copy table data", "copy", (event) => copied(frame, event)), tool("Download as CSV", DOWNLOAD, () => download(frame)));
    if (show_fullscreen_button) tools.push(fullscreen(frame));
    return el("div", { class: "table-tools", role: "toolbar", "aria-label": "Actions" }, ...tools);
}

/**
 * @param {Dataframe} frame
 * @param {string} kind
 */
function search(frame, kind) {
    const isFilter = kind === "filter";
    const apply = tool("Apply filter and update dataframe values", "check", () => {
        frame.view.keepFound();
        input.value = "";
        apply.hidden = true;
    });
    apply.hidden = true;
    let timer = 0;
    const input = el("input", {
        class: "input search-input",
        type: "search",
        placeholder: `${translate(isFilter ? "Filter" : "Search")}...`,
        "aria-label": `${translate(isFilter ? "Filter" : "Search")} ${frame.title}`,
        input: () => {
            clearTimeout(timer);
            timer = setTimeout(() => frame.view.search(input.value), PAUSE);
            apply.hidden = !isFilter || !input.value.trim();
        },
        keydown: (/** @type {KeyboardEvent} */ event) => {
            if (event.key !== "Enter") return;
            clearTimeout(timer);
            frame.view.search(input.value);
        },
    });
    return el("span", { class: "table-search" }, input, apply);
}

/**
 * @param {Dataframe} frame
 * @param {Event} event
 */
async function copied(frame, event) {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    await copyRows([frame.sheet.headers, ...(await frame.allRows())]);
    page.announce("Copied");
    button.replaceChildren(icon("check"));
    setTimeout(() => button.replaceChildren(icon("copy")), 1500);
}

/** @param {Dataframe} frame */
async function download(frame) {
    const rows = await frame.allRows();
    // The mark at the start tells spreadsheets that it is UTF-8.
    const file = new Blob(["\uFEFF", toCsv([frame.sheet.headers, ...rows]), "\n"], { type: "text/csv" });
    const url = URL.createObjectURL(file);
    const name = frame.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    el("a", { href: url, download: `${name || "table"}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** @param {Dataframe} frame */
function fullscreen(frame) {
    const button = tool("Fullscreen", EXPAND, () => set(!frame.classList.contains("fullscreen")));
    const set = (/** @type {boolean} */ on) => {
        frame.classList.toggle("fullscreen", on);
        document.documentElement.classList.toggle("still", on);
        button.ariaLabel = button.title = translate(on ? "Exit fullscreen mode" : "Fullscreen");
        button.replaceChildren(icon(on ? "close" : EXPAND));
        frame.grid.measure();
        frame.grid.render();
    };
    frame.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && frame.classList.contains("fullscreen")) set(false);
    });
    return button;
}
