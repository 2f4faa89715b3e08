/** Formatted text. The server makes it into safe HTML. */
/** @import { Props } from "../types.js" */
import { Component, copyTool, show } from "../core/component.js";

export default class Markdown extends Component {
    #asked = 0;

    /** @param {Props} changed */
    draw(changed) {
        const place = /** @type {HTMLElement} */ (this.querySelector(".prose"));
        if (changed === this.props) {
            if (changed.show_copy_button) this.tools.append(copyTool(this, () => this.value ?? ""));
        } else if ("value" in changed) this.#show(place, changed.value ?? "");
        if ("rtl" in changed) place.dir = changed.rtl ? "rtl" : "";
    }

    /**
     * @param {HTMLElement} place
     * @param {string} source
     */
    async #show(place, source) {
        const mine = ++this.#asked;
        const html = source && String(await this.ask("render", source));
        // Answers may overtake each other; only the newest counts.
        if (mine === this.#asked) show(place, html);
    }
}
