/** One of the pages of tabs, and the tab that turns to it. */
/** @import { Props } from "../types.js" */
/** @import Tabs from "./tabs.js" */
import { Component } from "../core/component.js";
import { scrollWithin } from "../core/size.js";

export default class TabItem extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) return;
        if ("interactive" in changed) this.tab.disabled = changed.interactive === false;
        scrollWithin(this, changed, this.props);
    }

    get tab() {
        return /** @type {HTMLButtonElement} */ (document.getElementById(`t${this.component}`));
    }

    /** @param {string} label */
    name(label) {
        this.tab.textContent = label;
    }

    // The tab goes, its page stays where it is.
    stand() {}

    /** @param {boolean} visible */
    see(visible) {
        const { tab } = this;
        tab.hidden = !visible;
        if (visible || this.hidden) return;
        // What was shown goes; another takes its place.
        const tabs = /** @type {Tabs} */ (this.closest("v-tabs"));
        const next = tabs.tabs.find((it) => !it.hidden && !it.disabled);
        if (next) tabs.choose(next);
    }
}
