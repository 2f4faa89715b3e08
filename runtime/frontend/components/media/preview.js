/** One of many, large, with all of them small below. */
/** @import { FileValue } from "../../types.js" */
import { el, icon, translate } from "../../core/component.js";
import { fileName, fileUrl } from "../../core/files.js";
import { IMAGE, NEXT, PLAY, PREVIOUS } from "./pictures.js";

/** @typedef {{ image?: FileValue, video?: FileValue, caption?: string | null }} Item */

/** @param {Item} item */
export function fileOf({ image, video }) {
    return /** @type {FileValue} */ (image ?? video);
}

/**
 * An item, small and still.
 * @param {Item} item
 * @param {{ [name: string]: any }} [attributes]
 */
export function shown(item, attributes) {
    const src = fileUrl(fileOf(item));
    if (!item.video) {
        const img = el("img", { src, alt: "", loading: "lazy", draggable: "false", ...attributes });
        // What cannot be loaded is told by its name.
        img.addEventListener("error", () => img.after(el("span", { class: "missing" }, icon(IMAGE), fileName(fileOf(item)))), { once: true });
        return img;
    }
    const film = el("video", { src, preload: "metadata", tabindex: "-1", playsinline: true, ...attributes });
    film.muted = true;
    return el("span", { class: "film" }, film, icon(PLAY));
}

export class Preview {
    /**
     * @param {object} listener
     * @param {(by: -1 | 1) => void} listener.step
     * @param {(index: number) => void} listener.choose
     * @param {() => void} listener.close
     */
    constructor({ step, choose, close }) {
        this.choose = choose;
        /** @type {Item[]} Those in the strip. */
        this.items = [];
        this.place = el("div", { class: "stage picture" });
        this.caption = el("p", { class: "caption count" });
        /** What is shown on the whole screen as well. */
        this.stage = el("div", { class: "preview-stage", tabindex: "-1" }, this.place, this.caption);
        this.strip = el("div", { class: "strip", role: "group", "aria-label": "Gallery" });
        const turn = (/** @type {"Previous" | "Next"} */ label, /** @type {-1 | 1} */ by) =>
            el("button", { type: "button", class: `button turn ${label.toLowerCase()}`, "aria-label": label, click: () => step(by) }, icon(by < 0 ? PREVIOUS : NEXT));
        this.turns = [turn("Previous", -1), turn("Next", 1)];
        this.element = el("div", { class: "preview" }, this.stage, ...this.turns, this.strip);
        this.element.addEventListener("keydown", (event) => {
            const on = this.element.matches(":dir(rtl)") ? -1 : 1;
            const by = /** @type {{ [key: string]: -1 | 1 }} */ ({ ArrowLeft: -on, ArrowRight: on })[event.key];
            const end = { Home: 0, End: this.items.length - 1 }[event.key];
            // A film has its own use for these keys.
            const free = !(event.target instanceof HTMLVideoElement);
            if (by && free) step(by);
            else if (end !== undefined && free) choose(end);
            else if (event.key === "Escape") close();
            else return;
            event.preventDefault();
        });
    }

    /**
     * @param {Item[]} items
     * @param {number} index
     * @param {string} title
     */
    show(items, index, title) {
        const item = items[index];
        const src = fileUrl(fileOf(item));
        const alt = item.caption ?? `${title}, ${translate("{index} of {count}", { index: index + 1, count: items.length })}`;
        this.place.replaceChildren(
            item.video
                ? el("video", { src, controls: true, playsinline: true, "aria-label": alt, "data-testid": "detailed-video" })
                : el("img", { src, alt, draggable: "false", "data-testid": "detailed-image" }),
        );
        this.caption.textContent = item.caption ?? "";
        this.caption.hidden = !item.caption;
        for (const button of this.turns) button.hidden = items.length < 2;
        this.strip.hidden = items.length < 2;
        // Whoever is at one of the small ones stays there.
        if (items !== this.items) this.strip.replaceChildren(...items.map((it, at) => this.#small(it, at, items.length)));
        this.items = items;
        this.strip.querySelector("[aria-current]")?.removeAttribute("aria-current");
        const current = /** @type {HTMLElement} */ (this.strip.children[index]);
        current.setAttribute("aria-current", "true");
        // Only the strip moves, not the page.
        this.strip.scrollLeft = current.offsetLeft - (this.strip.clientWidth - current.offsetWidth) / 2;
    }

    /**
     * @param {Item} item
     * @param {number} index
     * @param {number} count
     */
    #small(item, index, count) {
        const label = translate("Thumbnail {index} of {count}", { index: index + 1, count });
        const attributes = { type: "button", class: "thumbnail", "aria-label": label };
        return el("button", { ...attributes, click: () => this.choose(index) }, shown(item, { "data-testid": `thumbnail ${index + 1}` }));
    }
}
