/** Conversations that this browser keeps: begin one, go on with one, forget one. */
/** @import { Json, Props } from "../types.js" */
import { Component, el, icon, same, tool, translate } from "../core/component.js";

/** @typedef {{ id: string, title: string, value: Json[] }} Kept */

const PLUS = "M8 3v10M3 8h10";
const BIN = "M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.5 8.500h6l.5-8.500";
const CLIP = "📎";
/** How long a title is. */
const LETTERS = 40;
/** An answer that still comes in is kept when it pauses. */
const PAUSE = 300;

export default class ChatHistory extends Component {
    /** @type {string | null} The conversation at hand; a new one has no name yet. */
    #id = null;
    #timer = 0;
    #list = el("ul", { role: "list", "aria-label": "Conversations" });
    #none = el("p", { class: "empty" }, translate("Nothing saved yet"));
    #heard = (/** @type {StorageEvent} */ { key }) => key === this.#key && this.#show();

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.#build();
        else if ("value" in changed) this.#take(changed.value ?? []);
    }

    end() {
        removeEventListener("storage", this.#heard);
        this.#write();
    }

    #build() {
        const fresh = el("button", { type: "button", class: "button primary", click: () => this.#open(null) }, icon(PLUS), el("span", {}, translate("New chat")));
        this.append(el("div", { class: "chat-history" }, fresh, this.#list, this.#none));
        // Another tab may keep some as well.
        addEventListener("storage", this.#heard);
        addEventListener("pagehide", () => this.#write());
        this.#show();
    }

    get #key() {
        return `vetrina ${this.props.storage_key} ${location.pathname}`;
    }

    /** @returns {Kept[]} The newest first. */
    get #all() {
        try {
            const all = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
            return Array.isArray(all) ? all : [];
        } catch {
            return [];
        }
    }

    /** @param {Kept[]} all */
    #keep(all) {
        let kept = all.slice(0, this.props.most ?? 100);
        while (kept.length) {
            try {
                return localStorage.setItem(this.#key, JSON.stringify(kept));
            } catch {
                // There is only so much room: the oldest goes.
                kept = kept.slice(0, -1);
            }
        }
        try {
            localStorage.removeItem(this.#key);
        } catch {
            // A browser that keeps nothing has nothing to forget.
        }
    }

    /** @param {Json[]} value */
    #take(value) {
        if (!value.length) return this.#forgetOrLeave();
        this.#id ??= crypto.randomUUID?.() ?? String(Math.random());
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#write(), PAUSE);
    }

    /** An emptied conversation is one that nobody wants any more. */
    #forgetOrLeave() {
        clearTimeout(this.#timer);
        this.#timer = 0;
        if (this.#id) this.#forget(this.#id);
    }

    #write() {
        if (!this.#timer || !this.#id) return;
        clearTimeout(this.#timer);
        this.#timer = 0;
        const value = /** @type {any[]} */ (this.value ?? []);
        const all = this.#all;
        const known = all.find(({ id }) => id === this.#id);
        if (known && same(known.value, value)) return;
        if (known) known.value = value;
        else all.unshift({ id: this.#id, title: titleOf(value), value });
        this.#keep(all);
        this.#show();
    }

    /** @param {Kept | null} kept */
    #open(kept) {
        this.#write();
        this.#id = kept?.id ?? null;
        this.change(kept?.value ?? []);
        this.tell("select", { index: kept ? this.#all.findIndex(({ id }) => id === kept.id) : -1, value: kept?.title ?? "" });
        this.#show();
    }

    /** @param {string} gone */
    #forget(gone) {
        this.#keep(this.#all.filter(({ id }) => id !== gone));
        if (this.#id === gone) {
            this.#id = null;
            if (this.value?.length) {
                this.change([]);
                this.tell("select", { index: -1, value: "" });
            }
        }
        this.#show();
    }

    #show() {
        const all = this.#all;
        this.#none.hidden = all.length > 0;
        this.#list.hidden = !all.length;
        const focused = document.activeElement;
        const at = [...this.#list.querySelectorAll("button")].findIndex((it) => it === focused);
        this.#list.replaceChildren(
            ...all.map((kept) => {
                const open = el("button", { type: "button", class: "button quiet", dir: "auto", "aria-current": kept.id === this.#id ? "true" : null, click: () => this.#open(kept) });
                // A title is what somebody said: no word of ours.
                open.textContent = kept.title;
                const remove = tool("Delete conversation", BIN, () => this.#forget(kept.id));
                return el("li", {}, open, remove);
            }),
        );
        if (at >= 0) [...this.#list.querySelectorAll("button")][Math.min(at, all.length * 2 - 1)]?.focus();
    }
}

/**
 * What somebody said first, in short.
 * @param {any[]} value
 */
function titleOf(value) {
    let title = "";
    for (const { role, content } of value) {
        if (role !== "user") continue;
        const words = [content].flat().find((it) => typeof it === "string" || it?.type === "text");
        if (words === undefined) {
            title += `${CLIP} `;
            continue;
        }
        title += typeof words === "string" ? words : words.text;
        break;
    }
    const letters = [...title.replaceAll(/\s+/g, " ").trim()];
    return letters.length > LETTERS ? `${letters.slice(0, LETTERS).join("")}…` : letters.join("") || CLIP;
}
