/** One or several of many, found by typing. The pattern is the combobox with a list box. */
/** @import { Json, Props } from "../types.js" */
import { Component, el, icon, same, translate } from "../core/component.js";

/** More options than anybody reads at once; the rest is found by typing, or comes at the end of the list. */
const MOST = 200;

export default class Dropdown extends Component {
    /** What matches, as indexes of choices. @type {number[]} */
    #found = [];
    /** What of it is shown. @type {number[]} */
    #shown = [];
    /** Which of the shown is meant by Enter. */
    #active = -1;

    /** @param {Props} changed */
    draw(changed) {
        const { input } = this;
        if (changed === this.props) this.#adopt();
        if ("interactive" in changed) input.disabled = !changed.interactive;
        if ("filterable" in changed) input.readOnly = changed.filterable === false && !this.props.allow_custom_value;
        if ("choices" in changed || "value" in changed || "interactive" in changed) this.#showValue();
        if ("choices" in changed && this.open) this.#filter();
    }

    get input() {
        return /** @type {HTMLInputElement} */ (this.control);
    }

    get list() {
        return /** @type {HTMLElement} */ (this.querySelector("[role=listbox]"));
    }

    get open() {
        return !this.list.hidden;
    }

    get many() {
        return !!this.props.multiselect;
    }

    get value() {
        return this.props.value ?? (this.many ? [] : null);
    }

    /** @returns {Json[]} */
    get values() {
        return this.many ? this.value : this.value === null ? [] : [this.value];
    }

    #adopt() {
        const { input, list } = this;
        const field = /** @type {HTMLElement} */ (input.parentElement);
        list.setAttribute("aria-multiselectable", String(this.many));
        // The field around it belongs to the input, but its buttons do not.
        field.addEventListener("click", (event) => {
            if (event.target === input) this.open ? this.#close() : this.#filter("");
            else if (!(/** @type {Element} */ (event.target).closest("button"))) {
                input.focus();
                this.#filter("");
            }
        });
        input.addEventListener("input", () => this.#filter());
        input.addEventListener("keydown", (event) => this.#key(event));
        input.addEventListener("keyup", ({ key }) => this.tell("key_up", { key, input_value: input.value }));
        input.addEventListener("focus", () => {
            input.select();
            this.tell("focus");
        });
        input.addEventListener("blur", () => this.#left());
        // The input keeps the focus while the list is used.
        list.addEventListener("pointerdown", (event) => event.preventDefault());
        list.addEventListener("click", (event) => {
            const option = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[role=option]"));
            if (option) this.#take(Number(option.dataset.index));
            else if (event.target !== list) this.#more();
        });
        list.addEventListener("scroll", () => {
            const { scrollTop, clientHeight, scrollHeight } = list;
            if (scrollTop > 0 && scrollHeight - scrollTop - clientHeight < 8) this.#more();
        });
    }

    /** @param {Json} value */
    #labelOf(value) {
        const choice = this.props.choices.find((/** @type {[Json, Json]} */ it) => same(it[1], value));
        return String(choice ? choice[0] : (value ?? ""));
    }

    #showValue() {
        const { input } = this;
        const field = /** @type {HTMLElement} */ (input.parentElement);
        for (const badge of field.querySelectorAll(".badge, .remove-all")) badge.remove();
        if (!this.many) {
            input.value = this.#labelOf(this.value);
            return;
        }
        input.value = "";
        for (const value of this.values) input.before(this.#badge(value));
        if (this.props.interactive && this.values.length > 1) input.after(this.#removeAll());
    }

    #removeAll() {
        const click = () => {
            this.#set([]);
            this.input.focus();
        };
        return el("button", { type: "button", class: "button quiet small icon-only remove-all", "aria-label": "Remove all", title: "Remove all", click }, icon("close"));
    }

    /** @param {Json} value */
    #badge(value) {
        const label = this.#labelOf(value);
        const remove = () => {
            this.#set(this.values.filter((it) => !same(it, value)));
            this.#toldOf(value, false);
            this.input.focus();
        };
        const button = el("button", { type: "button", "aria-label": translate("Remove {name}", { name: label }), click: remove }, icon("close"));
        return el("span", { class: "badge" }, label, ...(this.props.interactive ? [button] : []));
    }

    /**
     * Shows the choices that match.
     * @param {string} [typed]
     */
    #filter(typed = this.input.value) {
        if (this.input.disabled) return;
        const words = typed.trim().toLowerCase();
        const { choices } = this.props;
        this.#found = Object.keys(choices).map(Number).filter((at) => String(choices[at][0]).toLowerCase().includes(words));
        this.#shown = [];
        this.list.replaceChildren();
        this.#more();
        this.list.scrollTop = 0;
        this.list.hidden = false;
        this.input.setAttribute("aria-expanded", "true");
        const { allow_custom_value: free } = this.props;
        // What may stand for itself is meant as it is typed, unless it is the name of a choice.
        const meant = this.#shown.findIndex((at) => free && words && String(choices[at][0]).toLowerCase() === words);
        const chosen = this.#shown.findIndex((at) => !this.many && same(choices[at][1], this.value));
        this.#activate(meant >= 0 ? meant : chosen >= 0 ? chosen : words && !free ? 0 : -1);
    }

    /** Shows as many more of what matches as are shown at once. */
    #more() {
        const { num_choices_shown: most, allow_custom_value: free } = this.props;
        const next = this.#found.slice(this.#shown.length, this.#shown.length + (most || MOST));
        if (this.#shown.length && !next.length) return;
        this.#shown.push(...next);
        const options = next.map((at) => this.#option(at));
        const left = this.#found.length - this.#shown.length;
        if (!this.#shown.length) options.push(note(translate(free ? "Press Enter to add it" : "No match")));
        else if (left) options.push(note(translate("{count} more: type to find them", { count: left.toLocaleString() })));
        this.list.querySelector("[role=presentation]")?.remove();
        this.list.append(...options);
    }

    /** @param {number} at */
    #option(at) {
        const [label, value] = this.props.choices[at];
        const selected = this.values.some((it) => same(it, value));
        const attributes = { role: "option", id: `c${this.component}-o${at}`, "data-index": at, "aria-selected": String(selected), "aria-label": label };
        return el("li", attributes, String(label), ...(selected ? [icon("check")] : []));
    }

    /** @param {number} active */
    #activate(active) {
        this.#active = this.#shown.length ? active : -1;
        const options = [...this.list.children];
        options.forEach((option, index) => option.classList.toggle("active", index === this.#active));
        const option = options[this.#active];
        if (option && this.#active >= 0) {
            this.input.setAttribute("aria-activedescendant", option.id);
            option.scrollIntoView({ block: "nearest" });
        } else this.input.removeAttribute("aria-activedescendant");
    }

    #close() {
        this.list.hidden = true;
        this.#active = -1;
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.key === "ArrowDown" && this.#active === this.#shown.length - 1) this.#more();
        const last = this.#shown.length - 1;
        const moves = { ArrowDown: this.#active < last ? this.#active + 1 : 0, ArrowUp: this.#active > 0 ? this.#active - 1 : last };
        if (event.key in moves) {
            event.preventDefault();
            if (this.open) this.#activate(moves[/** @type {keyof typeof moves} */ (event.key)]);
            else this.#filter("");
        } else if (event.key === "Enter") {
            if (!this.open && !this.input.value) return;
            event.preventDefault();
            if (this.#active >= 0) this.#take(this.#shown[this.#active]);
            else this.#custom();
        } else if (event.key === "Escape" && this.open) {
            event.stopPropagation();
            this.#close();
            this.#showValue();
        } else if (event.key === "Backspace" && this.many && !this.input.value && this.values.length) {
            this.#set(this.values.slice(0, -1));
            this.#filter("");
        }
    }

    /** @param {number} at */
    #take(at) {
        const value = this.props.choices[at][1];
        const held = this.values.some((it) => same(it, value));
        if (!this.many) this.#set(value);
        else if (held) this.#set(this.values.filter((it) => !same(it, value)));
        else if (!this.#add(value)) return;
        this.#toldOf(value, !(this.many && held));
        if (this.many && !this.#full) this.#filter("");
        else this.#close();
    }

    /**
     * @param {Json} value
     * @param {boolean} selected
     */
    #toldOf(value, selected) {
        const index = this.props.choices.findIndex((/** @type {[Json, Json]} */ it) => same(it[1], value));
        this.tell("select", { index, value, selected });
    }

    get #full() {
        const { max_choices } = this.props;
        return max_choices != null && this.values.length >= max_choices;
    }

    /**
     * @param {Json} value
     * @returns {boolean} Whether there was room for it.
     */
    #add(value) {
        if (this.#full) {
            this.blame(translate("At most {count}.", { count: this.props.max_choices }));
            return false;
        }
        this.#set([...this.values, value]);
        return true;
    }

    /** What was typed is a value of its own, where that is allowed. */
    #custom() {
        const typed = this.input.value.trim();
        if (this.props.allow_custom_value && typed) {
            if (!this.many) this.#set(typed);
            else if (!this.values.includes(typed) && this.#add(typed)) this.#toldOf(typed, true);
        }
        this.#close();
        this.#showValue();
    }

    #left() {
        const { allow_custom_value } = this.props;
        const left = this.many ? this.input.value.trim() : this.input.value !== this.#labelOf(this.value);
        if (allow_custom_value && left) this.#custom();
        this.#close();
        // The badges stay as they are: one of them may be what is being pressed.
        this.input.value = this.many ? "" : this.#labelOf(this.value);
        this.tell("blur");
    }

    /** @param {Json} value */
    #set(value) {
        this.change(value);
        this.#showValue();
    }
}

/** @param {string} text */
function note(text) {
    return el("li", { class: "muted", role: "presentation" }, text);
}
