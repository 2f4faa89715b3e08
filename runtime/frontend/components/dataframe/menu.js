/** Menus of cells and headers, and the form that filters a column. */
import { el, translate } from "../../core/component.js";
import { needsValue, tests } from "./arrange.js";

/** @typedef {{ label: string, run: () => void, danger?: boolean, group?: number }} Item */

/** @type {HTMLElement | null} */
let open = null;

/**
 * Opens a menu beside what it belongs to.
 * @param {HTMLElement} host
 * @param {HTMLElement} beside
 * @param {Item[]} items
 * @param {() => void} closed Takes the focus back.
 */
export function menu(host, beside, items, closed) {
    let group = items[0]?.group;
    const lines = items.flatMap(({ label, run, danger, group: own }) => {
        const click = () => {
            close();
            closed();
            run();
        };
        const item = el("button", { type: "button", role: "menuitem", tabindex: -1, class: danger ? "danger" : null, click }, translate(label));
        const line = own === group ? [] : [el("hr")];
        group = own;
        return [...line, item];
    });
    const box = el("div", { class: "cell-menu", role: "menu", popover: "auto" }, ...lines);
    box.addEventListener("keydown", (event) => {
        const all = [...box.querySelectorAll("button")];
        const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
        event.stopPropagation();
        if (to !== undefined) all[to % all.length].focus();
        else if (event.key === "Tab") close();
        else return;
        event.preventDefault();
    });
    unfold(host, beside, box, closed);
    box.querySelector("button")?.focus();
}

function close() {
    open?.hidePopover();
}

/**
 * @param {HTMLElement} host
 * @param {HTMLElement} beside
 * @param {HTMLElement} box
 * @param {() => void} closed
 */
function unfold(host, beside, box, closed) {
    close();
    host.append(box);
    open = box;
    box.addEventListener("toggle", (event) => {
        if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
        const held = box.contains(document.activeElement) || document.activeElement === document.body;
        box.remove();
        if (open === box) open = null;
        if (held) closed();
    });
    box.showPopover();
    const near = beside.getBoundingClientRect();
    const own = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(near.left, innerWidth - own.width - 8));
    const below = near.bottom + 4 + own.height <= innerHeight;
    box.style.left = `${left}px`;
    box.style.top = `${below ? near.bottom + 4 : Math.max(8, near.top - 4 - own.height)}px`;
}

/**
 * Asks what a column is to be filtered by.
 * @param {HTMLElement} host
 * @param {HTMLElement} beside
 * @param {string} name
 * @param {boolean} numbers
 * @param {{ how: string, value: string } | undefined} now
 * @param {(how: string, value: string) => void} take
 * @param {() => void} closed
 */
export function askFilter(host, beside, name, numbers, now, take, closed) {
    const kinds = tests(numbers);
    const how = el("select", { class: "input", "aria-label": "Condition" }, ...kinds.map((kind) => el("option", { value: kind, selected: kind === now?.how }, translate(kind))));
    const value = el("input", { class: "input", placeholder: "Value", "aria-label": "Value", inputmode: numbers ? "decimal" : null });
    value.value = now?.value ?? "";
    const fit = () => (value.hidden = !needsValue(how.value));
    how.addEventListener("change", fit);
    fit();
    const form = el(
        "form",
        { class: "cell-menu filter", popover: "auto", role: "dialog", "aria-label": translate("Filter {name}", { name }) },
        el("b", {}, translate("Filter {name}", { name })),
        how,
        value,
        el("button", { class: "button primary small" }, translate("Apply")),
    );
    form.addEventListener("keydown", (event) => event.stopPropagation());
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        close();
        take(how.value, value.value);
        closed();
    });
    unfold(host, beside, form, closed);
    (value.hidden ? how : value).focus();
}
