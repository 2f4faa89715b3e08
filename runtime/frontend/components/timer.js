/** Ticks while it is active and the page is seen. */
/** @import { Props } from "../types.js" */
import { Component } from "../core/component.js";

export default class Timer extends Component {
    #timer = 0;

    /** @param {Props} changed */
    draw(changed) {
        if (!("value" in changed || "active" in changed)) return;
        clearInterval(this.#timer);
        const { active, value } = this.props;
        if (active) this.#timer = setInterval(() => this.#tick(), value * 1000);
    }

    end() {
        clearInterval(this.#timer);
    }

    #tick() {
        if (document.visibilityState === "visible") this.tell("tick");
    }
}
