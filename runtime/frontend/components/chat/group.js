/** What one side says before the other answers: its parts, its picture and its tools. */
/** @import { Part } from "./talk.js" */
/** @import { Place } from "./row.js" */
import { copy, el, icon, page, same, tool, translate } from "../../core/component.js";
import { fileUrl } from "../../core/files.js";
import { Row } from "./row.js";
import { words } from "./talk.js";

const UP = "M5 7.4 7.7 2c.9 0 1.6.7 1.6 1.6v2.6h3c.8 0 1.3.7 1.2 1.4l-.8 4.6c-.1.6-.6 1-1.2 1H5m0-5.8v5.8m0-5.8H2.6v5.8H5";
const DOWN = "M11 8.6 8.3 14c-.9 0-1.6-.7-1.6-1.6V9.8h-3c-.8 0-1.3-.7-1.2-1.4l.8-4.6c.1-.6.6-1 1.2-1H11m0 5.8V2.8m0 5.8h2.4V2.8H11";
const FLAG = "M3.5 14V2.5h7.7L9.8 5.3l1.4 2.9H3.5";
const BACK = "M5.8 3 2.6 6.2l3.2 3.2M2.6 6.2h6.6a4 4 0 0 1 0 8H6";
const PEN = "M10.8 2.7l2.500 2.500L5.500 13H3v-2.500zM9 4.500l2.500 2.500";

/**
 * @typedef {object} Offers What can be done with a group.
 * @property {boolean} copy
 * @property {string[]} feedback What can be thought of it.
 * @property {string | null} thought What somebody thinks of it.
 * @property {boolean} retry
 * @property {boolean} undo
 * @property {boolean} edit
 * @property {boolean} select
 */

/**
 * @typedef {object} Doings
 * @property {(group: Group, thought: string) => void} like
 * @property {(event: "retry" | "undo") => void} again
 * @property {(group: Group, texts: [Part, string][]) => void} edited
 * @property {(text: string, role: Part["role"]) => Promise<void>} copy
 * @property {(part: Part) => void} select
 */

export class Group {
    /** @type {Row[]} */
    #rows = [];
    /** @type {Part[]} */
    parts = [];
    /** @type {Offers | null} */
    #offers = null;
    #editing = false;
    #body = el("div", { class: "parts" });
    #tools = el("div", { class: "toolbar acts", role: "group", "aria-label": "Actions" });

    /**
     * @param {Part["role"]} role
     * @param {any} avatar
     * @param {Place} place
     * @param {Doings} doings
     */
    constructor(role, avatar, place, doings) {
        this.role = role;
        this.place = place;
        this.doings = doings;
        this.element = el("article", { class: `message ${role}`, "aria-label": role === "user" ? "You" : "Assistant" });
        if (avatar) this.element.append(el("img", { class: "avatar", src: fileUrl(avatar), alt: "", width: 32, height: 32 }));
        this.element.append(el("div", { class: "talk" }, this.#body, this.#tools));
    }

    /**
     * @param {Part[]} parts
     * @param {Offers} offers
     */
    show(parts, offers) {
        const before = this.parts;
        this.parts = parts;
        const isNew = !same(/** @type {any} */ (offers), /** @type {any} */ (this.#offers));
        // An answer that grows is told often, with all that was said before.
        if (!isNew && before.length === parts.length && parts.every((part, index) => unchanged(part, before[index]))) return;
        for (const row of this.#rows.splice(parts.length)) row.element.remove();
        const thoughts = new Map();
        parts.forEach((part, index) => {
            const row = (this.#rows[index] ??= new Row(this.place));
            const { id, parent_id: parent } = part.metadata;
            const home = thoughts.get(parent)?.inner ?? this.#body;
            if (row.element.parentNode !== home) home.append(row.element);
            row.show(part);
            if (part.metadata.title && id != null) thoughts.set(id, row);
            this.#selectable(row, offers.select);
        });
        if (!this.#editing && isNew) this.#draw(offers);
        this.#offers = offers;
    }

    /**
     * @param {Row} row
     * @param {boolean} on
     */
    #selectable(row, on) {
        if (row.selectable === on) return;
        row.selectable = on;
        row.element.classList.toggle("selectable", on);
        row.element.onclick = on ? () => row.part && this.doings.select(row.part) : null;
        row.element.tabIndex = on ? 0 : -1;
        if (!on) row.element.removeAttribute("tabindex");
        row.element.onkeydown = on ? ({ key, target }) => key === "Enter" && target === row.element && row.element.click() : null;
    }

    /** @param {Offers} offers */
    #draw(offers) {
        const { copy: copies, feedback, thought, retry, undo, edit } = offers;
        // Whoever stands on a button stays there when it changes.
        const held = [...this.#tools.children].findIndex((it) => it === document.activeElement);
        const tools = [];
        if (copies) tools.push(this.#copyTool());
        for (const [option, picture] of /** @type {const} */ ([["Like", UP], ["Dislike", DOWN]])) {
            if (!feedback.includes(option)) continue;
            const on = thought === option;
            const button = tool(on ? `clicked ${option.toLowerCase()}` : option, picture, () => this.doings.like(this, on ? "" : option));
            button.classList.toggle("on", on);
            tools.push(button);
        }
        const others = feedback.filter((option) => !["Like", "Dislike"].includes(option));
        if (others.length) tools.push(this.#flag(others, thought));
        if (retry) tools.push(tool("Retry", "again", () => this.doings.again("retry")));
        if (undo) tools.push(tool("Undo", BACK, () => this.doings.again("undo")));
        if (edit) tools.push(tool("Edit", PEN, () => this.#edit()));
        this.#tools.hidden = !tools.length;
        this.#tools.replaceChildren(...tools);
        if (held >= 0) /** @type {HTMLElement | undefined} */ (this.#tools.children[Math.min(held, tools.length - 1)])?.focus();
    }

    #copyTool() {
        const button = tool("Copy message", "copy", async () => {
            await this.doings.copy(this.parts.map(words).join("\n"), this.role);
            button.replaceChildren(icon("check"));
            setTimeout(() => button.replaceChildren(icon("copy")), 1500);
        });
        return button;
    }

    /**
     * Opinions that are no thumbs, behind a flag.
     * @param {string[]} options
     * @param {string | null} thought
     */
    #flag(options, thought) {
        const chosen = options.includes(thought ?? "");
        const menu = el("div", { class: "popover menu", popover: "auto" });
        for (const option of options) {
            const on = option === thought;
            const choose = () => {
                menu.hidePopover();
                this.doings.like(this, on ? "" : option);
            };
            menu.append(el("button", { type: "button", class: "button quiet small", "aria-pressed": String(on), click: choose }, option));
        }
        const button = tool(chosen ? `${translate("Feedback")}: ${translate(String(thought))}` : "Feedback", FLAG, () => {
            menu.togglePopover();
            const at = button.getBoundingClientRect();
            menu.style.insetBlockStart = `${at.bottom + 4}px`;
            menu.style.insetInlineStart = `${Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8))}px`;
        });
        button.classList.toggle("on", chosen);
        return el("span", {}, button, menu);
    }

    #edit() {
        this.#editing = true;
        this.element.classList.add("editing");
        const areas = this.#rows.map((row) => row.edit());
        const submit = () => {
            const texts = this.#rows.flatMap(({ part }, index) => (part && areas[index] && areas[index].value !== part.content ? [/** @type {[Part, string]} */ ([part, areas[index].value])] : []));
            this.#endEdit();
            if (texts.length) this.doings.edited(this, texts);
        };
        for (const area of areas) {
            area?.addEventListener("keydown", (event) => {
                if (event.key === "Escape") this.#endEdit();
                else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
                    event.preventDefault();
                    submit();
                }
            });
        }
        this.#tools.replaceChildren(tool("Submit", "check", submit), tool("Cancel", "close", () => this.#endEdit()));
        areas.find(Boolean)?.focus();
    }

    #endEdit() {
        this.#editing = false;
        this.element.classList.remove("editing");
        for (const row of this.#rows) row.endEdit();
        if (this.#offers) this.#draw(this.#offers);
        /** @type {HTMLElement | null} */ (this.#tools.querySelector("[aria-label=Edit]"))?.focus();
    }
}

/**
 * @param {Part} one
 * @param {Part} other
 */
function unchanged(one, other) {
    return one.content === other.content && one.metadata === other.metadata && one.options === other.options && String(one.index) === String(other.index);
}

/** @param {string} text */
export async function copyText(text) {
    await copy(text);
    page.announce("Copied");
}
