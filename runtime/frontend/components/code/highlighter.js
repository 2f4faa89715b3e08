/**
 * Splits lines of code into words with a colour. A grammar is a set of states, each a list of rules; the rule that
 * matches first in a line, and of those that match at one place the one that is written first, takes the word.
 */
/** @import { Grammar } from "./languages.js" */

/** A line longer than this was not written by hand, and is shown without colours. */
const LONGEST = 2000;

/**
 * @typedef {[string, string | null]} Word A text and its class.
 * @typedef {{ pattern: RegExp, rules: import("./languages.js").Rule[] }} State
 */

export class Highlighter {
    /** @type {Map<string, State>} */
    #states = new Map();
    /** @type {string[]} The lines of the code. */
    lines = [""];
    /** @type {(string | undefined)[]} In which state each line begins; those past `#sure` may be out of date. */
    #begins = ["start"];
    #sure = 0;
    /** Lines up to here were changed since they were last gone through. */
    #touched = 0;

    /** @param {Grammar} grammar */
    constructor(grammar) {
        for (const [name, rules] of Object.entries(grammar)) {
            const pattern = rules.map(([{ source }]) => `(${source})`).join("|") || "(?!)";
            this.#states.set(name, { pattern: new RegExp(pattern, rules[0]?.[0].flags ?? "g"), rules });
        }
    }

    /**
     * Takes new code, and says which lines are others than before: from where, how many went, how many came.
     * @param {string} code
     * @returns {[number, number, number]}
     */
    take(code) {
        const [before, now] = [this.lines, code.split("\n")];
        const shorter = Math.min(before.length, now.length);
        let same = 0;
        while (same < shorter && before[same] === now[same]) same++;
        let tail = 0;
        while (tail < shorter - same && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
        const [gone, come] = [before.length - same - tail, now.length - same - tail];
        this.lines = now;
        // The state after the changed lines is kept as a guess: if it holds, so does all that follows.
        splice(this.#begins, same + 1, gone, come);
        this.#sure = Math.min(this.#sure, same);
        this.#touched = Math.max(this.#touched + come - gone, same + come);
        return [same, gone, come];
    }

    /**
     * In which state a line begins.
     * @param {number} line
     */
    begin(line) {
        const begins = this.#begins;
        while (this.#sure < line) {
            const at = this.#sure;
            const end = this.#walk(this.lines[at], begins[at] ?? "start");
            if (at >= this.#touched && begins[at + 1] === end) {
                // The guess holds: all is as it was, up to where nobody has been yet.
                const unknown = begins.indexOf(undefined, at + 1);
                this.#sure = (unknown < 0 ? begins.length : unknown) - 1;
            } else {
                begins[at + 1] = end;
                this.#sure = at + 1;
            }
        }
        if (this.#sure >= this.#touched) this.#touched = 0;
        return begins[line] ?? "start";
    }

    /**
     * The words of a line.
     * @param {number} line
     * @returns {Word[]}
     */
    words(line) {
        /** @type {Word[]} */
        const words = [];
        this.#walk(this.lines[line], this.begin(line), words);
        return words;
    }

    /**
     * Goes through a line, and says in which state it ends.
     * @param {string} text
     * @param {string} begin States in each other, outermost first.
     * @param {Word[]} [words]
     */
    #walk(text, begin, words) {
        if (text.length > LONGEST) {
            words?.push([text, null]);
            return begin;
        }
        const stack = begin.split(" ");
        let at = 0;
        let steps = 0;
        // More turns than letters would be a grammar that goes in circles.
        while (at <= text.length && steps++ <= 2 * text.length + 4) {
            const { pattern, rules } = /** @type {State} */ (this.#states.get(/** @type {string} */ (stack.at(-1))));
            pattern.lastIndex = at;
            const found = pattern.exec(text);
            if (!found) break;
            const rule = rules[found.findIndex((group, index) => index > 0 && group !== undefined) - 1];
            if (found.index > at) words?.push([text.slice(at, found.index), null]);
            if (found[0]) words?.push([found[0], rule[1]]);
            at = found.index + found[0].length;
            if (rule[2] === "<") stack.length > 1 && stack.pop();
            else if (rule[2]) stack.push(rule[2]);
            else if (!found[0]) break;
        }
        if (at < text.length) words?.push([text.slice(at), null]);
        return stack.join(" ");
    }
}

/**
 * Takes out and puts in, without naming each: a hundred thousand arguments are too many for a call.
 * @param {any[]} list
 * @param {number} at
 * @param {number} gone
 * @param {number} come
 */
export function splice(list, at, gone, come) {
    const tail = list.slice(at + gone);
    list.length = Math.min(at, list.length);
    while (list.length < at + come) list.push(undefined);
    for (const item of tail) list.push(item);
}
