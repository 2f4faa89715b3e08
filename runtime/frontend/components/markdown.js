/** Formatted text. The server makes it into safe HTML. */
/** @import { Props } from "../types.js" */
import { Component, copyTool } from "../core/component.js";
import { copiesCode, dress, settle } from "../core/prose.js";
import { resize } from "../core/size.js";

export default class Markdown extends Component {
    #asking = false;

    get place() {
        return /** @type {HTMLElement} */ (this.querySelector(".prose"));
    }

    /** @param {Props} changed */
    draw(changed) {
        const { place } = this;
        if (changed === this.props) {
            if (changed.show_copy_button || changed.buttons?.includes("copy")) this.tools.append(copyTool(this, () => this.value ?? ""));
            dress(place);
            copiesCode(place);
            this.shown();
            return;
        }
        if ("value" in changed) this.#show();
        if ("rtl" in changed) place.dir = changed.rtl ? "rtl" : "";
        if ("padding" in changed) place.classList.toggle("padded", changed.padding);
        resize(place, changed);
    }

    /** Called when the place has its content, and again with each new one. */
    shown() {}

    /** What comes while the server works on the text before is shown next; nothing in between is. */
    async #show() {
        if (this.#asking) return;
        this.#asking = true;
        for (let source = null; source !== (this.value ?? ""); ) {
            source = String(this.value ?? "");
            try {
                settle(this.place, source && String(await this.ask("render", source)));
            } catch {
                this.place.textContent = source;
            }
            this.shown();
        }
        this.#asking = false;
    }
}
