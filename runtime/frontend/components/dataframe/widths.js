/** How wide the columns are. */
/** @import { Grid } from "./grid.js" */
import { el } from "../../core/component.js";
import { text } from "./arrange.js";

const LEAST = 64;
const MOST = 320;
/** What stands beside the name of a column. */
const BESIDE = 44;
/** So many rows tell how wide the others are. */
const SAMPLE = 100;

/**
 * The tracks of the grid, the least width of it all, and where pinned columns begin.
 * @param {Grid} grid
 */
export function columns(grid) {
    const { sheet, place } = grid;
    const { column_widths = [], pinned_columns, show_row_numbers } = sheet.props;
    const inView = place.clientWidth;
    const found = natural(grid);
    const given = sheet.headers.map((_, column) => grid.dragged[column] ?? pixels(column_widths[column], inView));
    const widths = found.map((width, column) => given[column] ?? width);
    const numbers = show_row_numbers ? 12 * Math.max(2, String(sheet.rows.length).length) + 20 : 0;
    // Columns that stay in view must leave room for the others.
    /** @type {number[]} */
    const pins = [];
    let start = numbers;
    for (let column = 0; column < Math.min(pinned_columns ?? 0, widths.length - 1); column++) {
        if (start + widths[column] > inView * 0.6) break;
        pins.push(start);
        start += widths[column];
    }
    const tracks = widths.map((width, column) => {
        const still = column < pins.length || given[column] !== null;
        return still ? `${width}px` : `minmax(${width}px, ${width}fr)`;
    });
    // When none can grow, the room that is left over stays empty at the end.
    const rest = widths.every((_, column) => column < pins.length || given[column] !== null) ? " 1fr" : "";
    return {
        template: (numbers ? `${numbers}px ` : "") + tracks.join(" ") + rest,
        width: numbers + widths.reduce((sum, width) => sum + width, 0),
        pins,
    };
}

/**
 * @param {string | undefined} width As the prop has it.
 * @param {number} whole
 */
function pixels(width, whole) {
    if (!width || width === "auto") return null;
    const number = parseFloat(width);
    if (!Number.isFinite(number)) return null;
    return Math.max(24, Math.round(width.endsWith("%") ? (number * whole) / 100 : number));
}

/**
 * What the contents ask for.
 * @param {Grid} grid
 */
function natural({ sheet, sizer }) {
    const { max_chars } = sheet.props;
    /** @type {number[]} */
    const rows = [];
    for (let row = 0; row < sheet.rows.length && rows.length < SAMPLE; row++) if (sheet.rows[row]) rows.push(row);
    sizer.replaceChildren(
        ...sheet.headers.map((header, column) => {
            let longest = "";
            if (!["image", "html", "markdown", "bool"].includes(sheet.type(column))) {
                for (const row of rows) {
                    const shown = text(sheet.shown(row, column));
                    if (shown.length > longest.length) longest = shown;
                }
            }
            if (max_chars) longest = longest.slice(0, max_chars + 1);
            return el("td", {}, el("b", {}, header), el("span", {}, longest || "0"));
        }),
    );
    // All are read before anything is written, so that the layout is worked out once.
    return [...sizer.cells].map((td, column) => {
        const [name, content] = [...td.children].map((part) => part.getBoundingClientRect().width);
        // The name of a column of boxes stands in the middle, like the boxes.
        const room = sheet.type(column) === "bool" ? 2 * BESIDE : BESIDE;
        const least = ["markdown", "html"].includes(sheet.type(column)) ? 200 : sheet.type(column) === "image" ? 120 : LEAST;
        return Math.ceil(Math.min(MOST, Math.max(least, name + room, content + 26)));
    });
}
