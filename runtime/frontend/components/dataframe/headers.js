/** The heads of the columns: names to sort by, menus, edges to drag. */
/** @import Dataframe from "../dataframe.js" */
import { el, icon, translate } from "../../core/component.js";
import { pressHeader } from "./keys.js";
import { openHeaderMenu } from "./menus.js";
import { rename } from "./writing.js";

/**
 * @param {Dataframe} frame
 * @param {number} column
 */
export function header(frame, column) {
    const { sheet } = frame;
    const name = sheet.headers[column];
    const at = frame.view.sorts.findIndex((sort) => sort.column === column);
    const sort = frame.view.sorts[at];
    const filtered = frame.view.filters.some((filter) => filter.column === column);
    const marks = [];
    if (sort) marks.push(el("span", { class: `sort-mark ${sort.down ? "down" : "up"}` }, icon("right")));
    if (sort && frame.view.sorts.length > 1) marks.push(el("sup", {}, String(at + 1)));
    if (filtered) marks.push(el("span", { class: "filter-mark", title: "Filter" }));
    const toggle = el(
        "button",
        {
            type: "button",
            class: "header-button",
            tabindex: -1,
            title: "Click to sort, with Shift by several columns",
            click: (/** @type {MouseEvent} */ event) => frame.view.sortBy(column, event.shiftKey),
            dblclick: () => rename(frame, column),
            keydown: (/** @type {KeyboardEvent} */ event) => pressHeader(frame, event, column),
        },
        el("span", { class: "header-name" }, name),
        ...marks,
    );
    const more = el(
        "button",
        {
            type: "button",
            class: "header-menu",
            tabindex: -1,
            "aria-label": translate("Column menu: {name}", { name }),
            "aria-haspopup": "menu",
            click: () => openHeaderMenu(frame, column),
        },
        icon("right"),
    );
    const order = sort ? (sort.down ? "descending" : "ascending") : "none";
    const number = sheet.isNumeric(column);
    return el(
        "th",
        { role: "columnheader", "data-col": column, "aria-sort": order, class: number ? "num" : sheet.type(column) === "bool" ? "yes-no" : null },
        toggle,
        more,
        el("span", { class: "resizer", pointerdown: (/** @type {PointerEvent} */ event) => resize(frame, event, column), dblclick: () => widen(frame, column) }),
    );
}

/**
 * The edge of a column follows the pointer.
 * @param {Dataframe} frame
 * @param {PointerEvent} event
 * @param {number} column
 */
function resize({ grid }, event, column) {
    const edge = /** @type {HTMLElement} */ (event.target);
    const start = /** @type {HTMLElement} */ (edge.parentElement).getBoundingClientRect().width - event.clientX;
    const follow = (/** @type {PointerEvent} */ { clientX }) => {
        grid.dragged[column] = Math.max(48, Math.round(start + clientX));
        grid.measure();
    };
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener("pointermove", follow);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", follow), { once: true });
}

/**
 * As wide as its contents ask for.
 * @param {Dataframe} frame
 * @param {number} column
 */
function widen({ grid }, column) {
    delete grid.dragged[column];
    grid.measure();
}

/**
 * Lets a person write another name.
 * @param {Dataframe} frame
 * @param {number} column
 * @param {(name: string) => void} keep
 */
export function writeName(frame, column, keep) {
    const th = frame.grid.head.querySelector(`[data-col="${column}"]`);
    const input = el("input", { class: "cell-editor open", "aria-label": "Column name" });
    input.value = frame.sheet.headers[column];
    let done = false;
    const end = (/** @type {boolean} */ wanted) => {
        if (done) return;
        done = true;
        input.remove();
        if (wanted && input.value !== frame.sheet.headers[column]) keep(input.value);
        frame.toHeader(column);
    };
    input.addEventListener("keydown", (event) => {
        event.stopPropagation();
        if (event.key === "Enter" || event.key === "Escape") end(event.key === "Enter");
    });
    input.addEventListener("blur", () => end(true));
    th?.append(input);
    input.select();
    input.focus();
}
