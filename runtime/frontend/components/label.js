/** A class, and how sure the function is of it and of the others. */
/** @import { Props } from "../types.js" */
import { Component, el } from "../core/component.js";

/** @typedef {{ label: string, confidence: number }} Confidence */

export default class Label extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const place = /** @type {HTMLElement} */ (this.querySelector(".label-said"));
        if ("color" in changed) place.style.setProperty("--label-color", changed.color ?? "");
        if (!["value", "num_top_classes", "show_heading", "_selectable"].some((prop) => prop in changed)) return;
        const { label = null, confidences = null } = this.props.value ?? {};
        const bars = confidences && this.#bars(confidences.slice(0, this.props.num_top_classes ?? Infinity));
        place.classList.toggle("answer", !bars);
        const name = label == null ? [] : [String(label)];
        // Who sees the bars sees which is the answer; who hears them is told.
        const heading = this.props.show_heading ?? true;
        place.replaceChildren(...(!bars ? name : heading ? [el("p", { class: "sr-only" }, ...name), " ", bars] : [bars]));
    }

    /** @param {Confidence[]} confidences */
    #bars(confidences) {
        const { _selectable: selectable, show_heading: heading = true } = this.props;
        const items = confidences.map(({ label, confidence }, index) => {
            const whole = Math.round(confidence * 100);
            const percent = `${whole === 0 && confidence > 0 ? "< 1" : whole}%`;
            const select = () => this.tell("select", { index, value: label });
            const name = selectable ? el("button", { type: "button", class: "bar-name", click: select }, label) : el("span", {}, label);
            const item = el("li", {}, name, " ", el("span", {}, percent), " ");
            item.style.setProperty("--p", String(confidence));
            return item;
        });
        return el("ol", { class: heading ? "bars" : "bars even", role: "list", "aria-labelledby": `c${this.component}-title` }, ...items);
    }
}
