/** A button that starts what comes again and again: ten times `stream`, fifty milliseconds apart. */
import { Component, el } from "vetrina";

export default class Ticking extends Component {
    draw() {
        if (this.querySelector("button")) return;
        const click = () => {
            let left = 10;
            const timer = setInterval(() => {
                this.tell("stream", { left: --left });
                if (!left) clearInterval(timer);
            }, 50);
        };
        this.append(el("button", { type: "button", class: "button", click }, "Tick"));
    }
}
