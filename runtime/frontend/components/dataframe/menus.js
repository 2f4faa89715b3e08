/** What the menus of cells and headers offer. */
/** @import Dataframe from "../dataframe.js" */
import { askFilter, menu } from "./menu.js";
import { addColumn, addRow, empty, removeColumn, removeRows, rename } from "./writing.js";

/** @param {number} group @param {boolean} wanted @param {[string, () => void, boolean?][]} items */
function some(group, wanted, items) {
    return wanted ? items.map(([label, run, danger]) => ({ label, run, danger, group })) : [];
}

/** @param {Dataframe} frame */
export function openMenu(frame) {
    const { sheet, selection } = frame;
    const td = selection.active && frame.grid.at(...selection.active);
    if (!td || !selection.active) return;
    const [, column] = selection.active;
    const [rows, columns] = [sheet.roomForRows, sheet.roomForColumns];
    menu(
        frame,
        td,
        [
            ...some(1, rows.more > 0, [
                ["Add row above", () => addRow(frame, 0)],
                ["Add row below", () => addRow(frame, 1)],
            ]),
            ...some(1, rows.fewer > 0, [["Delete row", () => removeRows(frame), true]]),
            ...some(2, columns.more > 0, [
                ["Add column to the left", () => addColumn(frame, column)],
                ["Add column to the right", () => addColumn(frame, column + 1)],
            ]),
            ...some(2, columns.fewer > 0, [["Delete column", () => removeColumn(frame, column), true]]),
            ...some(3, sheet.canEdit(column), [["Clear", () => empty(frame)]]),
        ],
        () => frame.focusCell(),
    );
}

/**
 * @param {Dataframe} frame
 * @param {number} column
 */
export function openHeaderMenu(frame, column) {
    const { sheet } = frame;
    const th = head(frame, column);
    const columns = sheet.roomForColumns;
    const more = frame.view.sorts.some((sort) => sort.column !== column);
    menu(
        frame,
        th,
        [
            ...some(1, true, [
                ["Sort ascending", () => frame.view.sort(column, false, more)],
                ["Sort descending", () => frame.view.sort(column, true, more)],
            ]),
            ...some(1, frame.view.sorts.some((sort) => sort.column === column), [["Clear sort", () => frame.view.unsort(column)]]),
            ...some(2, true, [["Filter", () => filterForm(frame, column)]]),
            ...some(2, frame.view.filters.some((filter) => filter.column === column), [["Clear filter", () => frame.view.filter(column, null)]]),
            ...some(3, sheet.canGrow.columns, [["Rename", () => rename(frame, column)]]),
            ...some(3, columns.more > 0, [
                ["Add column to the left", () => addColumn(frame, column)],
                ["Add column to the right", () => addColumn(frame, column + 1)],
            ]),
            ...some(3, columns.fewer > 0, [["Delete column", () => removeColumn(frame, column), true]]),
        ],
        () => frame.focusHeader(column),
    );
}

/**
 * @param {Dataframe} frame
 * @param {number} column
 */
function filterForm(frame, column) {
    const { sheet } = frame;
    const closed = () => frame.focusHeader(column);
    const th = head(frame, column);
    const numbers = sheet.isNumeric(column);
    const now = frame.view.filters.find((filter) => filter.column === column);
    askFilter(frame, th, sheet.headers[column], numbers, now, (how, value) => frame.view.filter(column, { how, value }), closed);
}

/**
 * @param {Dataframe} frame
 * @param {number} column
 */
function head({ grid }, column) {
    return /** @type {HTMLElement} */ (grid.head.querySelector(`[data-col="${column}"]`));
}
