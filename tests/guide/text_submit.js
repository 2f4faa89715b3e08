/** A box that tells `text_submit` when Enter is pressed in it. */
import { Component, el } from "vetrina";

export default class Note extends Component {
    draw(changed) {
        if (!this.box) {
            this.box = el("input", { class: "input", id: `c${this.component}`, "aria-labelledby": `c${this.component}-title` });
            this.box.addEventListener("keydown", ({ key }) => {
                if (key === "Enter") this.tell("text_submit", { text: this.box.value, length: this.box.value.length });
            });
            this.append(this.box);
        }
        if ("value" in changed) this.box.value = changed.value ?? "";
    }
}
