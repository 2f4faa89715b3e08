/** What a person changes: cells, rows, columns. */
/** @import { Json } from "../../types.js" */
/** @import Dataframe from "../dataframe.js" */
/** @import { Place } from "./selection.js" */
import { text } from "./arrange.js";
import { writeName } from "./headers.js";
import { span } from "./selection.js";

/** @param {Dataframe} frame */
export function edit(frame) {
    if (!frame.selection.active) return;
    if (frame.isBox()) return toggle(frame);
    frame.stand();
    frame.editor.focus();
    frame.editor.edit();
}

/** @param {Dataframe} frame */
export function toggle(frame) {
    const { active } = frame.selection;
    if (!active) return;
    const row = frame.grid.row(active[0]);
    const before = frame.sheet.cell(row, active[1]);
    write(frame, [[row, active[1], before !== true]], before);
}

/**
 * What was written in the active cell counts.
 * @param {Dataframe} frame
 */
export function commit(frame) {
    const { editor, sheet, grid } = frame;
    const { active } = frame.selection;
    const { written } = editor;
    const held = !!editor.cell?.contains(document.activeElement);
    if (!active || written === null) editor.reset(editor.box.value);
    else {
        const row = grid.row(active[0]);
        const before = sheet.cell(row, active[1]);
        editor.reset(written);
        write(frame, [[row, active[1], sheet.read(row, active[1], written)]], before);
    }
    if (held) frame.focusCell();
    grid.remark();
}

/** @param {Dataframe} frame */
export function cancel(frame) {
    const { active } = frame.selection;
    if (active) frame.editor.reset(text(frame.sheet.cell(frame.grid.row(active[0]), active[1])));
    frame.grid.remark();
    frame.focusCell();
}

/**
 * @param {Dataframe} frame
 * @param {[number, number, Json][]} cells
 * @param {Json} [before] What the one cell was that a person wrote in.
 */
export function write(frame, cells, before) {
    if (!frame.sheet.write(cells)) return;
    frame.grid.redraw();
    frame.stand();
    if (frame.contains(document.activeElement)) frame.focusCell();
    frame.change(frame.sheet.value);
    if (before === undefined) return;
    const [row, column, value] = cells[0];
    frame.tell("edit", { index: [row, column], value, previous_value: before });
}

/**
 * Empties what is selected.
 * @param {Dataframe} frame
 */
export async function empty(frame) {
    const { grid, sheet } = frame;
    const places = frame.selection.places.flat();
    await frame.here(places);
    write(frame, places.map(([view, column]) => [grid.row(view), column, sheet.type(column) === "bool" ? false : ""]));
}

/**
 * Does something to rows or columns that needs all of them here.
 * @param {Dataframe} frame
 * @param {() => void} act
 * @param {Place | null} [then] Where the person is afterwards.
 */
export async function reshape(frame, act, then = null) {
    const { sheet, grid } = frame;
    await frame.whole();
    sheet.release();
    act();
    frame.view.clear();
    frame.selection.set(null);
    frame.editor.leave();
    frame.drawAll();
    frame.change(sheet.value);
    if (then && grid.count) frame.choose([Math.min(then[0], grid.count - 1), Math.min(then[1], sheet.headers.length - 1)]);
}

/**
 * @param {Dataframe} frame
 * @param {number} below 1 for below the active row, 0 for above.
 * @param {boolean} [atEnd]
 */
export function addRow(frame, below, atEnd = false) {
    const { sheet, grid } = frame;
    const { active } = frame.selection;
    if (!sheet.roomForRows.more) return;
    const at = active && !atEnd ? grid.row(active[0]) + below : sheet.rows.length;
    reshape(frame, () => sheet.addRows(at), [at, active && !atEnd ? active[1] : 0]);
}

/** @param {Dataframe} frame */
export function removeRows(frame) {
    const { sheet, grid } = frame;
    const { block } = frame.selection;
    if (!block) return;
    const gone = span(block.top, block.bottom).map((view) => grid.row(view));
    if (gone.length > sheet.roomForRows.fewer) return;
    reshape(frame, () => sheet.removeRows(gone), [Math.min(...gone), block.left]);
}

/**
 * @param {Dataframe} frame
 * @param {number} at
 */
export function addColumn(frame, at) {
    const { sheet, selection } = frame;
    if (sheet.roomForColumns.more) reshape(frame, () => sheet.addColumn(at), [selection.active?.[0] ?? 0, at]);
}

/**
 * @param {Dataframe} frame
 * @param {number} at
 */
export function removeColumn(frame, at) {
    const { sheet, selection } = frame;
    if (sheet.roomForColumns.fewer) reshape(frame, () => sheet.removeColumn(at), [selection.active?.[0] ?? 0, at]);
}

/**
 * @param {Dataframe} frame
 * @param {number} column
 */
export function rename(frame, column) {
    const { sheet } = frame;
    if (sheet.canGrow.columns) writeName(frame, column, (name) => reshape(frame, () => sheet.rename(column, name)));
}
