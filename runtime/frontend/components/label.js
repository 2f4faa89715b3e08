/** A class, and how sure the function is of it and of the others. */
/** @import { Props } from "../types.js" */
import { Component, el } from "../core/component.js";

/** @typedef {{ label: string, confidence: number }} Confidence */

export default class Label extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (!("value" in changed)) return;
        const place = /** @type {HTMLElement} */ (this.querySelector("[data-testid=label]"));
        const { label = null, confidences = null } = changed.value ?? {};
        const bars = confidences && this.#bars(confidences);
        place.classList.toggle("answer", !bars);
        place.replaceChildren(...(bars ? [bars] : label != null ? [String(label)] : []));
    }

    /** @param {Confidence[]} confidences */
    #bars(confidences) {
        const items = confidences.map(({ label, confidence }, index) => {
            const whole = Math.round(confidence * 100);
            const percent = `${whole === 0 && confidence > 0 ? "< 1" : whole}\u00a0%`;
            const item = el("li", {}, el("span", {}, label), el("span", {}, percent));
            item.style.setProperty("--p", String(confidence));
            item.addEventListener("click", () => this.tell("select", { index, value: label }));
            return item;
        });
        return el("ol", { class: "bars", role: "list", "aria-labelledby": `c${this.component}-title` }, ...items);
    }
}
