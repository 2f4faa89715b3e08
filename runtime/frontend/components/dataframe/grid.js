/** The table as it is drawn: only the rows in view, and a few around them. */
/** @import { Sheet } from "./sheet.js" */
import { el, translate } from "../../core/component.js";
import { Heights } from "./heights.js";
import { columns } from "./widths.js";

/** Rows beyond the edges, so that a scroll that is ahead of the script still meets rows. */
const BEYOND = 14;
/** How many rows a frame has time for besides those that are in view and missing. */
const PER_FRAME = 5;

/**
 * @typedef {object} Painter What the cells and headers look like.
 * @property {(column: number) => HTMLElement} header
 * @property {(td: HTMLElement, row: number, column: number) => void} cell
 * @property {(td: HTMLElement, view: number, column: number) => void} mark
 * @property {(from: number, to: number) => void} seen Rows that are in view now.
 * @property {(row: HTMLElement) => void} leaving Before a row goes out of view.
 */

export class Grid {
    head = el("tr", { role: "row", "aria-rowindex": 1 });
    body = el("tbody", { class: "tbody", role: "rowgroup" });
    /** The widest of each column, for its width; never seen. */
    sizer = el("tr");
    table = el(
        "table",
        { class: "table", role: "grid", tabindex: 0 },
        el("thead", { class: "thead", role: "rowgroup" }, this.head),
        this.body,
        el("tbody", { class: "sizer", "aria-hidden": "true" }, this.sizer),
    );
    place = el("div", { class: "table-wrap" }, this.table);
    /** Which rows are seen, in their order; null for all of them. @type {number[] | null} */
    order = null;
    /** @type {Map<number, HTMLTableRowElement>} By their place in the view. */
    #drawn = new Map();
    #from = 0;
    #to = 0;
    /** Where the view was when it was drawn last. */
    #top = 0;
    #heights = new Heights(0, 1);
    #scheduled = 0;
    #width = 0;
    /** @type {number[]} Widths a person chose, by column. */
    dragged = [];
    /** Where columns that stay in view begin. @type {number[]} */
    pins = [];

    /**
     * @param {Sheet} sheet
     * @param {Painter} painter
     */
    constructor(sheet, painter) {
        this.sheet = sheet;
        this.painter = painter;
        this.place.addEventListener("scroll", () => this.#scrolled(), { passive: true });
        new ResizeObserver(() => this.#resized()).observe(this.place);
    }

    get count() {
        return this.order?.length ?? this.sheet.rows.length;
    }

    /** Whether rows have heights of their own. */
    get #uneven() {
        const { wrap, datatype } = this.sheet.props;
        return wrap || [datatype].flat().some((type) => ["markdown", "html", "image"].includes(type));
    }

    /** @param {number} view */
    row(view) {
        return this.order ? this.order[view] : view;
    }

    /** Everything anew: other columns, or another table. */
    draw() {
        const { sheet, table } = this;
        const { show_row_numbers, wrap } = sheet.props;
        table.classList.toggle("wrap", !!wrap);
        table.classList.toggle("uneven", this.#uneven);
        table.classList.toggle("numbered", !!show_row_numbers);
        this.head.replaceChildren(
            ...(show_row_numbers ? [el("th", { class: "row-number", role: "columnheader" }, el("span", { class: "sr-only" }, translate("Row")))] : []),
            ...sheet.headers.map((_, column) => this.painter.header(column)),
        );
        table.setAttribute("aria-colcount", String(sheet.headers.length));
        this.#drawn.clear();
        this.body.replaceChildren();
        this.measure();
        this.arrange();
    }

    /** The rows anew, in the same columns. */
    arrange() {
        this.table.setAttribute("aria-rowcount", String(this.count + 1));
        const usual = this.#heights.usual > 1 ? this.#heights.usual : this.#rowHeight();
        this.#heights = new Heights(this.count, usual);
        this.redraw();
    }

    #rowHeight() {
        return this.sizer.getBoundingClientRect().height || 36;
    }

    measure() {
        const { template, width, pins } = columns(this);
        this.pins = pins;
        this.table.style.setProperty("--columns", template);
        this.table.style.setProperty("--least", `${width}px`);
        [...this.head.children].forEach((th) => this.#pin(/** @type {HTMLElement} */ (th)));
    }

    /** What is drawn, once more: its values changed, its rows did not move. */
    redraw() {
        for (const [view, tr] of this.#drawn) {
            if (view < this.count) this.#fill(tr, view);
            else {
                this.#drawn.delete(view);
                this.#forget(tr);
            }
        }
        this.render();
    }

    /**
     * Rows that had not come yet are here.
     * @param {Set<number>} rows
     */
    came(rows) {
        for (const [view, tr] of this.#drawn) if (rows.has(this.row(view))) this.#fill(tr, view);
    }

    /** Draws the same cells with other marks. */
    remark() {
        for (const [view, tr] of this.#drawn) {
            for (const td of tr.cells) if (td.dataset.col !== "row-number") this.painter.mark(td, view, Number(td.dataset.col));
        }
    }

    #scrolled() {
        // Cells that stay while others move cost much to draw, and do nothing until then.
        this.place.classList.toggle("aside", this.place.scrollLeft !== 0);
        this.#soon();
    }

    #soon() {
        this.#scheduled ||= requestAnimationFrame(() => {
            this.#scheduled = 0;
            this.render();
        });
    }

    #resized() {
        const { clientWidth } = this.place;
        if (clientWidth === this.#width) return;
        const first = !this.#width;
        this.#width = clientWidth;
        // What was hidden had no sizes until now.
        if (first && clientWidth) this.#heights.usual = 1;
        this.measure();
        this.arrange();
    }

    /** Rows that come into view, and some of those that may be next. */
    render() {
        const { place, body, count } = this;
        const heights = this.#heights;
        const top = Math.max(0, place.scrollTop);
        const [first, last] = [heights.find(top), heights.find(top + place.clientHeight) + 1];
        const [from, to] = this.#extent(first, Math.min(last, count), top);
        for (const [view, tr] of this.#drawn) {
            if (view >= from && view < to) continue;
            this.#drawn.delete(view);
            this.#forget(tr);
        }
        /** @type {Element | null} */
        let next = body.firstElementChild;
        const fresh = [];
        for (let view = from; view < to; view++) {
            let tr = this.#drawn.get(view);
            if (tr && tr === next) {
                next = next.nextElementSibling;
                continue;
            }
            tr = this.#spare.pop() ?? this.#make();
            this.#fill(tr, view);
            this.#drawn.set(view, tr);
            fresh.push(view);
            body.insertBefore(tr, next);
        }
        [this.#from, this.#to] = [from, to];
        this.#fit();
        if (!fresh.length) return;
        if (this.#uneven) this.#level(fresh, top);
        this.painter.seen(first, Math.min(last, count));
        // The next frame has time for more.
        this.#soon();
    }

    /**
     * Which rows are to be drawn now: those in view at once, others a few in each frame.
     * @param {number} first In view.
     * @param {number} last The one behind them.
     * @param {number} top
     * @returns {[number, number]}
     */
    #extent(first, last, top) {
        const down = top >= this.#top;
        this.#top = top;
        const none = !this.#drawn.size || first >= this.#to || last <= this.#from;
        let from = none ? first : Math.min(first, Math.max(this.#from, first - BEYOND));
        let to = none ? last : Math.max(last, Math.min(this.#to, last + BEYOND));
        to = Math.min(to, this.count);
        const missing = none ? to - from : Math.max(0, this.#from - from) + Math.max(0, to - this.#to);
        let room = PER_FRAME - missing;
        const below = () => {
            const more = Math.max(0, Math.min(room, this.count - to, last + BEYOND - to));
            to += more;
            room -= more;
        };
        const above = () => {
            const more = Math.max(0, Math.min(room, from, from - (first - BEYOND)));
            from -= more;
            room -= more;
        };
        // What lies ahead comes first.
        if (down) below();
        above();
        below();
        return [from, to];
    }

    /** Keeps the room of the rows that are not drawn. */
    #fit() {
        const { body } = this;
        const heights = this.#heights;
        body.style.paddingBlock = `${heights.offset(this.#from)}px ${heights.total - heights.offset(this.#to)}px`;
    }

    /**
     * Rows turned out to be higher than others; what is being read stays where it is.
     * @param {number[]} fresh
     * @param {number} top
     */
    #level(fresh, top) {
        const heights = this.#heights;
        const first = heights.find(top);
        const before = heights.offset(first);
        for (const view of fresh) heights.set(view, this.#drawn.get(view)?.getBoundingClientRect().height ?? heights.usual);
        this.#fit();
        const moved = heights.offset(first) - before;
        if (Math.abs(moved) >= 1) this.place.scrollTop += moved;
    }

    /** Rows that were drawn late have other heights than they were thought to have. */
    relevel() {
        if (this.#uneven) this.#level([...this.#drawn.keys()], this.place.scrollTop);
    }

    /** @type {HTMLTableRowElement[]} */
    #spare = [];

    /** @param {HTMLTableRowElement} tr */
    #forget(tr) {
        this.painter.leaving(tr);
        tr.remove();
        if (this.#spare.length < 100) this.#spare.push(tr);
    }

    #make() {
        return el("tr", { role: "row" });
    }

    /**
     * @param {HTMLTableRowElement} tr
     * @param {number} view
     */
    #fill(tr, view) {
        const row = this.row(view);
        const { sheet } = this;
        const numbered = sheet.props.show_row_numbers ? 1 : 0;
        const wanted = sheet.headers.length + numbered;
        while (tr.cells.length > wanted) tr.deleteCell(-1);
        while (tr.cells.length < wanted) {
            const isNumber = numbered && !tr.cells.length;
            const td = el("td", isNumber ? { class: "row-number", role: "rowheader" } : { role: "gridcell" });
            tr.append(td);
        }
        tr.classList.toggle("odd", view % 2 === 1);
        tr.setAttribute("aria-rowindex", String(view + 2));
        [...tr.cells].forEach((td, at) => {
            td.dataset.row = String(row);
            if (numbered && !at) {
                td.dataset.col = "row-number";
                td.textContent = String(row + 1);
            } else {
                const column = at - numbered;
                td.dataset.col = String(column);
                td.dataset.testid = `cell-${row}-${column}`;
                this.painter.cell(td, row, column);
                this.painter.mark(td, view, column);
            }
            this.#pin(td);
        });
    }

    /** @param {HTMLElement} cell */
    #pin(cell) {
        const at = cell.classList.contains("row-number") ? -1 : Number(cell.dataset.col);
        const pinned = at >= 0 && at < this.pins.length;
        cell.classList.toggle("pinned", pinned);
        cell.classList.toggle("last-pinned", pinned && at === this.pins.length - 1);
        if (pinned) cell.style.setProperty("--pin", `${this.pins[at]}px`);
    }

    /**
     * The cell at a place of the view, if it is drawn.
     * @param {number} view
     * @param {number} column
     */
    at(view, column) {
        return /** @type {HTMLElement | null} */ (this.#drawn.get(view)?.querySelector(`:scope > [data-col="${column}"]`) ?? null);
    }

    /**
     * Brings a cell into view.
     * @param {number} view
     * @param {number} column
     */
    reveal(view, column) {
        const { place } = this;
        const heights = this.#heights;
        const head = this.head.offsetHeight;
        const top = heights.offset(view);
        const bottom = heights.offset(view + 1);
        if (top < place.scrollTop) place.scrollTop = top;
        else if (bottom + head > place.scrollTop + place.clientHeight) place.scrollTop = bottom + head - place.clientHeight;
        this.render();
        const th = /** @type {HTMLElement | undefined} */ (this.head.querySelector(`[data-col="${column}"]`) ?? undefined);
        if (!th || column < this.pins.length) return;
        const edge = place.getBoundingClientRect();
        const box = th.getBoundingClientRect();
        const start = edge.left + this.#pinnedWidth();
        if (box.left < start) place.scrollLeft -= start - box.left;
        else if (box.right > edge.left + place.clientWidth) place.scrollLeft += Math.min(box.right - edge.left - place.clientWidth, box.left - start);
    }

    #pinnedWidth() {
        const still = [...this.head.children].filter((th) => th.matches(".pinned, .row-number"));
        return still.reduce((sum, th) => sum + th.getBoundingClientRect().width, 0);
    }

    /** How many rows fit. */
    get page() {
        return Math.max(1, Math.floor(this.place.clientHeight / this.#heights.usual) - 2);
    }
}
