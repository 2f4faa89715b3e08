// The address names what is open: `?view=api&endpoint=greet&lang=curl#greet`. A link to it opens the same thing again,
// with script and without.

/** The app, wherever it lives and whether or not its address ends with a slash: this file stands two folders below it. */
export const ROOT = new URL("../../", import.meta.url);

const LANGUAGES = "input[name^=lang-]";
/** @type {import("./api.js").Place} */
let here;
const folds = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (here.main.querySelectorAll(".endpoints > details"));
const links = () => /** @type {NodeListOf<HTMLAnchorElement>} */ (here.main.querySelectorAll(".rail a[data-endpoint]"));

/** @param {import("./api.js").Place} place */
export function keepAddress(place) {
    here = place;
    for (const fold of folds()) {
        // The fold has not moved yet when its summary is clicked.
        fold.querySelector("summary")?.addEventListener("click", () => visit(fold.open ? nextOpen(fold) : fold, "replace"));
    }
    for (const link of links()) {
        link.addEventListener("click", (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            const fold = named(link.dataset.endpoint);
            if (fold) visit(fold, "push");
            reveal(fold);
            fold?.querySelector("summary")?.focus({ preventScroll: true });
        });
    }
    addEventListener("popstate", arrive, { signal: place.signal });
    addEventListener("hashchange", arrive, { signal: place.signal });
    place.main.addEventListener("click", jump);
    place.main.addEventListener("change", (event) => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        if (input.matches(LANGUAGES)) speak(input.value, input);
    });
    arrive();
}

/** Opens what the address names. */
function arrive() {
    const address = new URL(location.href);
    const language = address.searchParams.get("lang") ?? remembered();
    if (language) choose(language);
    const hash = decoded(address.hash.slice(1));
    const byHash = named(hash) ?? named(hash.replace(/^\//, ""));
    const fold = byHash ?? named(address.searchParams.get("endpoint"));
    if (!fold) return;
    mark(fold);
    if (byHash) reveal(fold);
    else fold.open = true;
}

/**
 * A link to a part of the page, which the browser does not find where it stands over another.
 * @param {Event} event
 */
function jump(event) {
    const link = /** @type {Element} */ (event.target).closest("a[href^='#']");
    const part = link && here.main.querySelector(link.getAttribute("href") ?? "");
    if (!part || here.around === document) return;
    event.preventDefault();
    part.scrollIntoView();
}

/** @param {string} text */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

/** @param {string | null | undefined} name */
function named(name) {
    return [...folds()].find((fold) => fold.dataset.endpoint === name);
}

/** @param {HTMLDetailsElement} but */
function nextOpen(but) {
    return [...folds()].find((fold) => fold.open && fold !== but);
}

/** @param {HTMLDetailsElement | undefined} fold */
function reveal(fold) {
    if (!fold) return;
    fold.open = true;
    fold.hidden = false;
    fold.scrollIntoView();
}

/**
 * @param {HTMLDetailsElement | undefined} fold
 * @param {"push" | "replace"} how
 */
function visit(fold, how) {
    mark(fold);
    note(how, (address) => {
        const name = fold?.dataset.endpoint;
        if (name) address.searchParams.set("endpoint", name);
        else address.searchParams.delete("endpoint");
        address.hash = name ? encodeURIComponent(name) : "";
    });
}

/** @param {HTMLDetailsElement | undefined} fold */
function mark(fold) {
    for (const link of links()) {
        if (link.dataset.endpoint === fold?.dataset.endpoint) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
    }
}

/**
 * One choice of language is meant for all endpoints, and for the next visit.
 * @param {string} language
 * @param {HTMLElement} origin
 */
function speak(language, origin) {
    const before = origin.getBoundingClientRect().top;
    choose(language);
    // Programs above have changed their height; what was pressed stays under the finger.
    here.scroller.scrollBy({ top: origin.getBoundingClientRect().top - before, behavior: "instant" });
    document.cookie = `vetrina_lang=${language}; path=${ROOT.pathname}; max-age=31536000; samesite=lax`;
    note("replace", (address) => address.searchParams.set("lang", language));
}

/** @param {string} language */
function choose(language) {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (here.main.querySelectorAll(LANGUAGES))) {
        if (input.value === language) input.checked = true;
    }
    for (const link of links()) {
        link.search = link.search.replace(/([?&]lang=)[^&]*/, `$1${encodeURIComponent(language)}`);
    }
}

function remembered() {
    return document.cookie.match(/(?:^|; )vetrina_lang=([a-z]+)/)?.[1];
}

/**
 * @param {"push" | "replace"} how
 * @param {(address: URL) => void} change
 */
function note(how, change) {
    const address = new URL(location.href);
    change(address);
    if (address.href === location.href) return;
    // Over a page, the way back is to that page.
    if (how === "push" && here.around === document) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
}
