/** A button that saves a file. */
import { fileName, fileUrl } from "../core/files.js";
import { el } from "../core/component.js";
import Button from "./button.js";

export default class DownloadButton extends Button {
    /** @param {import("../types.js").Props} props */
    start(props) {
        super.start(props);
        this.addEventListener("click", () => this.#save());
    }

    get words() {
        return this.props.label;
    }

    #save() {
        const { value, interactive } = this.props;
        if (value && interactive !== false) el("a", { href: fileUrl(value), download: fileName(value) }).click();
    }
}
