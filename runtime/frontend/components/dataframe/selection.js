/** What is selected: a cell that is active, and the block between it and where the selection began. */

/** @typedef {[number, number]} Place A row of the view and a column. */

export class Selection {
    /** @type {Place | null} */
    active = null;
    /** @type {Place | null} */
    anchor = null;

    /** @param {Place | null} place @param {boolean} [extend] Keeps where the selection began. */
    set(place, extend = false) {
        this.anchor = extend && this.anchor ? this.anchor : place;
        this.active = place;
    }

    /** First and last row, first and last column. */
    get block() {
        if (!this.active || !this.anchor) return null;
        const [a, b] = [this.anchor, this.active];
        return { top: Math.min(a[0], b[0]), bottom: Math.max(a[0], b[0]), left: Math.min(a[1], b[1]), right: Math.max(a[1], b[1]) };
    }

    get single() {
        const { block } = this;
        return !!block && block.top === block.bottom && block.left === block.right;
    }

    /**
     * @param {number} view
     * @param {number} column
     */
    holds(view, column) {
        const { block } = this;
        return !!block && view >= block.top && view <= block.bottom && column >= block.left && column <= block.right;
    }

    /**
     * @param {number} view
     * @param {number} column
     */
    isActive(view, column) {
        return this.active?.[0] === view && this.active[1] === column;
    }

    /** The places of the block, row by row. @returns {Place[][]} */
    get places() {
        const { block } = this;
        if (!block) return [];
        const { top, bottom, left, right } = block;
        return span(top, bottom).map((view) => span(left, right).map((column) => /** @type {Place} */ ([view, column])));
    }
}

/**
 * @param {number} from
 * @param {number} to
 */
export function span(from, to) {
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
