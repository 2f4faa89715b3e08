/** Which rows are seen, and in what order. */
/** @import { Json } from "../../types.js" */

/** @typedef {{ column: number, down: boolean }} Sort */
/** @typedef {{ column: number, how: string, value: string }} Filter */

/** @type {{ [how: string]: (cell: Json, wanted: string) => boolean }} */
const TESTS = {
    Contains: (cell, wanted) => words(cell).includes(wanted.toLowerCase()),
    "Does not contain": (cell, wanted) => !words(cell).includes(wanted.toLowerCase()),
    "Starts with": (cell, wanted) => words(cell).startsWith(wanted.toLowerCase()),
    "Ends with": (cell, wanted) => words(cell).endsWith(wanted.toLowerCase()),
    Is: (cell, wanted) => words(cell) === wanted.toLowerCase(),
    "Is not": (cell, wanted) => words(cell) !== wanted.toLowerCase(),
    "=": (cell, wanted) => number(cell) === number(wanted),
    "≠": (cell, wanted) => number(cell) !== number(wanted),
    ">": (cell, wanted) => number(cell) > number(wanted),
    "<": (cell, wanted) => number(cell) < number(wanted),
    "≥": (cell, wanted) => number(cell) >= number(wanted),
    "≤": (cell, wanted) => number(cell) <= number(wanted),
    "Is empty": (cell) => blank(cell),
    "Is not empty": (cell) => !blank(cell),
};

const FOR_TEXT = ["Contains", "Does not contain", "Starts with", "Ends with", "Is", "Is not", "Is empty", "Is not empty"];
const FOR_NUMBERS = ["=", "≠", ">", "<", "≥", "≤", "Is empty", "Is not empty"];

/** @param {boolean} numbers */
export function tests(numbers) {
    return numbers ? FOR_NUMBERS : FOR_TEXT;
}

/** @param {string} how */
export function needsValue(how) {
    return TESTS[how].length > 1;
}

/** @param {Json | undefined} cell */
export function blank(cell) {
    return cell === null || cell === undefined || (typeof cell === "string" && !cell.trim());
}

/** @param {Json | undefined} cell */
export function text(cell) {
    return cell === null || cell === undefined ? "" : typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** @param {Json} cell */
function words(cell) {
    return text(cell).toLowerCase();
}

/** @param {Json} cell */
function number(cell) {
    return blank(cell) ? NaN : Number(cell);
}

const collator = new Intl.Collator(undefined, { numeric: true });

/**
 * Numbers by size, all else by the alphabet.
 * @param {Json} a
 * @param {Json} b
 */
function compared(a, b) {
    const [x, y] = [number(a), number(b)];
    if (x === x && y === y) return x - y;
    return collator.compare(text(a), text(b));
}

/**
 * The rows to show, or null for all of them as they stand.
 * @param {Json[][]} rows
 * @param {Sort[]} sorts The most important first.
 * @param {Filter[]} filters
 * @param {string} query
 * @returns {number[] | null}
 */
export function arranged(rows, sorts, filters, query) {
    const wanted = query.trim().toLowerCase();
    if (!wanted && !filters.length && !sorts.length) return null;
    /** @type {number[]} */
    const seen = [];
    rows.forEach((row, at) => {
        const found = !wanted || row.some((cell) => words(cell).includes(wanted));
        if (found && filters.every(({ column, how, value }) => TESTS[how](row[column] ?? null, value))) seen.push(at);
    });
    if (sorts.length) {
        seen.sort((a, b) => {
            for (const { column, down } of sorts) {
                const [x, y] = [rows[a][column], rows[b][column]];
                // What is empty comes last, whichever way the rest goes.
                if (blank(x) !== blank(y)) return blank(x) ? 1 : -1;
                const order = blank(x) ? 0 : compared(x, y);
                if (order) return down ? -order : order;
            }
            return a - b;
        });
    }
    return seen;
}
