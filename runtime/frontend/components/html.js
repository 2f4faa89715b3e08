/** HTML by the author of the app, made safe by the server in the same way as text. */
import Markdown from "./markdown.js";

export default class Html extends Markdown {
    #atEnd = true;

    constructor() {
        super();
        this.addEventListener("click", () => this.tell("click"));
        // Whoever scrolls up wants to read there.
        const scrolled = () => (this.#atEnd = this.place.scrollTop + this.place.clientHeight > this.place.scrollHeight - 40);
        this.addEventListener("scroll", scrolled, true);
    }

    shown() {
        if (this.props.autoscroll && this.#atEnd) this.place.scrollTop = this.place.scrollHeight;
    }
}
