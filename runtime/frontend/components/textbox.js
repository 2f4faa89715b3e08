/** Text: one line that may grow, several, a password, or an answer to read. */
/** @import { Props } from "../types.js" */
import { Component, copyTool, el, icon } from "../core/component.js";

/** What an author may say of the box in the words of HTML. */
const ATTRIBUTES = ["autocapitalize", "autocomplete", "autocorrect", "enterkeyhint", "inputmode", "lang", "spellcheck", "tabindex"];

const GROWS = CSS.supports("field-sizing", "content");

export default class Textbox extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const box = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (this.control);
        if (changed === this.props) this.#adopt(box);
        else if ("value" in changed) this.#write(box, changed.value ?? "");
        if ("placeholder" in changed) box.placeholder = changed.placeholder ?? "";
        if ("interactive" in changed) this.#interactive(box, changed.interactive);
        if ("lines" in changed && box instanceof HTMLTextAreaElement) {
            box.rows = changed.lines;
            box.style.setProperty("--lines", changed.lines);
        }
        if ("max_lines" in changed) box.style.setProperty("--max-lines", changed.max_lines ?? 20);
        if ("max_length" in changed && changed.max_length != null) box.maxLength = changed.max_length;
        else if ("max_length" in changed) box.removeAttribute("maxlength");
        if ("html_attributes" in changed && changed !== this.props) this.#attributes(box, changed.html_attributes ?? {});
        if (changed.autofocus && changed !== this.props) box.focus();
        if ("type" in changed && box instanceof HTMLInputElement) box.type = changed.type;
        if ("rtl" in changed) box.dir = changed.rtl ? "rtl" : "";
        if ("text_align" in changed) box.style.textAlign = changed.text_align ?? "";
        if ("submit_btn" in changed || "stop_btn" in changed || "interactive" in changed) this.#buttons(box);
        if (!GROWS) this.#grow(box);
    }

    /** @param {HTMLInputElement | HTMLTextAreaElement} box */
    #adopt(box) {
        // Typed before the script came, or kept by the browser over a reload.
        const typed = box.value !== (this.props.value ?? "");
        box.addEventListener("input", () => {
            if (!GROWS) this.#grow(box);
            this.change(box.value);
        });
        box.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
        box.addEventListener("focus", () => this.tell("focus"));
        box.addEventListener("blur", () => this.tell("blur"));
        box.addEventListener("select", () => {
            const [from, to] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
            this.tell("select", { value: box.value.slice(from, to), index: [from, to] });
        });
        const { show_copy_button, buttons } = this.props;
        if (show_copy_button || buttons?.includes("copy")) this.tools.append(copyTool(this, () => box.value));
        if (typed) this.change(box.value);
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.key !== "Enter" || event.isComposing || this.props.interactive === false) return;
        // In a text of several lines, Enter is for writing.
        const submits = (this.props.lines ?? 1) > 1 ? event.shiftKey : !event.shiftKey;
        if (!submits) return;
        event.preventDefault();
        this.tell("submit");
    }

    /**
     * @param {HTMLInputElement | HTMLTextAreaElement} box
     * @param {string} text
     */
    #write(box, text) {
        if (box.value === text) return;
        const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 4;
        box.value = text;
        if (atEnd && this.props.autoscroll !== false) box.scrollTop = box.scrollHeight;
    }

    /**
     * @param {HTMLInputElement | HTMLTextAreaElement} box
     * @param {boolean} on
     */
    #interactive(box, on) {
        box.readOnly = !on;
        box.classList.toggle("input", on);
        box.classList.toggle("answer", !on);
    }

    /**
     * @param {HTMLElement} box
     * @param {{ [name: string]: string | number | boolean }} wanted
     */
    #attributes(box, wanted) {
        for (const name of ATTRIBUTES) {
            if (wanted[name] == null) box.removeAttribute(name);
            else box.setAttribute(name, String(wanted[name]));
        }
    }

    /** Submit and Stop at the end of the box itself. @param {HTMLElement} box */
    #buttons(box) {
        this.querySelector(".box-buttons")?.remove();
        const { submit_btn, stop_btn, interactive } = this.props;
        /** @type {[string | boolean, string, string, string, `M${string}`][]} */
        const all = [
            [submit_btn, "submit", "Send", "primary", "M8 13V3.5M3.8 7.5 8 3.3l4.2 4.2"],
            [stop_btn, "stop", "Stop", "stop", "M4.5 4.5h7v7h-7z"],
        ];
        const wanted = all.filter(([text]) => text && interactive !== false);
        const buttons = wanted.map(([text, event, name, kind, picture]) => {
            const words = typeof text === "string" ? text : null;
            const attributes = {
                type: "button",
                class: `button small ${kind} ${event}-button ${words ? "" : "icon-only"}`,
                "aria-label": words ? null : name,
                click: () => this.tell(event),
            };
            return el("button", attributes, words ?? icon(picture));
        });
        if (buttons.length) box.after(el("div", { class: "box-buttons" }, ...buttons));
        const texts = wanted.filter(([text]) => typeof text === "string");
        const letters = texts.reduce((sum, [text]) => sum + String(text).length, 0);
        const room = `calc(${wanted.length - texts.length} * var(--control-size) + ${letters * 0.6 + texts.length * 2 + 0.5}rem)`;
        box.style.paddingInlineEnd = buttons.length ? room : "";
    }

    /** @param {HTMLElement} box */
    #grow(box) {
        box.style.height = "auto";
        box.style.height = `${box.scrollHeight + 2}px`;
    }
}
