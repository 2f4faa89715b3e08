/** Which rows are looked at, and in what order: sorting, filtering, searching. The value does not change by it. */
/** @import Dataframe from "../dataframe.js" */
import { page, translate } from "../../core/component.js";
import { arranged } from "./arrange.js";

export class View {
    /** @type {import("./arrange.js").Sort[]} */
    sorts = [];
    /** @type {import("./arrange.js").Filter[]} */
    filters = [];
    #query = "";
    /** Turns the view back when it was asked for while another was on its way. */
    #turn = 0;

    /** @param {Dataframe} frame */
    constructor(frame) {
        this.frame = frame;
    }

    /** Whether all rows are seen as they stand. */
    get plain() {
        return !this.sorts.length && !this.filters.length && !this.#query.trim();
    }

    /** Another table is looked at in the same order, as far as it has those columns. @param {number} columns */
    carry(columns) {
        this.sorts = this.sorts.filter(({ column }) => column < columns);
        this.filters = this.filters.filter(({ column }) => column < columns);
    }

    /** All rows as they stand, from now on. */
    clear() {
        [this.sorts, this.filters, this.#query] = [[], [], ""];
        const box = /** @type {HTMLInputElement | null} */ (this.frame.querySelector(".search-input"));
        if (box) box.value = "";
        this.frame.grid.order = null;
    }

    async arrange() {
        const { frame, plain } = this;
        const mine = ++this.#turn;
        const rows = plain ? [] : await frame.whole();
        if (mine !== this.#turn) return;
        frame.grid.order = plain ? null : arranged(rows, this.sorts, this.filters, this.#query);
        frame.selection.set(null);
        frame.editor.leave();
        frame.drawAll();
        page.announce(plain ? "All rows" : translate("Rows: {count}", { count: frame.grid.count }));
    }

    /** @param {string} query */
    search(query) {
        if (query === this.#query) return;
        this.#query = query;
        this.frame.grid.place.scrollTop = 0;
        this.arrange();
    }

    /** What was found becomes the value. */
    keepFound() {
        const { grid, sheet } = this.frame;
        const { order } = grid;
        this.#query = "";
        if (!order) return;
        sheet.keep(order);
        grid.order = null;
        this.frame.change(sheet.value);
        this.arrange();
    }

    /**
     * Up, down, and back to how it was.
     * @param {number} column
     * @param {boolean} more Beside the columns it is sorted by already.
     */
    sortBy(column, more) {
        const now = this.sorts.find((sort) => sort.column === column);
        if (!now) this.sort(column, false, more);
        else if (!now.down) this.sort(column, true, more);
        else this.unsort(column);
    }

    /**
     * @param {number} column
     * @param {boolean} down
     * @param {boolean} more
     */
    sort(column, down, more) {
        const now = this.sorts.find((sort) => sort.column === column);
        if (more && now) now.down = down;
        else this.sorts = [...(more ? this.sorts : []), { column, down }];
        this.arrange().then(() => this.frame.focusHeader(column));
    }

    /** @param {number} column */
    unsort(column) {
        this.sorts = this.sorts.filter((sort) => sort.column !== column);
        this.arrange().then(() => this.frame.focusHeader(column));
    }

    /**
     * @param {number} column
     * @param {{ how: string, value: string } | null} wanted
     */
    filter(column, wanted) {
        this.filters = this.filters.filter((filter) => filter.column !== column);
        if (wanted) this.filters.push({ column, ...wanted });
        this.arrange();
    }
}
