/** Two pictures in one place, with a divider between them. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, icon, tool, translate } from "../core/component.js";
import { dropArea, fileUrl } from "../core/files.js";
import { BIN, IMAGE, NEXT, PREVIOUS } from "./media/pictures.js";
import { pixel } from "./media/point.js";
import { download, fullscreen, sized } from "./media/tools.js";


const SHAPE = ["value", "interactive", "show_download_button", "show_fullscreen_button"];

export default class ImageSlider extends Component {
    /** The divider is a range: what moves it by mouse, by touch and by keys is there. */
    divider = el("input", { type: "range", min: 0, max: 100, step: 0.1, class: "divider-range", "aria-label": "Divider between the pictures" });
    stage = el("div", { class: "stage comparison" });
    halves = el("div", { class: "halves" });

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.append(this.stage, this.halves);
            this.divider.addEventListener("input", () => this.#move());
            this.divider.addEventListener("click", (event) => this.#select(event));
        }
        if ("height" in changed || "width" in changed) sized(this, this.props);
        if (changed.max_height != null) this.style.setProperty("--max-height", `${changed.max_height}px`);
        if (SHAPE.some((prop) => prop in changed)) this.#show();
        if (changed.slider_position != null) this.divider.value = String(changed.slider_position);
        this.#move();
    }

    #move() {
        this.stage.style.setProperty("--at", `${this.divider.value}%`);
        this.divider.setAttribute("aria-valuetext", `${Math.round(Number(this.divider.value))} %`);
    }

    /** @param {MouseEvent} event */
    #select(event) {
        const img = this.stage.querySelector("img");
        const at = img && this.props._selectable ? pixel(img, event) : null;
        if (at) this.tell("select", { index: at, value: null });
    }

    #show() {
        const { interactive } = this.props;
        /** @type {(FileValue | null)[]} */
        const [left, right] = this.value ?? [null, null];
        const compared = left && right;
        this.stage.hidden = interactive && !compared;
        this.halves.hidden = !interactive || !!compared;
        if (compared) {
            this.stage.replaceChildren(this.#picture(left, "before"), this.#picture(right, "after"), el("span", { class: "divider" }, handle()), this.divider);
        } else {
            const one = left ?? right;
            this.stage.replaceChildren(one ? this.#picture(one, "before") : el("div", { class: "empty" }, icon(IMAGE)));
        }
        if (interactive && !compared) this.halves.replaceChildren(this.#half(left, 0), this.#half(right, 1));
        this.#tools();
    }

    /**
     * @param {FileValue} file
     * @param {"before" | "after"} side
     */
    #picture(file, side) {
        const alt = `${this.props.label ?? translate("Picture")}, ${translate(side === "before" ? "left" : "right")}`;
        return el("img", { src: fileUrl(file), alt, class: side, draggable: "false" });
    }

    /**
     * The place for one of the pictures, until both are there.
     * @param {FileValue | null} file
     * @param {0 | 1} at
     */
    #half(file, at) {
        if (file) return el("div", { class: "stage picture" }, this.#picture(file, at ? "after" : "before"));
        const take = (/** @type {FileValue[]} */ [file]) => {
            const pair = [...(this.value ?? [null, null])];
            pair[at] = file;
            this.change(/** @type {any} */ (pair));
            this.#show();
            this.tell("upload");
        };
        const label = `${this.props.label ?? translate("Picture")}, ${translate(at ? "right" : "left")}: ${translate("Click to upload or drop files")}`;
        return dropArea({ label, accept: ["image"], text: "Drop Image Here", take });
    }

    #tools() {
        const { interactive, show_download_button, show_fullscreen_button } = this.props;
        const [left, right] = this.value ?? [null, null];
        const tools = [];
        if (right && !interactive && show_download_button !== false) tools.push(download(right));
        if (left && right && show_fullscreen_button !== false) tools.push(fullscreen(this, () => this.stage, { zoom: false }));
        if ((left || right) && interactive) tools.push(tool("Remove Image", BIN, () => this.#clear()));
        if (tools.length || this.querySelector(".block-tools")) this.tools.replaceChildren(...tools);
    }

    #clear() {
        this.change(null);
        this.#show();
        this.halves.querySelector("input")?.focus();
        this.tell("clear");
    }
}

function handle() {
    return el("span", { class: "handle" }, icon(PREVIOUS), icon(NEXT));
}
