/** What the menus of cells and headers offer. */
/** @import Dataframe from "../dataframe.js" */
import { askFilter, menu } from "./menu.js";

/** @param {number} group @param {boolean} wanted @param {[string, () => void, boolean?][]} items */
function some(group, wanted, items) {
    return wanted ? items.map(([label, run, danger]) => ({ label, run, danger, group })) : [];
}

/**
 * @param {Dataframe} frame
 * @param {HTMLElement} td
 * @param {number} column
 * @param {() => void} closed
 */
export function cellMenu(frame, td, column, closed) {
    const { sheet } = frame;
    const { rows, columns } = sheet.canGrow;
    menu(
        frame,
        td,
        [
            ...some(1, rows, [
                ["Add row above", () => frame.addRow(0)],
                ["Add row below", () => frame.addRow(1)],
                ["Delete row", () => frame.removeRows(), true],
            ]),
            ...some(2, columns, [
                ["Add column to the left", () => frame.addColumn(column)],
                ["Add column to the right", () => frame.addColumn(column + 1)],
            ]),
            ...some(2, columns && sheet.headers.length > 1, [["Delete column", () => frame.removeColumn(column), true]]),
            ...some(3, sheet.canEdit(column), [["Clear", () => frame.empty()]]),
        ],
        closed,
    );
}

/**
 * @param {Dataframe} frame
 * @param {HTMLElement} th
 * @param {number} column
 * @param {() => void} closed
 */
export function headerMenu(frame, th, column, closed) {
    const { sheet } = frame;
    const { columns } = sheet.canGrow;
    const more = frame.sorts.some((sort) => sort.column !== column);
    menu(
        frame,
        th,
        [
            ...some(1, true, [
                ["Sort ascending", () => frame.sort(column, false, more)],
                ["Sort descending", () => frame.sort(column, true, more)],
            ]),
            ...some(1, frame.sorts.some((sort) => sort.column === column), [["Clear sort", () => frame.unsort(column)]]),
            ...some(2, true, [["Filter", () => frame.askFilter(column)]]),
            ...some(2, frame.filters.some((filter) => filter.column === column), [["Clear filter", () => frame.filter(column, null)]]),
            ...some(3, columns, [
                ["Rename", () => frame.rename(column)],
                ["Add column to the left", () => frame.addColumn(column)],
                ["Add column to the right", () => frame.addColumn(column + 1)],
            ]),
            ...some(3, columns && sheet.headers.length > 1, [["Delete column", () => frame.removeColumn(column), true]]),
        ],
        closed,
    );
}

/**
 * @param {Dataframe} frame
 * @param {HTMLElement} th
 * @param {number} column
 * @param {() => void} closed
 */
export function filterForm(frame, th, column, closed) {
    const { sheet } = frame;
    const numbers = sheet.isNumeric(column);
    const now = frame.filters.find((filter) => filter.column === column);
    askFilter(frame, th, sheet.headers[column], numbers, now, (how, value) => frame.filter(column, { how, value }), closed);
}
