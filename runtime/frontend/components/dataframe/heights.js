/** Where rows begin, when some are higher than others: sums that change and are looked up in few steps. */

export class Heights {
    /** What rows have beyond the usual height, as a Fenwick tree; made when the first is found to have any. @type {Float64Array | null} */
    #more = null;

    /**
     * @param {number} count
     * @param {number} usual
     */
    constructor(count, usual) {
        this.count = count;
        this.usual = usual;
        /** @type {Map<number, number>} */
        this.own = new Map();
    }

    get total() {
        return this.offset(this.count);
    }

    /**
     * Where a row begins.
     * @param {number} row
     */
    offset(row) {
        let sum = row * this.usual;
        if (this.#more) for (let at = row; at > 0; at -= at & -at) sum += this.#more[at];
        return sum;
    }

    /**
     * The row at a distance from the top.
     * @param {number} distance
     */
    find(distance) {
        if (!this.#more) return this.#within(Math.floor(distance / this.usual));
        let row = 0;
        let left = distance;
        for (let step = 1 << Math.floor(Math.log2(this.count || 1)); step > 0; step >>= 1) {
            const next = row + step;
            const height = next <= this.count ? step * this.usual + this.#more[next] : Infinity;
            if (height <= left) {
                row = next;
                left -= height;
            }
        }
        return this.#within(row);
    }

    /** @param {number} row */
    #within(row) {
        return Math.max(0, Math.min(this.count - 1, row));
    }

    /**
     * A row was drawn and measured.
     * @param {number} row
     * @param {number} height
     */
    set(row, height) {
        const more = height - (this.own.get(row) ?? this.usual);
        if (Math.abs(more) < 0.5) return;
        this.own.set(row, height);
        this.#more ??= new Float64Array(this.count + 1);
        for (let at = row + 1; at <= this.count; at += at & -at) this.#more[at] += more;
    }
}
