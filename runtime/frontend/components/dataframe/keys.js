/** The keyboard of a spreadsheet. */
/** @import Dataframe from "../dataframe.js" */
import { openHeaderMenu, openMenu } from "./menus.js";
import { addRow, cancel, commit, edit, empty, removeRows, rename, toggle } from "./writing.js";

/** @type {{ [key: string]: [number, number] }} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * A key in the body of the table.
 * @param {Dataframe} frame
 * @param {KeyboardEvent} event
 */
export function press(frame, event) {
    const { editor } = frame;
    if (event.isComposing) return;
    const done = editor.open ? whileWriting(frame, event) : whileReading(frame, event);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
}

/**
 * @param {Dataframe} frame
 * @param {KeyboardEvent} event
 */
function whileWriting(frame, event) {
    const { editor } = frame;
    const { key, shiftKey, altKey } = event;
    if (key === "Enter" && altKey) editor.breakLine();
    else if (key === "Enter" && !shiftKey) {
        // One number below the other is typed without any other key; of several lines only the first are seen
        // elsewhere, so whoever wrote some stays with them.
        const long = editor.box.value.includes("\n");
        commit(frame);
        if (!long) frame.move(1, 0, false);
    } else if (key === "Escape") cancel(frame);
    else if (key === "Tab") {
        commit(frame);
        frame.step(shiftKey ? -1 : 1);
    } else if (key in ARROWS && editor.mode === "typing" && !shiftKey) {
        commit(frame);
        frame.move(...ARROWS[key], false);
    } else return false;
    return true;
}

/**
 * @param {Dataframe} frame
 * @param {KeyboardEvent} event
 */
function whileReading(frame, event) {
    const { grid, sheet, selection } = frame;
    const { active } = selection;
    const { key, shiftKey, altKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (!active) return false;
    const far = [grid.count, sheet.headers.length];
    if (key in ARROWS && !altKey) {
        const [down, right] = ARROWS[key];
        if (key === "ArrowUp" && active[0] === 0 && !shiftKey) frame.toHeader(active[1]);
        else frame.move(command ? down * far[0] : down, command ? right * far[1] : right, shiftKey);
    } else if (key === "Home") frame.move(command ? -far[0] : 0, -far[1], shiftKey);
    else if (key === "End") frame.move(command ? far[0] : 0, far[1], shiftKey);
    else if (key === "PageDown") frame.move(grid.page, 0, shiftKey);
    else if (key === "PageUp") frame.move(-grid.page, 0, shiftKey);
    else if (key === "a" && command) frame.selectAll();
    else if ((key === "F10" && shiftKey) || key === "ContextMenu" || (key === "ArrowDown" && altKey)) openMenu(frame);
    else if (key === "Escape") frame.rest();
    else if (!sheet.props.interactive) return false;
    else return whileReady(frame, event);
    return true;
}

/**
 * What only a table that can be changed answers to.
 * @param {Dataframe} frame
 * @param {KeyboardEvent} event
 */
function whileReady(frame, { key, shiftKey, ctrlKey, metaKey }) {
    const command = ctrlKey || metaKey;
    // After Escape the next Tab leaves the table: nobody is held in it.
    if (key === "Tab") return !frame.resting && frame.step(shiftKey ? -1 : 1);
    if (command && key.toLowerCase() === "z") frame.undo(shiftKey);
    else if (command && key === "y") frame.undo(true);
    else if (key === "Enter" || key === "F2") edit(frame);
    else if (key === " " && frame.isBox()) toggle(frame);
    else if (key === "Delete" && command) removeRows(frame);
    else if (key === "Insert") addRow(frame, shiftKey ? 0 : 1);
    else if (key === "Delete" || key === "Backspace") empty(frame);
    else return false;
    return true;
}

/**
 * A key on the header of a column.
 * @param {Dataframe} frame
 * @param {KeyboardEvent} event
 * @param {number} column
 */
export function pressHeader(frame, event, column) {
    const { key, altKey, shiftKey } = event;
    if (key === "ArrowLeft" || key === "ArrowRight") frame.toHeader(column + (key === "ArrowLeft" ? -1 : 1));
    else if ((key === "ArrowDown" && altKey) || (key === "F10" && shiftKey) || key === "ContextMenu") openHeaderMenu(frame, column);
    else if (key === "ArrowDown") frame.choose([0, column]);
    else if (key === "F2") rename(frame, column);
    else return;
    event.preventDefault();
    event.stopPropagation();
}
