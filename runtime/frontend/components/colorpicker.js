/** A colour: picked with the browser's own picker, or written as CSS writes it. Functions get `#rrggbb`. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

const NONE = "#000000";

export default class ColorPicker extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.#adopt();
        else if ("value" in changed) {
            this.#show();
            this.box.value = changed.value ?? "";
            this.blame(null);
        }
        if ("interactive" in changed) {
            const { box, swatch } = this;
            box.readOnly = !changed.interactive;
            swatch.disabled = !changed.interactive;
            /** @type {HTMLElement} */ (box.parentElement).className = changed.interactive ? "field" : "answer";
        }
    }

    get box() {
        return /** @type {HTMLInputElement} */ (this.control);
    }

    get swatch() {
        return /** @type {HTMLInputElement} */ (this.querySelector(".swatch"));
    }

    /** A swatch always has a colour. */
    get value() {
        return this.props.value ?? NONE;
    }

    #adopt() {
        const { box, swatch } = this;
        for (const part of [box, swatch]) {
            part.addEventListener("focus", () => this.tell("focus"));
            part.addEventListener("blur", () => this.tell("blur"));
        }
        swatch.addEventListener("input", () => {
            box.value = swatch.value;
            this.change(swatch.value);
        });
        swatch.addEventListener("change", () => this.tell("release", this.value));
        box.addEventListener("input", () => this.blame(null));
        box.addEventListener("change", () => this.#commit());
        box.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && !event.isComposing && this.#commit()) this.tell("submit");
        });
        // Chosen before the script came, or kept by the browser over a reload.
        if (box.value !== (this.props.value ?? "")) this.#commit();
        else if (swatch.value !== hex(this.value)?.slice(0, 7)) this.change((box.value = swatch.value));
    }

    /**
     * Takes what was typed.
     * @returns {boolean} Whether it is a colour.
     */
    #commit() {
        const { box } = this;
        const color = hex(box.value.trim() || NONE);
        if (box.readOnly) return false;
        if (!color) {
            this.blame("This is no colour. Write #rrggbb, rgb(r, g, b) or hsl(h, s%, l%).");
            return false;
        }
        if (color !== hex(this.value)) {
            this.change(color);
            this.#show();
        }
        return true;
    }

    #show() {
        this.swatch.value = hex(this.value)?.slice(0, 7) ?? NONE;
    }
}

/**
 * Any colour that CSS can write, as `#rrggbb`, or `#rrggbbaa` if one can see through it.
 * @param {string} text
 */
function hex(text) {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!canvas || !CSS.supports("color", text)) return null;
    canvas.fillStyle = text;
    const solid = canvas.fillStyle;
    if (solid.startsWith("#")) return solid;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data];
    if (parts[3] === 255) parts.pop();
    return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
