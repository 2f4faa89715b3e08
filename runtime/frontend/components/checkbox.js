/** Yes or no. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Checkbox extends Component {
    /** @param {Props} changed */
    draw(changed) {
        const box = /** @type {HTMLInputElement} */ (this.control);
        if (changed === this.props) this.#adopt(box);
        else if ("value" in changed) box.checked = !!changed.value;
        if ("interactive" in changed) box.disabled = !changed.interactive;
        if ("label" in changed && changed.label) box.nextElementSibling?.replaceChildren(changed.label);
    }

    get value() {
        return this.props.value ?? false;
    }

    /** @param {HTMLInputElement} box */
    #adopt(box) {
        const turned = () => {
            this.change(box.checked);
            this.tell("select", { index: 0, value: box.checked, selected: box.checked });
        };
        box.addEventListener("change", turned);
        box.addEventListener("keydown", ({ key }) => key === "Enter" && box.click());
        if (box.checked !== this.value) turned();
    }
}
