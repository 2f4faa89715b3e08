/** A text whose parts are marked with classes or scores; where a person may, to mark and unmark. */
/** @import { Props } from "../types.js" */
import { Component, el, tool, translate } from "../core/component.js";

/** @typedef {{ token: string, class_or_confidence: string | number | null }} Part */
/** @typedef {string | number | null} Mark */

/** Hues far from each other; more classes than these begin anew. */
const HUES = [212, 70, 25, 140, 300, 250, 100, 340];

export default class HighlightedText extends Component {
    /** @type {HTMLElement | null} */
    #editor = null;

    /** @param {Props} changed */
    draw(changed) {
        const place = this.#place;
        if (changed === this.props) {
            place.addEventListener("mouseup", () => this.#selected());
            place.addEventListener("keydown", (event) => this.#key(event));
        }
        if ("rtl" in changed) place.dir = changed.rtl ? "rtl" : "";
        if ("show_whitespaces" in changed) place.classList.toggle("apart", this.#bare);
        this.#editor = null;
        // Lines may break between parts that have no space between them, too.
        place.replaceChildren(...this.#parts.flatMap((part, index) => [...(index ? [seam()] : []), this.#span(part, index)]));
        this.#legend();
    }

    get #place() {
        return /** @type {HTMLElement} */ (this.querySelector(".marked-text"));
    }

    /** @returns {Part[]} */
    get #parts() {
        return this.props.value ?? [];
    }

    /** Whether parts are shown without the space at their ends. */
    get #bare() {
        return this.props.show_whitespaces === false;
    }

    get #scores() {
        return this.#parts.some((part) => typeof part.class_or_confidence === "number");
    }

    /** @returns {string[]} */
    get #classes() {
        const marks = this.#parts.map((part) => part.class_or_confidence).filter((mark) => typeof mark === "string");
        return [...new Set([...Object.keys(this.props.color_map ?? {}), ...marks])];
    }

    /** @param {string} name */
    #colour(name) {
        const own = this.props.color_map?.[name];
        const hue = HUES[this.#classes.indexOf(name) % HUES.length];
        return own ?? `light-dark(oklch(.62 .13 ${hue}), oklch(.74 .11 ${hue}))`;
    }

    /**
     * @param {Part} part
     * @param {number} index
     */
    #span({ token, class_or_confidence: mark }, index) {
        const { _selectable: selectable, interactive, show_inline_category: named } = this.props;
        const span = el("span", { class: mark == null ? "textspan" : "textspan marked", "data-index": index });
        span.append(el("span", { class: "text" }, this.#bare ? token.trim() : token));
        if (mark == null) {
            // Words are chosen here by keyboard; see `#key`.
            if (interactive && token.trim()) for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", `${token.trim()}: ${translate("not marked")}`]]) span.setAttribute(name, value);
            return span;
        }
        const score = typeof mark === "number";
        const strength = Math.round(Math.min(1, Math.abs(Number(mark))) * 60);
        span.style.setProperty("--mark", score ? `var(--data-${mark < 0 ? 1 : 3})` : this.#colour(String(mark)));
        if (score) span.style.setProperty("--strength", `${strength}%`);
        else span.dataset.mark = String(mark);
        const shown = String(mark);
        if (interactive) span.append(seam(), el("button", { type: "button", class: "label", "aria-label": `${shown}: ${translate("change the mark of {name}", { name: token.trim() })}`, click: () => this.#edit(index, span) }, shown));
        else if (named && !score) span.append(seam(), el("span", { class: "label" }, shown));
        else span.title = shown;
        if (selectable) {
            const select = () => this.tell("select", { index, value: [token, mark] });
            span.addEventListener("click", select);
            if (!interactive) {
                for (const [name, value] of [["tabindex", "0"], ["role", "button"]]) span.setAttribute(name, value);
                span.addEventListener("keydown", ({ key }) => key === "Enter" && select());
            }
        }
        return span;
    }

    #legend() {
        this.querySelector(".legend")?.remove();
        if (!this.props.show_legend || !this.#parts.length) return;
        const legend = el("div", { class: "legend" });
        if (this.#scores) {
            legend.classList.add("scores");
            legend.dataset.testid = "highlighted-text:color-legend";
            legend.append("−1", el("span"), "0", el("span"), "+1");
        } else {
            legend.dataset.testid = "highlighted-text:category-legend";
            legend.append(...this.#classes.map((name) => this.#entry(name)));
        }
        this.#place.before(legend);
    }

    /** @param {string} name */
    #entry(name) {
        /** @param {boolean} only */
        const isolate = (only) => {
            for (const span of this.#place.querySelectorAll(".marked")) span.classList.toggle("dim", only && /** @type {HTMLElement} */ (span).dataset.mark !== name);
        };
        const on = () => isolate(true);
        const off = () => isolate(false);
        const item = el("span", { class: "label", tabindex: 0, mouseenter: on, focus: on, mouseleave: off, blur: off }, name);
        item.style.setProperty("--mark", this.#colour(name));
        return item;
    }

    /** What a person selected with the pointer is to be marked. */
    #selected() {
        const selection = document.getSelection();
        if (!this.props.interactive || !selection || selection.isCollapsed) return;
        const range = selection.getRangeAt(0);
        const span = /** @type {HTMLElement | null} */ (range.startContainer.parentElement?.closest(".textspan:not(.marked)"));
        if (!span || range.startContainer !== range.endContainer || !this.#place.contains(span)) return;
        this.#cut(span, range.startOffset, range.endOffset);
    }

    /** By keyboard: arrows move over the words of a part, with Shift they take more of them, Enter marks.
     * @param {KeyboardEvent} event
     */
    #key(event) {
        const span = /** @type {HTMLElement} */ (event.target);
        if (!this.props.interactive || !span.matches(".textspan:not(.marked)")) return;
        const text = /** @type {Text} */ (span.querySelector(".text")?.firstChild);
        const words = [...text.data.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length]);
        let [from, to] = (span.dataset.words ?? "-1 -1").split(" ").map(Number);
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) {
            const next = Math.min(words.length - 1, Math.max(0, (step > 0 ? to : from) + step));
            if (!event.shiftKey || from < 0) [from, to] = [next, next];
            else if (step > 0) to = next;
            else from = next;
            span.dataset.words = `${from} ${to}`;
            document.getSelection()?.setBaseAndExtent(text, words[from][0], text, words[to][1]);
        } else if (event.key === "Enter") {
            this.#cut(span, from < 0 ? 0 : words[from][0], from < 0 ? text.length : words[to][1]);
        } else return;
        event.preventDefault();
    }

    /**
     * Marks a piece of a part that is not marked, from one place in what is shown of it to another.
     * @param {HTMLElement} span
     * @param {number} from
     * @param {number} to
     */
    #cut(span, from, to) {
        const index = Number(span.dataset.index);
        const { token } = this.#parts[index];
        const unseen = this.#bare ? token.length - token.trimStart().length : 0;
        from += unseen;
        to += unseen;
        // Space at the ends belongs to nobody.
        while (from < to && /\s/.test(token[from])) from++;
        while (to > from && /\s/.test(token[to - 1])) to--;
        if (from === to) return;
        const pieces = [token.slice(0, from), token.slice(from, to), token.slice(to)].map((token) => ({ token, class_or_confidence: null }));
        const kept = pieces.filter((piece) => piece.token);
        const place = el("span", { class: "textspan marked pending" }, token.slice(from, to));
        span.replaceChildren(pieces[0].token, place, pieces[2].token);
        this.#ask(place, "", (mark) => this.#put(index, kept.map((piece) => (piece === pieces[1] ? { ...piece, class_or_confidence: mark } : piece))));
    }

    /**
     * @param {number} index
     * @param {HTMLElement} span
     */
    #edit(index, span) {
        const part = this.#parts[index];
        this.#ask(span, String(part.class_or_confidence), (mark) => this.#put(index, [{ ...part, class_or_confidence: mark }]));
    }

    /**
     * Asks for a mark beside what is to be marked; an empty one takes it away.
     * @param {HTMLElement} beside
     * @param {string} mark
     * @param {(mark: Mark) => void} take
     */
    #ask(beside, mark, take) {
        this.#editor?.remove();
        const list = `c${this.component}-classes`;
        const score = this.#scores;
        const input = el("input", { class: "input", value: mark, list, "aria-label": score ? "Value" : "Class", ...(score && { type: "number", min: -1, max: 1, step: "any" }) });
        const done = () => take(input.value.trim() === "" ? null : score ? Number(input.value) : input.value.trim());
        const leave = () => this.draw({ value: this.props.value });
        const remove = tool("Remove mark", "close", () => take(null));
        const editor = el("span", { class: "mark-editor" }, input, el("datalist", { id: list }, ...this.#classes.map((value) => el("option", { value }))), tool("Mark", "check", done), remove);
        editor.addEventListener("keydown", (event) => {
            event.stopPropagation();
            if (event.key === "Enter" && event.target === input) done();
            if (event.key === "Escape") leave();
        });
        editor.addEventListener("mouseup", (event) => event.stopPropagation());
        beside.after(editor);
        this.#editor = editor;
        input.focus();
        input.select();
    }

    /**
     * Puts parts in place of one; neighbours without a mark become one.
     * @param {number} index
     * @param {Part[]} parts
     */
    #put(index, parts) {
        const all = this.#parts.toSpliced(index, 1, ...parts);
        /** @type {Part[]} */
        const joined = [];
        for (const part of all) {
            const last = joined.at(-1);
            if (last && last.class_or_confidence == null && part.class_or_confidence == null) joined[joined.length - 1] = { ...last, token: last.token + part.token };
            else joined.push(part);
        }
        this.change(joined);
        this.draw({ value: joined });
        const next = this.#place.querySelectorAll(".textspan > button.label");
        /** @type {HTMLElement | undefined} */ (next[Math.min(index, next.length - 1)])?.focus();
    }
}

/** A space that has no width and is not copied: where a line may break, and where a name begins for who hears it. */
function seam() {
    return el("span", { class: "seam" }, " ");
}
