/** One part of a conversation on the page: it stays the same elements while its words change. */
/** @import { Part } from "./talk.js" */
import { el, icon, same, translate } from "../../core/component.js";
import { time } from "../../core/status.js";
import { media } from "./content.js";
import { Shown } from "./shown.js";
import { words } from "./talk.js";

/**
 * @typedef {object} Place What a row may ask of the conversation it stands in.
 * @property {(place: Element, source: string) => void} html Shows Markdown in a place.
 * @property {boolean} markdown
 * @property {boolean} downloads
 */

const NAMED = 80;

export class Row {
    element = el("div", { class: "part", role: "group" });
    /** Where the thoughts within this thought stand. */
    inner = el("div", { class: "thoughts" });
    /** @type {Part | null} */
    part = null;
    selectable = false;
    /** @type {HTMLElement | null} */
    #prose = null;
    /** @type {Shown | null} */
    #shown = null;
    /** @type {HTMLDetailsElement | null} */
    #thought = null;
    #title = el("span", { class: "title" });
    #body = el("div", { class: "said" });

    /** @param {Place} place */
    constructor(place) {
        this.place = place;
        this.element.append(this.#body);
    }

    /** @param {Part} part */
    show(part) {
        const before = this.part;
        this.part = part;
        if (before && same(/** @type {any} */ (before), /** @type {any} */ (part))) return;
        this.element.dataset.testid = part.role;
        const said = words(part);
        this.element.setAttribute("aria-label", `${translate(part.role === "user" ? "You" : "Assistant")}: ${said.length > NAMED ? `${said.slice(0, NAMED)}…` : said}`);
        this.#frame(part, before);
        if (!same(before?.content ?? null, part.content) || !before) this.#fill(part.content);
    }

    /**
     * A thought can be folded.
     * @param {Part} part
     * @param {Part | null} before
     */
    #frame({ metadata }, before) {
        if (!metadata.title) {
            if (this.#thought) this.element.replaceChildren(this.#body);
            this.#thought = null;
            return;
        }
        const { title, log, duration, status } = metadata;
        if (!this.#thought) {
            this.#thought = el("details", { class: "thought", open: status !== "done" }, el("summary"), el("div", {}, this.#body, this.inner));
            this.element.replaceChildren(this.#thought);
        } else if (before?.metadata.status !== status) this.#thought.open = status !== "done";
        if (before?.metadata.title !== title) {
            if (this.place.markdown) this.place.html(this.#title, title);
            else this.#title.textContent = title;
        }
        const notes = [log, duration != null && time(duration * 1000)].filter(Boolean).map((note) => el("small", {}, String(note)));
        const mark = status === "pending" ? el("i", { class: "spinner", role: "img", "aria-label": "Working" }) : icon("right");
        this.#thought.firstElementChild?.replaceChildren(mark, this.#title, ...notes);
        this.#thought.classList.toggle("pending", status === "pending");
    }

    /** @param {any} content */
    #fill(content) {
        if (typeof content !== "string") {
            this.#prose = null;
            if (content?.component) return this.#show(content);
            this.#shown = null;
            this.#body.replaceChildren(media(content, this.place));
            return;
        }
        this.#shown = null;
        if (!this.#prose) {
            this.#prose = el("div", { class: this.place.markdown ? "prose" : "prose plain" });
            this.#body.replaceChildren(this.#prose);
        }
        if (this.place.markdown) this.place.html(this.#prose, content);
        else this.#prose.replaceChildren(el("p", {}, content));
    }

    /** @param {import("./shown.js").Content} content */
    #show(content) {
        if (!this.#shown) this.#body.replaceChildren((this.#shown = new Shown()).element);
        this.#shown.show(content);
    }

    /** @returns {HTMLTextAreaElement | null} Where its words are written anew. */
    edit() {
        if (typeof this.part?.content !== "string") return null;
        const area = el("textarea", { class: "input", "aria-label": "Message text", rows: 1 });
        area.value = this.part.content;
        this.#body.hidden = true;
        this.#body.before(area);
        return area;
    }

    endEdit() {
        this.element.querySelector("textarea")?.remove();
        this.#body.hidden = false;
    }
}
