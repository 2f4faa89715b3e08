/** Takes a picture with the camera. */
import { el, icon, tool, translate } from "../../core/component.js";
import { CAMERA } from "./pictures.js";
import { NoRecording, devices, open } from "./recorder.js";

/**
 * @typedef {object} Setting
 * @property {string} titled The id of the element with the label.
 * @property {boolean} mirror Whether people see themselves as in a mirror.
 * @property {MediaTrackConstraints | null} constraints
 * @property {string} type The media type of the picture.
 * @property {(file: File) => void} done
 * @property {(url: string | null) => void} [piece] Takes what is seen now, for those that go on; null: there is no more.
 */

export class Snapshot {
    /** @type {MediaStream | null} */
    #stream = null;
    #device = "";
    /** @type {HTMLVideoElement | null} */
    seen = null;
    /** @type {HTMLElement | null} */
    bar = null;

    /** @param {Setting} setting */
    constructor(setting) {
        this.setting = setting;
        this.element = el("div", { class: "snapshot", role: "group", "aria-labelledby": setting.titled });
        this.#idle();
    }

    /** @param {string} [trouble] */
    #idle(trouble) {
        const start = el("button", { type: "button", class: "button", click: () => this.#look() }, icon(CAMERA), translate("Click to Access Webcam"));
        const words = trouble ? [el("span", { class: "trouble", role: "alert" }, translate(trouble))] : [];
        this.element.replaceChildren(el("div", { class: "empty" }, ...words, start));
    }

    /** Shows what the camera sees. */
    async #look() {
        const { constraints, mirror } = this.setting;
        const video = { ...constraints, ...(this.#device ? { deviceId: { exact: this.#device } } : {}) };
        this.close();
        try {
            this.#stream = await open({ video: Object.keys(video).length ? video : true });
        } catch (error) {
            if (!(error instanceof NoRecording)) throw error;
            return this.#idle(error.message);
        }
        const seen = el("video", { class: mirror ? "mirrored" : "", autoplay: true, playsinline: true, "aria-label": "What the camera sees" });
        seen.muted = true;
        seen.srcObject = this.#stream;
        this.seen = seen;
        this.bar = el("div", { class: "snapshot-bar toolbar" });
        this.element.replaceChildren(seen, this.bar);
        await this.begin();
    }

    /** What can be done with what is seen. */
    async begin() {
        const take = el("button", { type: "button", class: "button primary small", "aria-label": "Capture photo", click: () => this.#take() }, icon(CAMERA), translate("Capture photo"));
        await this.offer(take);
    }

    /** @param {HTMLElement} first What is offered before another camera, and none. */
    async offer(first) {
        const close = tool("Turn off the camera", "close", () => {
            this.close();
            this.#idle();
        });
        this.bar?.replaceChildren(first, ...(await this.#choice()), close);
        first.focus();
    }

    /** Which camera, if the browser tells of any. */
    async #choice() {
        const found = await devices("videoinput");
        if (!found.length) return [];
        const used = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
        const list = el("div", { class: "popover cameras", popover: "auto", role: "menu", "aria-label": "Cameras" });
        for (const { deviceId, label } of found) {
            const click = () => {
                list.hidePopover();
                this.#device = deviceId;
                this.#look();
            };
            const chosen = { role: "menuitemradio", "aria-checked": String(deviceId === used) };
            list.append(el("button", { type: "button", class: "button quiet small", ...chosen, click }, label));
        }
        const choose = tool("select input source", "M4 6.2l4 4 4-4", () => {});
        choose.popoverTargetElement = list;
        return [choose, list];
    }

    /** What is seen now, as it is seen. */
    draw() {
        const seen = /** @type {HTMLVideoElement} */ (this.seen);
        const canvas = el("canvas", { width: seen.videoWidth, height: seen.videoHeight });
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
        if (this.setting.mirror) {
            context.translate(canvas.width, 0);
            context.scale(-1, 1);
        }
        context.drawImage(seen, 0, 0);
        return canvas;
    }

    async #take() {
        const canvas = this.draw();
        /** @type {Blob | null} */
        const blob = await new Promise((resolve) => canvas.toBlob(resolve, this.setting.type));
        this.close();
        // A browser that cannot write the type makes a PNG.
        if (blob) this.setting.done(new File([blob], `webcam.${blob.type.replace("image/", "")}`, { type: blob.type }));
        else this.#idle("Nothing was recorded.");
    }

    /** Lets go of the camera. */
    close() {
        for (const track of this.#stream?.getTracks() ?? []) track.stop();
        this.#stream = null;
    }
}
