/** Text: one line that may grow, several, a password, or an answer to read. */
/** @import { Props } from "../types.js" */
import { Component, copyTool, el } from "../core/component.js";

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
        if ("type" in changed && box instanceof HTMLInputElement) box.type = changed.type;
        if ("rtl" in changed) box.dir = changed.rtl ? "rtl" : "";
        if ("text_align" in changed) box.style.textAlign = changed.text_align ?? "";
        if ("submit_btn" in changed || "stop_btn" in changed) this.#buttons();
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

    /** Submit and Stop at the box itself. */
    #buttons() {
        let line = this.querySelector(".toolbar");
        line?.remove();
        const { submit_btn, stop_btn, interactive } = this.props;
        if (interactive === false || !(submit_btn || stop_btn)) return;
        this.append((line = el("div", { class: "toolbar" })));
        /** @type {[string | boolean, string, string, string][]} */
        const wanted = [[submit_btn, "submit", "Submit", "primary"], [stop_btn, "stop", "Stop", "stop"]];
        for (const [text, event, name, kind] of wanted) {
            if (!text) continue;
            const attributes = { type: "button", class: `button small ${kind}`, click: () => this.tell(event) };
            line.append(el("button", attributes, typeof text === "string" ? text : name));
        }
    }

    /** @param {HTMLElement} box */
    #grow(box) {
        box.style.height = "auto";
        box.style.height = `${box.scrollHeight + 2}px`;
    }
}
