/**
 * What stands in the table: rows, of which a large table has only some here, and what a person changed.
 * Rows are never written into: what a component started with must stay what it was.
 */
/** @import { Json, Props } from "../../types.js" */
import { blank } from "./arrange.js";

/** @typedef {{ id: string, rows: number, edits?: [number, number, Json][] }} Held */
/** @typedef {(from: number, count: number) => Promise<any>} Fetch */
/** @typedef {Pick<Sheet, "headers" | "rows" | "display" | "styling"> & { held: Held | null, origins: number[], value: any }} Now */

/** How many rows are asked for as they come into view, and when all are wanted. */
const PAGE = 200;
const PAGES = 10_000;
/** How many changes can be taken back. */
const STEPS = 50;

export class Sheet {
    /** @type {string[]} */
    headers = [];
    /** Which column of the props each one is: columns come and go, and keep what was said of them. @type {number[]} */
    #origins = [];
    /** Rows that have not come yet are missing. @type {(Json[] | undefined)[]} */
    rows = [];
    /** What is shown in place of the cells. @type {(Json[] | undefined)[] | null} */
    display = null;
    /** CSS of the cells. @type {(string[] | undefined)[] | null} */
    styling = null;
    /** Where the server has the rest. @type {Held | null} */
    #held = null;
    /** @type {any} What functions are given; null when it has to be put together anew. */
    #value = null;
    /** @type {Now[]} What can be gone back to. */
    #past = [];
    /** @type {Now[]} What was gone back from. */
    #future = [];
    /** @type {Set<number>} Pages on their way. */
    #asked = new Set();

    /** @param {{ props: Props }} frame Whose props may become others. */
    constructor(frame) {
        this.frame = frame;
    }

    get props() {
        return this.frame.props;
    }

    /** @param {any} value */
    take(value) {
        const { row_count = [0], row_limits } = this.props;
        const { data = [], headers = this.props.headers ?? [], metadata, held } = value ?? {};
        this.#value = value;
        this.#held = held ?? null;
        [this.#past, this.#future] = [[], []];
        // What is still on its way belongs to the table before.
        this.#asked = new Set();
        this.headers = headers.map(String);
        const named = (this.props.headers ?? []).map(String);
        this.#origins = this.headers.map((name, at) => (named[at] === name || !named.includes(name) ? at : named.indexOf(name)));
        this.rows = data.slice();
        this.display = metadata?.display_value?.slice() ?? null;
        this.styling = metadata?.styling?.slice() ?? null;
        if (held) this.rows.length = held.rows;
        // Lines to write on, for whoever may write.
        else if (this.props.interactive) while (this.rows.length < Math.max(row_count[0], row_limits?.[0] ?? 0)) this.rows.push(this.#blank());
    }

    get value() {
        this.#value ??= this.#held
            ? { headers: this.headers, data: [], metadata: null, held: this.#held }
            : { headers: this.headers, data: this.rows, metadata: null };
        return this.#value;
    }

    #blank() {
        return this.headers.map(() => "");
    }

    /** @param {number} column */
    type(column) {
        const { datatype = "str" } = this.props;
        return (Array.isArray(datatype) ? datatype[this.#origins[column] ?? column] : datatype) ?? "str";
    }

    /** Whether numbers stand there, said or not. @param {number} column */
    isNumeric(column) {
        const type = this.type(column);
        const first = this.rows.find((row) => row && !blank(row[column]))?.[column];
        return type === "number" || (type === "str" && typeof first === "number");
    }

    /** @param {number} column */
    isStatic(column) {
        return !!this.props.static_columns?.map(Number).includes(column);
    }

    /** @param {number} column */
    canEdit(column) {
        return !!this.props.interactive && !this.isStatic(column);
    }

    get canGrow() {
        return { rows: this.#may("row_count"), columns: this.#may("col_count") && !this.props.static_columns?.length };
    }

    /** How many rows may come, and how many may go. */
    get roomForRows() {
        return room(this.canGrow.rows, this.rows.length, this.props.row_limits);
    }

    /** How many columns may come, and how many may go; one stays. */
    get roomForColumns() {
        const { more, fewer } = room(this.canGrow.columns, this.headers.length, this.props.column_limits);
        return { more, fewer: Math.min(fewer, this.headers.length - 1) };
    }

    /** @param {string} prop */
    #may(prop) {
        return !!this.props.interactive && this.props[prop]?.[1] !== "fixed";
    }

    /**
     * @param {number} row
     * @param {number} column
     */
    cell(row, column) {
        return this.rows[row]?.[column] ?? null;
    }

    /**
     * What is to be read there; what can be edited is shown as it is.
     * @param {number} row
     * @param {number} column
     */
    shown(row, column) {
        const shown = this.props.interactive ? null : this.display?.[row]?.[column];
        return shown ?? this.cell(row, column);
    }

    /**
     * What was written, as a value of its column.
     * @param {number} row
     * @param {number} column
     * @param {string} written
     * @returns {Json}
     */
    read(row, column, written) {
        const type = this.type(column);
        const numeric = type === "number" || typeof this.cell(row, column) === "number";
        if (numeric && written.trim() && Number.isFinite(Number(written))) return Number(written);
        if (type === "bool" && /^(true|false)$/i.test(written)) return written.toLowerCase() === "true";
        return written;
    }

    /**
     * Writes cells; those that cannot be edited stay as they are. Tells whether any changed.
     * @param {[number, number, Json][]} cells
     */
    write(cells) {
        const changed = cells.filter(([row, column, value]) => this.canEdit(column) && this.cell(row, column) !== value);
        if (!changed.length) return false;
        this.#touch();
        const own = new Set();
        for (const [row, column, value] of changed) {
            if (!own.has(row)) this.rows[row] = this.headers.map((_, at) => this.cell(row, at));
            own.add(row);
            /** @type {Json[]} */ (this.rows[row])[column] = value;
        }
        if (this.#held) this.#held = { ...this.#held, edits: [...(this.#held.edits ?? []), ...changed] };
        return true;
    }

    /** From here on the table is another one; how its cells look was said of the old one. */
    #touch() {
        this.#past.push(this.#now());
        if (this.#past.length > STEPS) this.#past.shift();
        this.#future = [];
        this.#value = null;
        this.display = null;
        this.styling = null;
        this.rows = this.rows.slice();
    }

    /** The table as it is: nothing writes into what this holds. @returns {Now} */
    #now() {
        const { headers, rows, display, styling } = this;
        return { headers, rows, display, styling, held: this.#held, origins: this.#origins.slice(), value: this.#value };
    }

    /**
     * One step back, or forth again. Tells whether there was one.
     * @param {boolean} forth
     */
    turn(forth) {
        const [from, to] = forth ? [this.#future, this.#past] : [this.#past, this.#future];
        const then = from.pop();
        if (!then) return false;
        to.push(this.#now());
        ({ headers: this.headers, rows: this.rows, display: this.display, styling: this.styling } = then);
        [this.#held, this.#origins, this.#value] = [then.held, then.origins.slice(), then.value];
        return true;
    }

    /**
     * @param {number} at
     * @param {number} [count]
     */
    addRows(at, count = 1) {
        this.#touch();
        this.rows.splice(at, 0, ...Array.from({ length: count }, () => this.#blank()));
    }

    /** @param {number[]} gone */
    removeRows(gone) {
        const all = new Set(gone);
        this.#touch();
        this.rows = this.rows.filter((_, row) => !all.has(row));
    }

    /** @param {number} at */
    addColumn(at) {
        this.#touch();
        let name = this.headers.length + 1;
        while (this.headers.includes(String(name))) name++;
        this.headers = this.headers.toSpliced(at, 0, String(name));
        this.#origins.splice(at, 0, -1);
        this.rows = this.rows.map((row) => row?.toSpliced(at, 0, ""));
    }

    /** @param {number} at */
    removeColumn(at) {
        this.#touch();
        this.headers = this.headers.toSpliced(at, 1);
        this.#origins.splice(at, 1);
        this.rows = this.rows.map((row) => row?.toSpliced(at, 1));
    }

    /**
     * @param {number} column
     * @param {string} name
     */
    rename(column, name) {
        this.#touch();
        this.headers = this.headers.with(column, name);
    }

    /**
     * Other rows altogether.
     * @param {string[]} headers
     * @param {Json[][]} rows
     */
    replace(headers, rows) {
        this.#held = null;
        this.#touch();
        if (headers !== this.headers) this.#origins = headers.map((_, at) => at);
        this.headers = headers;
        this.rows = rows;
    }

    /** Keeps only these rows. @param {number[]} rows */
    keep(rows) {
        this.replace(this.headers, rows.map((row) => this.rows[row] ?? []));
    }

    /** How many rows have anything in them. */
    get filled() {
        let last = this.rows.length;
        while (last > 0 && this.rows[last - 1]?.every(blank)) last--;
        return last;
    }

    /**
     * The first page that one of these rows is on, and that is neither here nor on its way.
     * @param {number[]} rows
     */
    missing(rows) {
        if (!this.#held) return null;
        for (const row of rows) {
            const page = Math.floor(row / PAGE);
            const start = page * PAGE;
            if (!(row >= 0 && row < this.rows.length) || this.#asked.has(page)) continue;
            if (!this.rows[start] || !this.rows[Math.min(start + PAGE, this.rows.length) - 1]) return page;
        }
        return null;
    }

    /**
     * Gets a page of rows, and tells which ones came.
     * @param {number} page
     * @param {Fetch} fetch
     */
    async load(page, fetch) {
        const asked = this.#asked;
        asked.add(page);
        try {
            return await this.#load(page * PAGE, PAGE, fetch);
        } finally {
            asked.delete(page);
        }
    }

    /**
     * All rows, for what cannot be done with a part of them.
     * @param {Fetch} fetch
     */
    async whole(fetch) {
        for (let from = 0; this.#held && from < this.rows.length; from += PAGES) {
            let missing = false;
            for (let row = from; row < Math.min(from + PAGES, this.rows.length) && !missing; row++) missing = !this.rows[row];
            if (missing) await this.#load(from, PAGES, fetch);
        }
        return /** @type {Json[][]} */ (this.rows);
    }

    /** From here on the rows are only here: the server cannot follow what happens to them next. */
    release() {
        this.#held = null;
    }

    /**
     * @param {number} from
     * @param {number} count
     * @param {Fetch} fetch
     * @returns {Promise<Set<number>>}
     */
    async #load(from, count, fetch) {
        const held = this.#held;
        const { data, metadata } = await fetch(from, count);
        // Another table may have come meanwhile.
        if (held?.id !== this.#held?.id) return new Set();
        data.forEach((/** @type {Json[]} */ row, /** @type {number} */ at) => (this.rows[from + at] ??= row));
        const { display_value = [], styling = [] } = metadata ?? {};
        const [display, styles] = [this.display, this.styling];
        if (display) display_value.forEach((/** @type {Json[]} */ row, /** @type {number} */ at) => (display[from + at] = row));
        if (styles) styling.forEach((/** @type {string[]} */ row, /** @type {number} */ at) => (styles[from + at] = row));
        return new Set(data.map((/** @type {Json[]} */ _, /** @type {number} */ at) => from + at));
    }

    /** By which the server knows the rest, if it has any. */
    get held() {
        return this.#held?.id ?? null;
    }
}

/**
 * @param {boolean} may Whether there may be another number of them at all.
 * @param {number} count
 * @param {[number | null, number | null] | undefined} limits
 */
function room(may, count, limits) {
    const [least, most] = limits ?? [];
    return may ? { more: Math.max(0, (most ?? Infinity) - count), fewer: Math.max(0, count - (least ?? 0)) } : { more: 0, fewer: 0 };
}
