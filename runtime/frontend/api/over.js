/** The API page over a page of the app: what was typed there stays, and what is done there next can be recorded. */
import { el, tool, translate } from "../core/component.js";
import { record } from "../core/recorder.js";

/** Opens it; where that fails, the browser goes there. */
export async function open() {
    const address = new URL(location.href);
    address.searchParams.set("view", "api");
    address.hash = "";
    try {
        await lay(address);
    } catch {
        location.assign(address);
    }
}

/** @param {URL} address */
async function lay(address) {
    const response = await fetch(address);
    const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
    const whole = /** @type {HTMLElement} */ (drawn.querySelector("main.api"));
    const script = /** @type {HTMLScriptElement} */ (drawn.querySelector("script[type=module]"));
    /** @type {typeof import("./api.js")} */
    const api = await import(script.src);
    const sheets = [...drawn.querySelectorAll("link[rel=stylesheet]")].map((sheet) => document.importNode(sheet));
    const arrived = sheets.map((sheet) => new Promise((done) => ["load", "error"].forEach((event) => sheet.addEventListener(event, done))));

    // Its words are those of programs, and English in every language of the page.
    // What was all of a page is a part of one here.
    const main = el("div", { class: whole.className, lang: "en", dir: "ltr" }, ...whole.childNodes);
    main.querySelector("header")?.setAttribute("role", "none");
    const scroller = el("div", { class: "over-page", tabindex: "-1" }, main);
    const alone = el("a", { class: "button quiet small", href: address.href, target: "_blank" }, translate("Open as a page"));
    const close = tool("Close", "close", () => dialog.close());
    const dialog = /** @type {HTMLDialogElement} */ (
        el("dialog", { class: "over", "aria-label": "Use via API" }, el("div", { class: "over-bar" }, alone, close), scroller)
    );
    // A document of its own: neither its rules nor its names meet those of the page below.
    const host = el("div", {});
    host.attachShadow({ mode: "open" }).append(...sheets, dialog);
    document.body.append(host);
    await Promise.all(arrived);
    dialog.showModal();
    scroller.focus();
    history.pushState(null, "", address);

    const isHere = () => new URLSearchParams(location.search).get("view") === "api";
    const ended = new AbortController();
    dialog.addEventListener("close", () => {
        ended.abort();
        host.remove();
        record();
        if (isHere()) history.back();
    });
    dialog.addEventListener("click", ({ target }) => {
        if (target === dialog) dialog.close();
    });
    addEventListener("popstate", () => isHere() || dialog.close(), { signal: ended.signal });
    api.enliven({ main, around: dialog, scroller, leave: () => dialog.close(), signal: ended.signal });
}
