/** Steps that follow each other, one of them shown. */
/** @import { Props } from "../types.js" */
/** @import Step from "./walkthroughstep.js" */
import { Component } from "../core/component.js";

export default class Walkthrough extends Component {
    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.steps.forEach((step, index) => step.head.addEventListener("click", () => this.#back(index)));
        } else if ("selected" in changed) {
            const before = this.#current;
            this.show();
            if (this.#current !== before) this.tell("change");
        }
    }

    /** @returns {Step[]} */
    get steps() {
        return /** @type {any} */ ([...this.querySelectorAll(":scope > v-walkthroughstep")]);
    }

    get #current() {
        const chosen = this.steps.findIndex((step) => step.props.id === this.props.selected);
        return Math.max(chosen, 0);
    }

    get value() {
        return this.props.selected ?? null;
    }

    /** Shows the step that is chosen, and how far it is. */
    show() {
        const current = this.#current;
        this.steps.forEach((step, index) => {
            const { head } = step;
            const hadFocus = step.contains(document.activeElement);
            step.hidden = index !== current;
            head.disabled = index > current || step.props.interactive === false;
            if (index === current) head.setAttribute("aria-current", "step");
            else head.removeAttribute("aria-current");
            // Whoever pressed the button of the step before goes on at the head of the next.
            if (hadFocus && step.hidden) this.steps[current]?.head.focus();
        });
    }

    /** @param {number} index */
    #back(index) {
        const step = this.steps[index];
        if (index === this.#current || !step) return;
        this.props.selected = step.props.id;
        this.show();
        const data = { index, value: step.props.label ?? null };
        this.tell("change");
        this.tell("select", data);
        step.tell("select", data);
    }
}
