// The field that searches the endpoints. `/` goes to it, Enter to the first that is left, the arrows through all of them.

/** @type {HTMLElement} */
let main;

/** @param {import("./api.js").Place} place */
export function search(place) {
    main = place.main;
    const input = /** @type {HTMLInputElement | null} */ (main.querySelector("#api-search"));
    if (!input) return;
    input.addEventListener("input", () => filter(input.value));
    input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") left()[0]?.click();
        else if (event.key === "ArrowDown") left()[0]?.focus();
        else if (event.key === "Escape" && input.value) filter((input.value = ""));
        else return;
        event.preventDefault();
    });
    place.around.addEventListener("keydown", (pressed) => {
        const event = /** @type {KeyboardEvent} */ (pressed);
        const target = /** @type {HTMLElement} */ (event.target);
        if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(target)) {
            event.preventDefault();
            input.select();
        } else if (target.matches(".rail a")) {
            step(event, input);
        }
    });
}

/** @param {HTMLElement} target */
function isTyping(target) {
    return target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} input
 */
function step(event, input) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const all = left();
    const at = all.indexOf(/** @type {HTMLAnchorElement} */ (event.target)) + by;
    event.preventDefault();
    (at < 0 ? input : all[at])?.focus();
}

/** The links that the search has left. */
function left() {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (main.querySelectorAll(".rail a[data-endpoint]"));
    return [...links].filter((link) => !link.hidden);
}

/** @param {string} text */
function filter(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const folds = /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(".endpoints > details"));
    const links = /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(".rail a[data-endpoint]"));
    let found = 0;
    folds.forEach((fold, index) => {
        const hit = words.every((word) => fold.dataset.words?.includes(word.replace(/^\//, "")));
        fold.hidden = !hit;
        const link = links[index];
        if (link) link.hidden = !hit;
        if (hit) found += 1;
    });
    const none = /** @type {HTMLElement | null} */ (main.querySelector("#api-none"));
    if (none) none.hidden = found > 0;
    const said = main.querySelector("#api-found");
    if (said) said.textContent = words.length ? `${found} of ${folds.length} endpoints` : "";
}
