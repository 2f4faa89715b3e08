/**
 * A small editor: a text box that one types in, and over it the same text in colours. The browser does the typing;
 * of the colours only the lines in view are there, so that thousands of them cost no more than a screenful.
 */
/** @import { Props } from "../types.js" */
import { Component, copyTool, el, tool, translate } from "../core/component.js";
import { Highlighter, splice } from "./code/highlighter.js";
import { language } from "./code/languages.js";
import { Typing, lineStart } from "./code/typing.js";

const DOWNLOAD = "M8 2.5v7.5m-3.2-3L8 10.2 11.2 7M3 12.8h10";
/** Lines that are kept ready above and below. */
const SPARE = 20;

/** @typedef {{ begin: string, element: HTMLElement }} Row */

export default class Code extends Component {
    #highlighter = new Highlighter({ start: [] });
    /** @type {Typing | null} */
    #typing = null;
    #paper = el("div", { class: "code-paper", "aria-hidden": "true" });
    /** @type {(Row | undefined)[]} */
    #rows = [];
    #painted = [0, 0];
    #waiting = 0;
    /** How wide each line is, in letters. @type {number[]} */
    #widths = [];
    /** What is in view; asking the browser on each key would have it measure thousands of lines twice. */
    #view = { top: 0, left: 0, height: 0, width: 0, line: 20 };

    /** @param {Props} changed */
    draw(changed) {
        const { box, editor } = this;
        if (changed === this.props) this.#adopt();
        else if ("value" in changed && box.value !== (changed.value ?? "")) {
            box.value = changed.value ?? "";
            editor.scrollTop = 0;
        }
        if ("language" in changed || "highlight" in changed) this.#speak(changed.highlight ?? changed.language);
        if ("interactive" in changed) {
            box.readOnly = !changed.interactive;
            box.placeholder = changed.interactive ? "" : "—";
        }
        if ("lines" in changed) editor.style.setProperty("--lines", changed.lines ?? 5);
        if ("max_lines" in changed) {
            if (changed.max_lines) editor.style.setProperty("--max-lines", changed.max_lines);
            else editor.style.removeProperty("--max-lines");
        }
        editor.classList.toggle("wraps", !!this.props.wrap_lines);
        editor.classList.toggle("numbered", this.props.show_line_numbers !== false);
        box.wrap = this.props.wrap_lines ? "soft" : "off";
        this.#taken();
        this.#look();
    }

    get box() {
        return /** @type {HTMLTextAreaElement} */ (/** @type {unknown} */ (this.control));
    }

    get editor() {
        return /** @type {HTMLElement} */ (this.querySelector(".code-editor"));
    }

    #adopt() {
        const { box, editor } = this;
        this.#typing = new Typing(box);
        box.after(this.#paper);
        editor.classList.add("live");
        box.addEventListener("input", () => {
            this.#taken();
            this.#reveal();
            this.change(box.value);
        });
        box.addEventListener("focus", () => this.tell("focus"));
        box.addEventListener("blur", () => this.tell("blur"));
        editor.addEventListener("scroll", () => this.#look(), { passive: true });
        new ResizeObserver(() => this.#look()).observe(editor);
        if (this.props.interactive) this.#explain(box);
        this.tools.append(tool("Download", DOWNLOAD, () => this.#download()), copyTool(this, () => box.value));
        // Typed before the script came, or kept by the browser over a reload.
        if (box.value !== (this.props.value ?? "").replaceAll("\r\n", "\n")) this.change(box.value);
    }

    /** @param {HTMLTextAreaElement} box */
    #explain(box) {
        const id = `c${this.component}-keys`;
        this.append(el("p", { id, class: "sr-only" }, translate("Tab indents. To leave the editor, press Escape and then Tab.")));
        box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") ?? ""} ${id}`.trim());
    }

    /** @param {string | null | undefined} name */
    #speak(name) {
        const spoken = language(name);
        /** @type {Typing} */ (this.#typing).language = spoken;
        this.#highlighter = new Highlighter(spoken.grammar());
        this.#rows = [];
        this.#widths = [];
        this.#painted = [0, 0];
    }

    /** The text is another one. */
    #taken() {
        const [at, gone, come] = this.#highlighter.take(this.box.value);
        const { lines } = this.#highlighter;
        splice(this.#rows, at, gone, come);
        splice(this.#widths, at, gone, come);
        for (let line = at; line < at + come; line++) this.#widths[line] = width(lines[line]);
        for (let line = 0; line < lines.length; line++) this.#widths[line] ??= width(lines[line]);
        // Not Math.max(...widths): there may be more of them than a call takes arguments.
        const widest = this.#widths.reduce((most, one) => Math.max(most, one), 0) + 1;
        const { style } = this.editor;
        style.setProperty("--count", String(lines.length));
        style.setProperty("--widest", String(widest));
        style.setProperty("--digits", String(String(lines.length).length));
        this.#paint();
    }

    /** Sees what is in view, with the next frame, and paints it. */
    #look() {
        this.#waiting ||= requestAnimationFrame(() => {
            this.#waiting = 0;
            const { scrollTop: top, scrollLeft: left, clientHeight: height, clientWidth: width } = this.editor;
            this.#view = { top, left, height, width, line: parseFloat(getComputedStyle(this.box).lineHeight) || 20 };
            this.#paint();
        });
    }

    /** Puts the colours of the lines in view in their place. */
    #paint() {
        const { lines } = this.#highlighter;
        const { top, height, line: lineHeight } = this.#view;
        const all = !!this.props.wrap_lines;
        const above = Math.floor(top / lineHeight);
        const seen = Math.ceil(height / lineHeight);
        const first = all ? 0 : Math.max(0, Math.min(above, lines.length) - SPARE);
        const last = all ? lines.length : Math.min(lines.length, above + seen + SPARE);
        const rows = [];
        for (let line = first; line < last; line++) rows.push(this.#row(line));
        for (let line = this.#painted[0]; line < this.#painted[1]; line++) {
            if (line < first || line >= last) this.#rows[line] = undefined;
        }
        this.#painted = [first, last];
        this.#paper.style.setProperty("--first", String(first));
        replace(this.#paper, rows);
    }

    /** @param {number} line */
    #row(line) {
        const begin = this.#highlighter.begin(line);
        const row = this.#rows[line];
        if (row?.begin === begin) return row.element;
        const words = this.#highlighter.words(line).map(([text, kind]) => (kind ? el("span", { class: kind }, text) : text));
        const element = el("div", {}, ...words);
        this.#rows[line] = { begin, element };
        return element;
    }

    /** Brings the place where one types into view: the box itself never scrolls, what it stands in does. */
    #reveal() {
        const { box, editor } = this;
        const { top, left, height, width: room, line: lineHeight } = this.#view;
        const before = box.value.slice(0, box.selectionEnd);
        const line = before.split("\n").length - 1;
        const wrapped = this.props.wrap_lines ? this.#rows[line]?.element : null;
        const from = wrapped ? wrapped.offsetTop : line * lineHeight;
        const to = (wrapped ? from + wrapped.offsetHeight : from + lineHeight) + 2 * lineHeight;
        if (from < top) editor.scrollTop = from;
        else if (to > top + height) editor.scrollTop = to - height;
        if (this.props.wrap_lines) return;
        // Letters are as wide as they are high times six tenths, near enough to see what is typed.
        const at = width(before.slice(lineStart(before, before.length))) * parseFloat(getComputedStyle(box).fontSize) * 0.6;
        if (at < left) editor.scrollLeft = Math.max(0, at - 40);
        else if (at > left + room - 100) editor.scrollLeft = at - room + 140;
    }

    #download() {
        const { highlight, language: name } = this.props;
        const href = URL.createObjectURL(new Blob([this.box.value], { type: "text/plain" }));
        el("a", { href, download: `file.${language(highlight ?? name).extension ?? "txt"}` }).click();
        setTimeout(() => URL.revokeObjectURL(href), 10_000);
    }
}

/**
 * How many letters wide a line is; those of the East are two.
 * @param {string} line
 */
function width(line) {
    let wide = line.length;
    if (/[^\x20-\x7e]/.test(line)) for (const letter of line) wide += letter === "\t" ? 3 : letter > "\u2e7f" ? 1 : 0;
    return wide;
}

/**
 * Makes these the children of an element, touching only those that are others than before.
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} wanted
 */
function replace(parent, wanted) {
    const there = parent.children;
    let same = 0;
    while (same < wanted.length && there[same] === wanted[same]) same++;
    let tail = 0;
    while (tail < Math.min(wanted.length, there.length) - same && there[there.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
    while (there.length > same + tail) there[same].remove();
    const before = there[same] ?? null;
    const piece = document.createDocumentFragment();
    piece.append(...wanted.slice(same, wanted.length - tail));
    parent.insertBefore(piece, before);
}
