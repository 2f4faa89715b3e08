/** A button that asks for files. */
/** @import { Props } from "../types.js" */
import { el } from "../core/component.js";
import { accepted, dropsOn } from "../core/files.js";
import { send } from "../core/sending.js";
import Button from "./button.js";

export default class UploadButton extends Button {
    #input = el("input", { type: "file", hidden: true, change: () => this.#chosen() });
    /** Where it is shown that files are on their way. */
    #place = el("div", { class: "upload-place" });

    /** @param {Props} props */
    start(props) {
        super.start(props);
        const button = /** @type {HTMLButtonElement} */ (this.firstElementChild);
        button.addEventListener("click", () => this.#input.click());
        // What is pressed there is no click of the button.
        for (const inner of [this.#input, this.#place]) inner.addEventListener("click", (event) => event.stopPropagation());
        this.append(this.#input, this.#place);
        dropsOn(button, (files) => this.#take(files));
    }

    /** @param {Props} changed */
    draw(changed) {
        super.draw(changed);
        const { file_count, file_types, label } = this.props;
        this.#input.multiple = file_count !== "single";
        this.#input.webkitdirectory = file_count === "directory";
        this.#input.accept = accepted(file_types) ?? "";
        this.#input.dataset.testid = `${label}-upload-button`;
    }

    get words() {
        return this.props.label;
    }

    #chosen() {
        const files = [...(this.#input.files ?? [])];
        // The same file may be chosen again.
        this.#input.value = "";
        this.#take(files);
    }

    /** @param {File[]} files */
    async #take(files) {
        if (this.props.interactive === false) return;
        const many = this.props.file_count !== "single";
        const sent = await send(this.#place, files, { accept: this.props.file_types, many });
        if (!sent.length) return;
        this.props.value = many ? sent : sent[0];
        this.tell("upload", this.props.value);
        this.tell("change");
    }
}
