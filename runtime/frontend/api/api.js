// The API page is whole without this file; it adds what only a script can do.
import "../core/theme.js";
import { ROOT, keepAddress } from "./address.js";
import { offerCopies } from "./copy.js";
import { search } from "./find.js";
import { offerTools } from "./mcp.js";
import { offerRecorder } from "./recorded.js";
import { tryOut } from "./try.js";

/**
 * Where the page is shown: by itself, or over a page of the app.
 * @typedef {object} Place
 * @property {HTMLElement} main The page.
 * @property {Document | HTMLElement} around What hears keys that are meant for it.
 * @property {Window | Element} scroller What it scrolls in.
 * @property {() => void} leave Goes to the app, to do there what is to be recorded.
 * @property {AbortSignal} [signal] Ends it.
 */

/** @param {Place} place */
export function enliven(place) {
    const { main } = place;
    keepAddress(place);
    offerCopies(place);
    search(place);
    offerTools(place);
    offerRecorder(place);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (main.querySelectorAll("a[data-path]"))) {
        link.href = new URL(link.dataset.path ?? "", ROOT).href;
    }
    for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (main.querySelectorAll(".try form"))) {
        tryOut(form);
    }
}

const itself = /** @type {HTMLElement | null} */ (document.querySelector("body > main.api"));
if (itself) enliven({ main: itself, around: document, scroller: window, leave: () => location.assign(location.pathname) });
