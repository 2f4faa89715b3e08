/** A conversation. What is said stays where it is while more comes in; the server makes Markdown into safe HTML. */
/** @import { Props } from "../types.js" */
/** @import { Part } from "./chat/talk.js" */
import { Component, el, icon, same, tool, translate } from "../core/component.js";
import { fileUrl } from "../core/files.js";
import { copiesCode, settle } from "../core/prose.js";
import { resize } from "../core/size.js";
import { Group, copyText } from "./chat/group.js";
import { grouped, parts, rewritten, words } from "./chat/talk.js";

const BIN = "M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.5 8.500h6l.5-8.500";
const ALL = "M4 2.500h6.500v8H4zM6.500 13.500h6.500v-8";
const TALK = "M2.500 3.500h8v5.500h-4.500L3.500 11V9h-1zM12.500 6.500h1v5.500h-1v2l-2.500-2H7.500";
const END = "M8 3v10M4 9l4 4 4-4";
/** Milliseconds between two looks of Markdown that grows: the eye wants no more, and reading and clicking do. */
const PACE = 40;

export default class Chatbot extends Component {
    /** @type {Group[]} */
    #groups = [];
    /** @type {Map<Element, string>} What waits for its HTML, and its source. */
    #waiting = new Map();
    #asking = false;
    /** @type {Map<string, string>} What somebody thinks of a group, by the place of its first message. */
    #thoughts = new Map();

    /** @type {Part | undefined} What the conversation began with when it was shown last, and how much there was. */
    #first;
    #count = 0;
    #frame = 0;

    #messages = el("div", { class: "messages" });
    #empty = el("div", { class: "chat-empty" });
    #options = el("div", { class: "chat-options", role: "group", "aria-label": "Choices" });
    #pending = el("div", { class: "message awaited", role: "status", "aria-label": "Waiting for an answer" }, el("i"), el("i"), el("i"));
    #thread = el("div", { class: "chat-thread", tabindex: 0, role: "log" });
    #end = el("button", { type: "button", class: "button small icon-only chat-end", "aria-label": "Scroll to the last message", hidden: true, click: () => this.#toEnd() }, icon(END));
    #clear = tool("Clear", BIN, () => this.#clearAll());
    #copyAll = tool("Copy conversation", ALL, () => this.#copy(this.#parts.map((it) => `${it.role === "user" ? "User" : "Assistant"}: ${words(it)}`).join("\n\n")));

    get #parts() {
        return parts(this.props.value);
    }

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.#build();
        this.classList.toggle("panel-layout", this.props.layout === "panel");
        this.#thread.classList.toggle("follows", this.props.autoscroll !== false);
        this.#thread.dir = this.props.rtl ? "rtl" : "";
        this.#thread.style.resize = this.props.resizable ? "both" : "";
        resize(this.#thread, changed);
        if ("feedback_value" in changed) this.#thoughts.clear();
        if (changed === this.props) this.#show();
        else this.#showSoon();
    }

    /** An answer may grow more often than anybody sees. */
    #showSoon() {
        cancelAnimationFrame(this.#frame);
        if (document.hidden) this.#show();
        else this.#frame = requestAnimationFrame(() => this.#show());
    }

    #build() {
        // The name that scripts and habits know it by.
        this.#thread.setAttribute("aria-label", this.props.label ? translate("{label} conversation", { label: String(this.props.label) }) : translate("Messages"));
        this.#thread.append(el("div", { class: "chat-content" }, this.#empty, this.#messages, this.#pending, this.#options));
        this.#thread.addEventListener("scroll", () => {
            const { scrollTop, scrollHeight, clientHeight } = this.#thread;
            const left = this.props.autoscroll === false ? scrollHeight - clientHeight - scrollTop : -scrollTop;
            this.#end.hidden = left < 100;
        });
        copiesCode(this.#thread);
        this.tools.append(this.#copyAll, this.#clear);
        this.append(el("div", { class: "chat-frame" }, this.#thread, this.#end));
    }

    /** Another conversation, and what somebody just said, are seen at once; whoever reads further up stays there else. */
    #follow(/** @type {Part[]} */ all) {
        const [first, last] = [all[0], all.at(-1)];
        const another = !same(first?.content ?? null, this.#first?.content ?? null);
        const said = all.length > this.#count && last?.role === "user";
        [this.#first, this.#count] = [first, all.length];
        if (this.props.autoscroll !== false && (another || said)) this.#thread.scrollTop = 0;
    }

    #show() {
        const { value, group_consecutive_messages: together = true, avatar_images: avatars = [] } = this.props;
        const all = this.#parts;
        const groups = grouped(all, together);
        const last = all.at(-1);
        for (const group of this.#groups.splice(groups.length)) group.element.remove();
        groups.forEach((members, index) => {
            const { role } = members[0];
            if (this.#groups[index]?.role !== role) {
                const group = new Group(role, avatars[role === "user" ? 0 : 1], this.#place, this.#doings);
                if (this.#groups[index]) this.#groups[index].element.replaceWith(group.element);
                else this.#messages.append(group.element);
                this.#groups[index] = group;
            }
            this.#groups[index].show(members, this.#offers(members, members.at(-1) === last));
        });
        this.#clear.hidden = !value?.length;
        this.#copyAll.hidden = !all.length || !this.props.show_copy_all_button;
        this.classList.toggle("awaits", last?.role === "user");
        this.#showEmpty(!all.length);
        this.#showOptions(last);
        this.#follow(all);
    }

    get #place() {
        return {
            html: (/** @type {Element} */ place, /** @type {string} */ source) => this.#html(place, source),
            markdown: this.props.render_markdown !== false,
            downloads: this.props.allow_file_downloads !== false,
        };
    }

    /** @type {import("./chat/group.js").Doings} */
    #doings = {
        like: (group, thought) => this.#like(group, thought),
        again: (event) => {
            const asked = this.#parts.findLast((it) => it.role === "user");
            if (asked) this.tell(event, { index: asked.index, value: asked.content });
        },
        edited: (_, texts) => {
            let { value } = this.props;
            for (const [part, text] of texts) value = rewritten(value, part.index, text);
            this.change(value);
            this.draw({ value });
            for (const [part, text] of texts) this.tell("edit", { index: part.index, previous_value: part.content, value: text });
        },
        copy: (text, role) => this.#copy(role === "bot" && this.props.watermark ? `${text}\n\n${this.props.watermark}` : text),
        select: (part) => this.tell("select", { index: part.index, value: part.content }),
    };

    /**
     * @param {Part[]} members
     * @param {boolean} isLast
     */
    #offers(members, isLast) {
        const { role } = members[0];
        const { show_copy_button: copy, buttons, likeable, like_user_message: likeOwn, feedback_options: feedback, editable } = this.props;
        const text = members.some((it) => typeof it.content === "string");
        return {
            copy: text && Boolean(copy || buttons?.includes("copy")),
            feedback: likeable && (role === "bot" || likeOwn) ? (feedback ?? []) : [],
            thought: this.#thoughtOf(members),
            // Without an answer, it failed or was stopped: one may ask again.
            retry: isLast && Boolean(this.props._retryable),
            undo: isLast && Boolean(this.props._undoable),
            edit: text && (editable === "all" || (editable === "user" && role === "user")),
            select: Boolean(this.props._selectable),
        };
    }

    /** @param {Part[]} members */
    #thoughtOf(members) {
        const own = this.#thoughts.get(String(members[0].index));
        if (own !== undefined) return own || null;
        const known = this.props.feedback_value;
        if (!known || members[0].role !== "bot") return null;
        const before = this.#parts.filter((it) => it.role === "bot" && it.index < members[0].index).length;
        return known[before] ?? null;
    }

    /**
     * @param {Group} group
     * @param {string} thought
     */
    #like(group, thought) {
        const [first] = group.parts;
        this.#thoughts.set(String(first.index), thought);
        const liked = thought === "Like" ? true : thought === "Dislike" ? false : thought;
        const pair = Array.isArray(first.index);
        this.tell("like", { index: first.index, value: pair ? first.content : group.parts.map((it) => it.content), liked });
        this.#show();
    }

    /** @param {string} text */
    async #copy(text) {
        await copyText(text);
        this.tell("copy", { value: text });
    }

    #clearAll() {
        this.change([]);
        this.draw({ value: [] });
        this.tell("clear");
        this.#thread.focus();
    }

    #toEnd() {
        this.#thread.scrollTo({ top: this.props.autoscroll === false ? this.#thread.scrollHeight : 0, behavior: "smooth" });
    }

    /** @param {boolean} isEmpty */
    #showEmpty(isEmpty) {
        this.#empty.hidden = !isEmpty;
        this.classList.toggle("bare", isEmpty);
        if (!isEmpty || this.#empty.childElementCount) return;
        const { placeholder, examples = [] } = this.props;
        if (placeholder) {
            const place = el("div", { class: "prose" });
            this.#empty.append(place);
            this.#html(place, placeholder);
        }
        const cards = examples.map((/** @type {any} */ example, /** @type {number} */ index) => {
            const tell = () => this.tell("example_select", { index, value: { text: example.text, files: example.files ?? [] } });
            const picture = example.icon ? [el("img", { src: fileUrl(example.icon), alt: "", width: 24, height: 24 })] : [];
            return el("button", { type: "button", class: "button", click: tell }, ...picture, example.display_text ?? example.text);
        });
        if (!placeholder && !cards.length) this.#empty.append(icon(TALK));
        if (cards.length) this.#empty.append(el("div", { class: "chat-options", role: "group", "aria-label": "Examples" }, ...cards));
    }

    /** @param {Part | undefined} last */
    #showOptions(last) {
        const options = last?.role === "bot" ? last.options : [];
        this.#options.hidden = !options.length;
        const buttons = options.map(({ value, label }, index) => el("button", { type: "button", class: "button small", click: () => this.tell("option_select", { index, value }) }, label ?? value));
        this.#options.replaceChildren(...buttons);
    }

    /**
     * Shows Markdown in a place as soon as the server has made it into HTML: all that waits at once, and of what
     * changes meanwhile only the last.
     * @param {Element} place
     * @param {string} source
     */
    async #html(place, source) {
        this.#waiting.set(place, source);
        if (this.#asking) return;
        this.#asking = true;
        // Whatever else is drawn now goes along.
        await null;
        while (this.#waiting.size) {
            const batch = [...this.#waiting];
            this.#waiting.clear();
            try {
                const html = /** @type {string[]} */ (await this.ask("render", batch.map(([, source]) => source)));
                batch.forEach(([place], index) => settle(place, html[index]));
            } catch {
                for (const [place, source] of batch) place.replaceChildren(el("p", {}, source));
            }
            await new Promise((go) => setTimeout(go, PACE));
        }
        this.#asking = false;
    }
}
