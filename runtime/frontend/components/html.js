/** HTML by the author of the app, made safe by the server in the same way as text. */
import Markdown from "./markdown.js";

export default class Html extends Markdown {
    constructor() {
        super();
        this.addEventListener("click", () => this.tell("click"));
    }
}
