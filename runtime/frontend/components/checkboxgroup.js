/** Any of a few. */
/** @import { Json, Props } from "../types.js" */
import { el, same, translate } from "../core/component.js";
import Radio from "./radio.js";

export default class CheckboxGroup extends Radio {
    /** @type {"radio" | "checkbox"} */
    kind = "checkbox";

    get value() {
        return /** @type {Json[]} */ (this.props.value ?? []);
    }

    /** @returns {Json} */
    chosen() {
        return this.boxes.filter((box) => box.checked).map((box) => this.props.choices[Number(box.value)]?.[1]);
    }

    /** @param {Json} choice */
    holds(choice) {
        return this.value.some((it) => same(it, choice));
    }

    /** @param {Props} changed */
    draw(changed) {
        super.draw(changed);
        if ("show_select_all" in changed) this.#selectAll(changed.show_select_all);
    }

    /** @param {boolean} wanted */
    #selectAll(wanted) {
        this.querySelector(".select-all")?.remove();
        if (!wanted) return;
        const turn = () => {
            const all = this.boxes.every((box) => box.checked);
            for (const box of this.boxes) box.checked = !all;
            this.change(this.chosen());
        };
        this.tools.append(el("button", { type: "button", class: "button quiet small select-all", click: turn }, translate("Select all")));
    }
}
