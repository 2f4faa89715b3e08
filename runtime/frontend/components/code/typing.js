/** What the keys of an editor do beyond those of a text box. All of it can be undone as typing can. */
/** @import { Language } from "./languages.js" */

/** Typed after one of these, a line goes in deeper. */
const OPENS = /[{([:]\s*$/;

export class Typing {
    /** After Escape, Tab leaves the editor: whoever has only keys must get out. */
    #leaving = false;

    /** @param {HTMLTextAreaElement} box */
    constructor(box) {
        this.box = box;
        /** @type {Language} */
        this.language = { grammar: () => ({ start: [] }) };
        box.addEventListener("keydown", (event) => this.#key(event));
        box.addEventListener("focus", () => (this.#leaving = false));
    }

    /** One step inwards, as this text does it. */
    get #step() {
        if (/^\t/m.test(this.box.value)) return "\t";
        return this.language.indent ?? "  ";
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const leaving = this.#leaving;
        const { key, isComposing, altKey } = event;
        const command = event.ctrlKey || event.metaKey;
        if (key !== "Shift") this.#leaving = key === "Escape";
        if (this.box.readOnly || isComposing || altKey) return;
        const done =
            (key === "Tab" && !command && !leaving && this.#tab(event.shiftKey)) ||
            (key === "Enter" && !command && !event.shiftKey && this.#enter()) ||
            (key === "/" && command && this.#remark()) ||
            (/^[})\]]$/.test(key) && !command && this.#close(key));
        if (done) event.preventDefault();
    }

    /** @param {boolean} back */
    #tab(back) {
        const { selectionStart: from, selectionEnd: to, value } = this.box;
        const step = this.#step;
        if (!back && !value.slice(from, to).includes("\n")) {
            const column = from - lineStart(value, from);
            this.#put(from, to, step === "\t" ? step : " ".repeat(step.length - (column % step.length)));
            return true;
        }
        const outwards = new RegExp(`^(?:\\t| {1,${step.length}})`);
        this.#lines((lines) => lines.map((line) => (back ? line.replace(outwards, "") : line && step + line)));
        return true;
    }

    #enter() {
        const { selectionStart: from, selectionEnd: to, value } = this.box;
        const line = value.slice(lineStart(value, from), from);
        const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
        const deeper = OPENS.test(line) ? this.#step : "";
        const closes = deeper && /^[})\]]/.test(value.slice(to));
        this.#put(from, to, `\n${indent}${deeper}${closes ? `\n${indent}` : ""}`);
        if (closes) this.box.selectionStart = this.box.selectionEnd = from + 1 + indent.length + deeper.length;
        return true;
    }

    /** A bracket that closes stands where the line of the one that opens began. @param {string} bracket */
    #close(bracket) {
        const { selectionStart: from, selectionEnd: to, value } = this.box;
        const start = lineStart(value, from);
        const before = value.slice(start, from);
        const step = this.#step;
        if (from !== to || before.trim() || !before.endsWith(step)) return false;
        this.#put(from - step.length, to, bracket);
        return true;
    }

    /** Lines become a remark, or stop being one. */
    #remark() {
        const { comment } = this.language;
        if (!comment) return false;
        this.#lines((lines) => {
            const written = lines.filter((line) => line.trim());
            const all = written.every((line) => line.trimStart().startsWith(comment));
            const column = Math.min(...written.map((line) => line.length - line.trimStart().length));
            return lines.map((line) => {
                if (!line.trim()) return line;
                if (!all) return `${line.slice(0, column)}${comment} ${line.slice(column)}`;
                const at = line.indexOf(comment);
                return line.slice(0, at) + line.slice(at + comment.length).replace(/^ /, "");
            });
        });
        return true;
    }

    /**
     * Rewrites the selected lines; they stay selected.
     * @param {(lines: string[]) => string[]} rewrite
     */
    #lines(rewrite) {
        const { box } = this;
        const { selectionStart, selectionEnd, value } = box;
        const from = lineStart(value, selectionStart);
        // A selection that ends at the start of a line does not mean that line.
        const last = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
        const end = value.indexOf("\n", last);
        const to = end < 0 ? value.length : end;
        const lines = value.slice(from, to).split("\n");
        const now = rewrite(lines);
        const text = now.join("\n");
        if (text === value.slice(from, to)) return;
        this.#put(from, to, text);
        if (lines.length > 1) box.setSelectionRange(from, from + text.length);
        else {
            const moved = text.length - (to - from);
            box.setSelectionRange(Math.max(from, selectionStart + moved), Math.max(from, selectionEnd + moved));
        }
    }

    /**
     * @param {number} from
     * @param {number} to
     * @param {string} text
     */
    #put(from, to, text) {
        const { box } = this;
        box.setSelectionRange(from, to);
        // The only way in that the browser can undo.
        const typed = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
        if (typed) return;
        box.setRangeText(text, from, to, "end");
        box.dispatchEvent(new Event("input", { bubbles: true }));
    }
}

/**
 * Where the line begins that a place stands in.
 * @param {string} text
 * @param {number} at
 */
export function lineStart(text, at) {
    return text.lastIndexOf("\n", at - 1) + 1;
}
