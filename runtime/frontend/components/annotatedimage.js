/** A picture with marked regions, and a legend of their colours. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, icon, translate } from "../core/component.js";
import { fileUrl } from "../core/files.js";
import { IMAGE } from "./media/pictures.js";
import { pixel } from "./media/point.js";
import { fullscreen, sized } from "./media/tools.js";

/** @typedef {{ image: FileValue, label: string }} Annotation */

const SHAPE = ["value", "show_legend", "color_map", "show_fullscreen_button"];

export default class AnnotatedImage extends Component {
    stage = el("div", { class: "stage picture annotated" });
    legend = el("ul", { class: "legend", role: "list" });
    /** @type {HTMLElement[]} One for each annotation, in their order. */
    regions = [];
    /** @type {Promise<Uint8ClampedArray[]> | null} How much each region covers, pixel by pixel; read when it is first asked. */
    masks = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) {
            this.append(this.stage, this.legend);
            this.stage.addEventListener("pointermove", (event) => this.#point(event));
            this.stage.addEventListener("pointerleave", () => this.#light(null));
            this.stage.addEventListener("click", (event) => this.#pick(event));
        }
        if ("height" in changed || "width" in changed) sized(this, this.props);
        if (SHAPE.some((prop) => prop in changed)) this.#show();
    }

    get annotations() {
        return /** @type {Annotation[]} */ (this.props.value?.annotations ?? []);
    }

    #show() {
        const { value, label, show_legend, show_fullscreen_button, _selectable } = this.props;
        this.masks = null;
        this.legend.hidden = show_legend === false || !this.annotations.length;
        if (!value) {
            this.regions = [];
            this.legend.replaceChildren();
            this.stage.replaceChildren(el("div", { class: "empty" }, icon(IMAGE)));
        } else {
            const labels = this.annotations.map(({ label }) => label).join(", ");
            this.picture = el("img", { src: fileUrl(value.image), alt: `${label ?? translate("Picture")}. ${labels}`, draggable: "false" });
            this.regions = this.annotations.map((it) => this.#region(it));
            this.stage.replaceChildren(this.picture, ...this.regions);
            this.legend.replaceChildren(...this.annotations.map((it, index) => this.#entry(it, index)));
        }
        this.stage.classList.toggle("selectable", !!_selectable && this.regions.length > 0);
        const tools = value && show_fullscreen_button !== false ? [fullscreen(this, () => this.stage)] : [];
        if (tools.length || this.querySelector(".block-tools")) this.tools.replaceChildren(...tools);
    }

    /** @param {string} label */
    #colour(label) {
        const labels = [...new Set(this.annotations.map(({ label }) => label))];
        // Steps of the golden angle: however many there are, neighbours differ.
        const hue = (25 + labels.indexOf(label) * 137.5) % 360;
        return this.props.color_map?.[label] ?? `oklch(0.68 0.19 ${hue})`;
    }

    /** @param {Annotation} annotation */
    #region({ image, label }) {
        const region = el("span", { class: "region" });
        region.style.maskImage = `url("${fileUrl(image)}")`;
        region.style.backgroundColor = this.#colour(label);
        return region;
    }

    /**
     * @param {Annotation} annotation
     * @param {number} index
     */
    #entry({ label }, index) {
        const swatch = el("span", { class: "swatch" });
        swatch.style.backgroundColor = this.#colour(label);
        const entry = el("button", { type: "button", class: "button quiet small", click: () => this.#select(index) }, swatch, label);
        for (const event of ["pointerenter", "focus"]) entry.addEventListener(event, () => this.#light(index));
        for (const event of ["pointerleave", "blur"]) entry.addEventListener(event, () => this.#light(null));
        return el("li", {}, entry);
    }

    /** @param {number} index */
    #select(index) {
        this.tell("select", { index, value: this.annotations[index].label });
    }

    /**
     * Lets one region stand out.
     * @param {number | null} index
     */
    #light(index) {
        this.lit = index;
        this.stage.classList.toggle("one", index !== null);
        this.regions.forEach((region, at) => region.classList.toggle("lit", at === index));
    }

    /** @param {PointerEvent | MouseEvent} event */
    async #point(event) {
        const at = await this.#under(event);
        if (at !== (this.lit ?? null)) this.#light(at);
    }

    /** @param {MouseEvent} event */
    async #pick(event) {
        const at = await this.#under(event);
        if (at !== null) this.#select(at);
    }

    /**
     * The topmost region under a point of the screen.
     * @param {MouseEvent} event
     */
    async #under(event) {
        const { picture } = this;
        const at = picture && this.regions.length ? pixel(picture, event) : null;
        if (!at || !picture) return null;
        const { naturalWidth: width, naturalHeight: height } = picture;
        this.masks ??= Promise.all(this.annotations.map(({ image }) => covered(fileUrl(image), width, height)));
        const masks = await this.masks;
        const found = masks.findLastIndex((mask) => mask[(at[1] * width + at[0]) * 4 + 3] > 0);
        return found < 0 ? null : found;
    }
}

/**
 * The pixels of a picture.
 * @param {string} url
 * @param {number} width
 * @param {number} height
 */
async function covered(url, width, height) {
    const img = el("img", { src: url });
    await img.decode();
    const canvas = new OffscreenCanvas(width, height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(img, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
}
