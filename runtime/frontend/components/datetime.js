/** A date to type or to pick. What is no date stays where it was typed, is marked, and changes nothing. */
/** @import { Props } from "../types.js" */
import { Component, el, tool, translate } from "../core/component.js";

const CALENDAR = "M3.5 3.5h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5";
const NOW = /^\s*now\s*(-\s*\d+\s*[dhms])?\s*$/;

export default class DateTime extends Component {
    /** The browser's own calendar; it is only ever seen open. @type {HTMLInputElement | null} */
    #picker = null;

    /** @param {Props} changed */
    draw(changed) {
        const box = this.box;
        if (changed === this.props) this.#adopt(box);
        else if ("value" in changed) {
            box.value = changed.value ?? "";
            this.blame(null);
        }
        if ("interactive" in changed || "include_time" in changed) this.#furnish(box);
    }

    get box() {
        return /** @type {HTMLInputElement} */ (this.control);
    }

    get withTime() {
        return this.props.include_time !== false;
    }

    get shape() {
        return this.withTime ? "YYYY-MM-DD HH:MM:SS" : "YYYY-MM-DD";
    }

    /** @param {HTMLInputElement} box */
    #adopt(box) {
        box.addEventListener("input", () => this.blame(null));
        box.addEventListener("blur", () => this.#commit());
        box.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && !event.isComposing && this.#commit()) this.tell("submit");
        });
        // Typed before the script came.
        if (box.value !== (this.props.value ?? "")) this.#commit();
    }

    /**
     * Takes what was typed.
     * @returns {boolean} Whether it is a date.
     */
    #commit() {
        const { box } = this;
        const typed = box.value.trim();
        if (box.readOnly) return false;
        if (!this.#fits(typed)) {
            this.blame(translate("Write {shape}, or “now - 5m”.", { shape: this.shape }));
            return false;
        }
        if (typed !== (this.props.value ?? "")) this.change(typed || null);
        return true;
    }

    /** @param {string} typed */
    #fits(typed) {
        if (!typed || NOW.test(typed)) return true;
        const shape = this.withTime ? /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/ : /^\d{4}-\d\d-\d\d$/;
        if (!shape.test(typed)) return false;
        const [day, time = "00:00:00"] = typed.split(" ");
        const date = new Date(`${day}T${time}Z`);
        // The 30th of February would quietly be another day.
        return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
    }

    /** The frame of a field, its calendar and its hint; of an answer, nothing. @param {HTMLInputElement} box */
    #furnish(box) {
        const { interactive } = this.props;
        const frame = /** @type {HTMLElement} */ (box.parentElement);
        frame.className = interactive ? "field" : "answer";
        box.readOnly = !interactive;
        box.placeholder = interactive ? this.shape : "—";
        frame.replaceChildren(box);
        if (!interactive) return;
        const picker = el("input", {
            type: this.withTime ? "datetime-local" : "date",
            step: this.withTime ? 1 : "any",
            class: "date-picker",
            tabindex: -1,
            "aria-hidden": "true",
            change: () => this.#picked(picker.value),
        });
        this.#picker = picker;
        frame.append(picker, tool("Open the calendar", CALENDAR, () => this.#open()));
    }

    #open() {
        const { box } = this;
        const picker = /** @type {HTMLInputElement} */ (this.#picker);
        picker.value = box.value.trim().replace(" ", "T");
        try {
            picker.showPicker();
        } catch {
            // Inside a frame of another site only a click may open it.
            picker.click();
        }
    }

    /** @param {string} picked As the browser writes it, without seconds that are zero. */
    #picked(picked) {
        const [day, time] = picked.split("T");
        this.box.value = time ? `${day} ${time.padEnd(8, ":00").slice(0, 8)}` : day;
        this.#commit();
    }
}
