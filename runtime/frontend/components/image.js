/** A picture: dropped, picked, pasted or taken; looked at, chosen points in, taken along. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, icon, tool, translate } from "../core/component.js";
import { fileUrl } from "../core/files.js";
import { BIN, IMAGE } from "./media/pictures.js";
import { choosable } from "./media/point.js";
import { Source } from "./media/source.js";
import { download, fullscreen, sized } from "./media/tools.js";


/** What changes what is there. */
const SHAPE = ["value", "interactive", "sources", "placeholder", "alt_text", "show_download_button", "show_fullscreen_button"];

export default class Image extends Component {
    stage = el("div", { class: "stage picture" });
    /** @type {Source | null} */
    source = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.dataset.testid = "image";
            this.append(this.stage);
        }
        if ("height" in changed || "width" in changed) sized(this, this.props);
        const others = SHAPE.some((prop) => prop !== "value" && prop in changed);
        if ("value" in changed && !others && this.#moves()) return;
        if (others || "value" in changed) this.#show();
    }

    /** Many pictures a second take each other's place in one: nothing flickers, and buttons can be pressed meanwhile. */
    #moves() {
        const value = this.shown;
        const img = this.stage.querySelector("img");
        if (!value || !img || this.stage.hidden || !this.props.streaming) return false;
        img.src = fileUrl(value);
        this.querySelector(".block-tools a[download]")?.setAttribute("href", fileUrl(value));
        return true;
    }

    disconnectedCallback() {
        this.source?.close();
    }

    /** What is seen; what the camera sees now is seen there. */
    get shown() {
        const { value, interactive, streaming } = this.props;
        return interactive && streaming && !value?.path ? null : value;
    }

    #show() {
        const { interactive } = this.props;
        const value = this.shown;
        if (interactive && !this.source) this.#ask();
        // The place for files stays: another picture may be dropped on the one that is there.
        if (this.source) this.source.element.hidden = !interactive || !!value;
        if (interactive && !value) this.source?.draw();
        else this.source?.close();
        this.stage.hidden = !value && interactive;
        this.stage.replaceChildren(...(value ? this.#picture(value) : [el("div", { class: "empty" }, icon(IMAGE))]));
        this.#tools();
    }

    #ask() {
        const text = this.props.placeholder ?? "Drop Image Here";
        const piece = this.props.streaming ? (/** @type {string | null} */ url) => this.#piece(url) : undefined;
        this.source = new Source({ component: this, accept: ["image"], text, take: ([file]) => this.#take(file), piece });
        this.source.alsoOn(this.stage);
        this.append(this.source.element);
    }

    /** @param {FileValue} file */
    #picture(file) {
        const { alt_text, label } = this.props;
        const img = el("img", { src: fileUrl(file), alt: alt_text ?? label ?? file.orig_name ?? "Picture", draggable: "false" });
        img.addEventListener("error", () => this.stage.replaceChildren(failed(file)));
        if (this.props._selectable) choosable(img, this.stage, (x, y) => this.tell("select", { index: [x, y], value: null }));
        return [img];
    }

    /**
     * What the camera sees now; null when it is turned off.
     * @param {string | null} url
     */
    #piece(url) {
        if (url === null) return this.tell("close_stream");
        this.props.value = { path: null, url, orig_name: "webcam.jpg", mime_type: "image/jpeg", meta: { _type: "gradio.FileData" } };
        this.tell("stream");
    }

    /**
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        this.source?.flow(state, left);
    }

    #tools() {
        const value = this.shown;
        const { interactive, show_download_button, show_fullscreen_button } = this.props;
        const tools = [];
        if (value && !interactive && show_download_button !== false) tools.push(download(value));
        if (value && show_fullscreen_button !== false) tools.push(fullscreen(this, () => this.stage));
        if (value && interactive) tools.push(tool("Remove Image", BIN, () => this.#clear()));
        if (tools.length || this.querySelector(".block-tools")) this.tools.replaceChildren(...tools);
    }

    /** @param {FileValue} file */
    #take(file) {
        this.change(/** @type {any} */ (file));
        this.#show();
        this.tell("upload");
    }

    #clear() {
        this.change(null);
        this.#show();
        this.control?.focus();
        this.tell("clear");
    }
}

/** @param {FileValue} file */
function failed({ orig_name }) {
    return el("div", { class: "empty" }, icon(IMAGE), el("span", {}, orig_name ?? "", " ", translate("This cannot be shown here.")));
}
