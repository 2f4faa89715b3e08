/** Where a picture comes from: a file that is dropped, picked or pasted; the camera; the clipboard. */
/** @import { FileValue } from "../../types.js" */
import { el, icon, translate } from "../../core/component.js";
import { UPLOAD, dropArea, dropsOn } from "../../core/files.js";
import { send } from "../../core/sending.js";
import { CAMERA, CLIPBOARD } from "./pictures.js";

/** @typedef {import("../../core/component.js").Component} Component */
/** @typedef {import("./snapshot.js").Snapshot} Snapshot */

/**
 * @typedef {object} Setting
 * @property {Component} component Whose picture it is, and who bears the blame.
 * @property {string[]} accept
 * @property {boolean} [multiple]
 * @property {string} text What the place for files says.
 * @property {(files: FileValue[]) => void} take
 * @property {(url: string | null) => void} [piece] Takes what the camera sees now, again and again; null: there is no more.
 */

export class Source {
    /** @type {Snapshot | null} */
    #camera = null;
    #back = choice("Upload file", "Upload file", UPLOAD, () => this.#files());

    /** @param {Setting} setting */
    constructor(setting) {
        this.setting = setting;
        const { component, accept, multiple, text, take } = setting;
        const label = `${component.props.label ?? translate("Picture")}: ${translate("Click to upload or drop files")}`;
        this.area = dropArea({ label, accept, multiple, text, take });
        this.bar = el("div", { class: "source-bar toolbar" });
        this.element = el("div", { class: "source" }, this.area, this.bar);
    }

    /** Shows what the author allows. */
    draw() {
        const { sources = ["upload"] } = this.setting.component.props;
        const files = sources.includes("upload");
        const camera = sources.includes("webcam");
        const choices = [];
        if (files && camera) choices.push(this.#back, choice("Capture from camera", "Camera", CAMERA, () => this.#look()));
        if (sources.includes("clipboard")) choices.push(choice("Paste from clipboard", "Paste from clipboard", CLIPBOARD, () => this.#paste()));
        this.bar.replaceChildren(...choices);
        if (camera && !files) this.#look();
        else this.#files();
    }

    /**
     * Takes files that are dropped on `place` as well: on what came from here before.
     * @param {HTMLElement} place
     */
    alsoOn(place) {
        dropsOn(place, (files) => this.#send(files));
    }

    /** Asks for a file. */
    pick() {
        this.area.querySelector("input")?.click();
    }

    /** Lets go of the camera. */
    close() {
        this.#camera?.close();
        this.#camera?.element.remove();
        this.#camera = null;
    }

    /**
     * What is seen is sent as it is seen: whether more is wanted.
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        if (this.#camera && "flow" in this.#camera) /** @type {import("./live.js").Live} */ (this.#camera).flow(state, left);
    }

    #files() {
        this.close();
        this.#back.hidden = true;
        this.area.hidden = !this.setting.component.props.sources?.includes("upload");
    }

    async #look() {
        const { component, piece } = this.setting;
        const Camera = piece ? (await import("./live.js")).Live : (await import("./snapshot.js")).Snapshot;
        const { webcam_options: { mirror = true, constraints = null } = {}, format } = component.props;
        this.close();
        this.#camera = new Camera({
            titled: `c${component.component}-title`,
            mirror,
            constraints: constraints?.video ?? constraints,
            type: `image/${format ?? "webp"}`,
            done: (file) => this.#send([file]),
            piece,
        });
        this.area.hidden = true;
        this.#back.hidden = false;
        this.area.after(this.#camera.element);
    }

    async #paste() {
        this.#files();
        try {
            const items = await navigator.clipboard.read();
            for (const item of items) {
                const type = item.types.find((type) => type.startsWith("image/"));
                if (!type) continue;
                const blob = await item.getType(type);
                return this.#send([new File([blob], `clipboard.${type.slice("image/".length)}`, { type })]);
            }
            this.setting.component.blame("There is no picture in the clipboard.");
        } catch {
            this.setting.component.blame("The clipboard cannot be read. Allow it in the browser, or press Ctrl and V.");
        }
    }

    /**
     * Sends what came in another way than through the place for files.
     * @param {File[]} files
     */
    async #send(files) {
        const { component, accept, multiple, take } = this.setting;
        const values = await send(component, files, { accept, many: multiple });
        if (values.length) take(values);
    }
}

/**
 * @param {string} label
 * @param {string} text
 * @param {Parameters<typeof icon>[0]} picture
 * @param {() => void} click
 */
function choice(label, text, picture, click) {
    return el("button", { type: "button", class: "button quiet small", "aria-label": label, click }, icon(picture), translate(text));
}
