/** Mouse, pen and finger in the body of the table. */
/** @import Dataframe from "../dataframe.js" */
/** @import { Place } from "./selection.js" */
import { openMenu } from "./menus.js";
import { edit, toggle } from "./writing.js";

/** @param {Dataframe} frame */
export function pointers(frame) {
    const { grid } = frame;
    /** Whether the mouse is drawing a block. */
    let drawing = false;
    grid.body.addEventListener("pointerdown", (event) => {
        const place = placeOf(frame, event.target);
        if (!place || event.button !== 0) return;
        const target = /** @type {Element} */ (event.target);
        if (target.closest(".cell-menu-button, .cell-editor.open, a")) return;
        if (target.closest("input")) return frame.choose(place);
        // The finger may mean to scroll: what it means is known when it is lifted.
        if (event.pointerType === "touch") return;
        event.preventDefault();
        frame.choose(place, event.shiftKey);
        drawing = true;
    });
    grid.body.addEventListener("click", (event) => {
        const place = placeOf(frame, event.target);
        if (!place || /** @type {PointerEvent} */ (event).pointerType !== "touch") return;
        if (/** @type {Element} */ (event.target).closest(".cell-menu-button, .cell-editor.open, input, a")) return;
        // The first touch chooses, the second writes.
        if (frame.selection.isActive(...place)) edit(frame);
        else frame.choose(place);
    });
    grid.body.addEventListener("pointermove", (event) => {
        if (!drawing || !event.buttons) return void (drawing = false);
        const place = placeOf(frame, document.elementFromPoint(event.clientX, event.clientY));
        if (place && !frame.selection.isActive(...place)) frame.choose(place, true);
    });
    grid.body.addEventListener("dblclick", ({ target }) => placeOf(frame, target) && frame.props.interactive && !frame.isBox() && edit(frame));
    grid.body.addEventListener("contextmenu", (event) => {
        const place = placeOf(frame, event.target);
        if (!place || !frame.props.interactive) return;
        event.preventDefault();
        if (!frame.selection.holds(...place)) frame.choose(place);
        openMenu(frame);
    });
    grid.body.addEventListener("change", ({ target }) => {
        if (target instanceof HTMLInputElement && target.type === "checkbox") toggle(frame);
    });
}

/**
 * @param {Dataframe} frame
 * @param {EventTarget | null} target
 * @returns {Place | null}
 */
function placeOf({ grid }, target) {
    const td = target instanceof Element ? target.closest("td") : null;
    const tr = td?.parentElement;
    if (!td || tr?.parentElement !== grid.body) return null;
    const view = Number(tr.getAttribute("aria-rowindex")) - 2;
    const column = td.dataset.col === "row-number" ? 0 : Number(td.dataset.col);
    return [view, column];
}
