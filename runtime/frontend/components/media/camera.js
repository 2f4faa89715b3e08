/** Records with a camera: what it sees, and buttons to record, stop, change the camera and close it. */
import { el, tool, translate } from "../../core/component.js";
import { glyph } from "./icons.js";
import { TimeLeft } from "./left.js";
import { NoRecording, Recorder, devices, filmFile, filmTypes, open } from "./recorder.js";
import { clock } from "./sound.js";

/**
 * @typedef {object} Setting
 * @property {string} titled The id of the element with the label.
 * @property {string} hint What stands beside the button.
 * @property {string | null} format The ending that is wanted, such as "mp4".
 * @property {boolean} sound Whether the microphone is heard.
 * @property {boolean} mirror Whether people see themselves as in a mirror.
 * @property {MediaTrackConstraints | null} constraints
 * @property {(event: "start_recording") => void} tell
 * @property {(file: File) => void} done
 * @property {(stream: MediaStream, types: string[]) => Promise<Recording>} [tap] What is seen is sent as it is seen.
 */
/** @typedef {{ length: number, stop: () => Promise<Blob>, close: () => void }} Recording */

export class Camera {
    /** @type {MediaStream | null} */
    #stream = null;
    /** @type {Recording | null} */
    #recorder = null;
    #left = new TimeLeft();
    #state = el("span", { role: "status" });
    #device = "";
    #timer = 0;

    /** @param {Setting} setting */
    constructor(setting) {
        this.setting = setting;
        this.element = el("div", { class: "stage camera", role: "group", "aria-labelledby": setting.titled });
        this.#idle();
    }

    /** @param {string} [trouble] */
    #idle(trouble) {
        const start = el("button", { type: "button", class: "button icon-only round", "aria-label": translate("Access webcam"), title: translate("Access webcam"), click: () => this.#look() });
        start.append(glyph("camera"));
        const words = el("span", { class: trouble ? "trouble" : "muted", role: trouble ? "alert" : null }, translate(trouble ?? this.setting.hint));
        this.element.replaceChildren(el("div", { class: "camera-idle" }, start, words));
    }

    /** Shows what the camera sees. */
    async #look() {
        const { sound, constraints, mirror } = this.setting;
        const video = { ...constraints, ...(this.#device ? { deviceId: { exact: this.#device } } : {}) };
        this.close();
        try {
            this.#stream = await open({ video: Object.keys(video).length ? video : true, audio: sound });
        } catch (error) {
            if (!(error instanceof NoRecording)) throw error;
            return this.#idle(error.message);
        }
        const preview = el("video", { class: mirror ? "mirrored" : "", autoplay: true, playsinline: true, "aria-label": translate("What the camera sees") });
        // Nobody wants to hear themselves.
        preview.muted = true;
        preview.srcObject = this.#stream;
        const record = el("button", { type: "button", class: "button small", click: () => this.#record() }, glyph("record"), translate("Record"));
        const close = tool("Turn off the camera", "close", () => {
            this.close();
            this.#idle();
        });
        this.bar = el("div", { class: "camera-bar" }, record, await this.#choice(), close);
        this.element.classList.add("is-live");
        this.element.replaceChildren(preview, this.bar);
        record.focus();
    }

    async #choice() {
        const found = await devices("videoinput");
        const options = found.map(({ deviceId, label }) => el("option", { value: deviceId }, label));
        const choice = el("select", { class: "device", "aria-label": translate("Select input device"), hidden: found.length < 2 }, ...options);
        const used = this.#stream?.getVideoTracks()[0]?.getSettings().deviceId;
        if (used) choice.value = used;
        choice.addEventListener("change", () => {
            this.#device = choice.value;
            this.#look();
        });
        return choice;
    }

    async #record() {
        const { format, tap } = this.setting;
        const types = filmTypes(format);
        const stream = /** @type {MediaStream} */ (this.#stream);
        const recorder = tap ? await tap(stream, types) : new Recorder(stream, types);
        this.#recorder = recorder;
        const stop = el("button", { type: "button", class: "button small stop", click: () => this.#stop(recorder) }, glyph("stop"), translate("Stop"));
        const time = el("span", { class: "count", role: "timer" }, clock(0));
        this.bar?.replaceChildren(stop, el("span", { class: "on-air" }), time, this.#state, this.#left.element);
        this.#state.textContent = "";
        this.#timer = setInterval(() => (time.textContent = clock(recorder.length)), 250);
        stop.focus();
        this.setting.tell("start_recording");
    }

    /**
     * How what is sent as it is seen is taken.
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        const recorder = this.#recorder;
        if (!recorder) return;
        if (state === "closed") return void this.#stop(recorder);
        const words = state === "waiting" ? translate("Waiting") : "";
        if (this.#state.textContent !== words) this.#state.textContent = words;
        if (state === "open") this.#left.show(left);
    }

    /** @param {Recording} recorder */
    async #stop(recorder) {
        clearInterval(this.#timer);
        this.#recorder = null;
        this.#left.close();
        const recorded = await recorder.stop();
        this.close();
        // All of it is sent already.
        if (this.setting.tap) return this.#idle();
        if (!recorded.size) return this.#idle("Nothing was recorded.");
        this.setting.done(filmFile(recorded));
    }

    /** Lets go of the devices, and of what was recorded. */
    close() {
        clearInterval(this.#timer);
        this.element.classList.remove("is-live");
        this.#recorder?.close();
        for (const track of this.#stream?.getTracks() ?? []) track.stop();
        this.#recorder = this.#stream = null;
    }
}
