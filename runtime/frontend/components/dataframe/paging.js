/** Rows that the server has: asked for as they come into view, and a little before. */
/** @import { Fetch, Sheet } from "./sheet.js" */

/** How many requests are on their way at once: more would hold up the rows that are wanted most. */
const AT_ONCE = 2;
/** How many rows beyond those in view are asked for, on the side where the scrolling goes. */
const AHEAD = 400;

export class Paging {
    /** Rows in view, and on to where they are likely to be next. @type {number[]} */
    #wanted = [];
    #running = 0;
    #from = 0;

    /**
     * @param {Sheet} sheet
     * @param {Fetch} fetch
     * @param {{ came: (rows: Set<number>) => void, failed: (error: unknown) => void }} told
     */
    constructor(sheet, fetch, told) {
        this.sheet = sheet;
        this.fetch = fetch;
        this.told = told;
    }

    /**
     * These places are in view now.
     * @param {number} from
     * @param {number} to
     * @param {(view: number) => number} row Which row stands at a place.
     */
    see(from, to, row) {
        if (!this.sheet.held) return;
        const down = from >= this.#from;
        this.#from = from;
        const views = [...Array(to - from).keys()].map((at) => from + at);
        for (let at = 0; at < AHEAD; at += 100) views.push(down ? to + at : from - 1 - at);
        this.#wanted = views.map(row);
        this.#ask();
    }

    /** Asks for what is wanted now, which is not what was wanted when the last answer was asked for. */
    async #ask() {
        const page = this.#running < AT_ONCE ? this.sheet.missing(this.#wanted) : null;
        if (page === null) return;
        this.#running++;
        this.#ask();
        try {
            const rows = await this.sheet.load(page, this.fetch);
            if (rows.size) this.told.came(rows);
            // Of another table, which asks for itself.
            else this.#wanted = [];
        } catch (error) {
            // Whoever scrolls on tries again.
            this.#wanted = [];
            this.told.failed(error);
        } finally {
            this.#running--;
        }
        this.#ask();
    }
}
