/** Copy, cut, paste and drop: tables go to spreadsheets and come from them. */
/** @import { Json } from "../../types.js" */
/** @import Dataframe from "../dataframe.js" */
import { page } from "../../core/component.js";
import { fromClip, fromFile, toCsv, toHtml } from "./text.js";
import { empty, reshape, write } from "./writing.js";

/** @param {Dataframe} frame */
export function listen(frame) {
    const { table } = frame.grid;
    table.addEventListener("copy", (event) => copy(frame, event));
    table.addEventListener("cut", (event) => {
        const copied = copy(frame, event);
        if (frame.props.interactive) copied?.then(() => empty(frame));
    });
    table.addEventListener("paste", (event) => {
        if (frame.editor.open || !frame.props.interactive || !frame.selection.active || !event.clipboardData) return;
        event.preventDefault();
        paste(frame, fromClip(event.clipboardData));
    });
}

/**
 * What is selected. The promise is kept when it is in the clipboard.
 * @param {Dataframe} frame
 * @param {ClipboardEvent} event
 */
function copy(frame, event) {
    const { editor, selection, sheet, grid } = frame;
    if (editor.open || !selection.active || !event.clipboardData) return null;
    const { places } = selection;
    const rows = () => places.map((line) => line.map(([view, column]) => sheet.cell(grid.row(view), column)));
    event.preventDefault();
    const wait = frame.here(places.flat());
    if (!wait) {
        event.clipboardData.setData("text/plain", plain(rows()));
        // Spreadsheets take this one: nothing in it has to be guessed.
        event.clipboardData.setData("text/html", toHtml(rows()));
    }
    frame.classList.add("flash");
    setTimeout(() => frame.classList.remove("flash"), 700);
    page.announce("Copied");
    // The event does not wait for rows that the server has.
    return wait ? wait.then(() => copyRows(rows())) : Promise.resolve();
}

/** @param {Json[][]} rows */
function plain(rows) {
    // One cell is its text as it stands.
    return rows.length === 1 && rows[0].length === 1 ? String(rows[0][0] ?? "") : toCsv(rows);
}

/** @param {Json[][]} rows */
export async function copyRows(rows) {
    const part = (/** @type {string} */ type, /** @type {string} */ text) => [type, new Blob([text], { type })];
    const parts = Object.fromEntries([part("text/plain", toCsv(rows)), part("text/html", toHtml(rows))]);
    await navigator.clipboard?.write([new ClipboardItem(parts)]);
}

/**
 * From the active cell on; one value fills the whole selection.
 * @param {Dataframe} frame
 * @param {string[][]} rows
 */
async function paste(frame, rows) {
    const { selection, sheet, grid } = frame;
    const { block } = selection;
    if (!block) return;
    await frame.here([...selection.places.flat(), [Math.min(grid.count, block.top + rows.length) - 1, 0]]);
    const [[only]] = rows;
    if (rows.length === 1 && rows[0].length === 1) {
        const cells = selection.places.flat().map(([view, column]) => target(frame, view, column, only));
        return write(frame, cells);
    }
    const wanted = block.top + rows.length;
    const fill = () => {
        const cells = rows.flatMap((row, down) =>
            row.flatMap((written, right) => {
                const [view, column] = [block.top + down, block.left + right];
                return view < grid.count && column < sheet.headers.length ? [target(frame, view, column, written)] : [];
            }),
        );
        write(frame, cells);
    };
    // A longer table than there is room for makes room, where rows may come.
    const more = Math.min(wanted - grid.count, sheet.roomForRows.more);
    if (more > 0 && !grid.order) {
        reshape(frame, () => sheet.addRows(sheet.rows.length, more), [block.top, block.left]).then(fill);
    } else fill();
}

/**
 * @param {Dataframe} frame
 * @param {number} view
 * @param {number} column
 * @param {string} written
 * @returns {[number, number, Json]}
 */
function target({ grid, sheet }, view, column, written) {
    const row = grid.row(view);
    return [row, column, sheet.read(row, column, written)];
}

/**
 * A CSV file that is dropped becomes the table.
 * @param {Dataframe} frame
 */
export function drop(frame) {
    const { place } = frame.grid;
    const wanted = (/** @type {DragEvent} */ { dataTransfer }) => {
        const { rows, columns } = frame.sheet.canGrow;
        return rows && columns && !!dataTransfer?.types.includes("Files");
    };
    place.addEventListener("dragover", (event) => {
        if (!wanted(event)) return;
        event.preventDefault();
        place.classList.add("drop");
    });
    place.addEventListener("dragleave", () => place.classList.remove("drop"));
    place.addEventListener("drop", async (event) => {
        place.classList.remove("drop");
        const file = event.dataTransfer?.files[0];
        if (!wanted(event) || !file) return;
        event.preventDefault();
        const [headers, ...rows] = fromFile(await file.text());
        const read = (/** @type {string} */ cell) => (cell.trim() && Number.isFinite(Number(cell)) ? Number(cell) : cell);
        reshape(frame, () => frame.sheet.replace(headers, rows.map((row) => headers.map((_, at) => read(row[at] ?? "")))));
    });
}
