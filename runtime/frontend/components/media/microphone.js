/** Records from a microphone: a button to begin, a picture of what is heard, pause and stop. */
import { el, translate } from "../../core/component.js";
import { glyph } from "./icons.js";
import { TimeLeft } from "./left.js";
import { Meter, NoRecording, Recorder, devices, open } from "./recorder.js";
import { clock, decode, toWav } from "./sound.js";
import { Wave } from "./wave.js";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg"];
/** How often the picture grows, in milliseconds. */
const BEAT = 60;

/**
 * @typedef {object} Setting
 * @property {string} titled The id of the element with the label.
 * @property {string} hint What stands beside the button.
 * @property {number} rate How many samples make a second of the recording.
 * @property {boolean} picture Whether there is a picture while it goes on.
 * @property {(event: "start_recording" | "pause_recording") => void} tell
 * @property {(file: File) => void} done
 * @property {(stream: MediaStream) => Promise<Recording>} [tap] What is said is sent as it is said.
 */
/**
 * @typedef {object} Recording
 * @property {number} length In seconds.
 * @property {boolean} paused
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {() => Promise<Blob>} stop
 * @property {() => void} close
 */

export class Microphone {
    /** @type {Recording | null} */
    #recorder = null;
    #left = new TimeLeft();
    #state = el("span", { role: "status" });
    /** @type {Meter | null} */
    #meter = null;
    /** @type {number[]} */
    #levels = [];
    #timer = 0;

    /** @param {Setting} setting */
    constructor(setting) {
        this.setting = setting;
        this.device = el("select", { class: "device", "aria-label": translate("Select input device"), hidden: true });
        this.element = el("div", { class: "stage player microphone", role: "group", "aria-labelledby": setting.titled });
        this.#idle();
    }

    get recording() {
        return this.#recorder !== null;
    }

    /** @param {string} [trouble] */
    async #idle(trouble) {
        const start = el("button", { type: "button", class: "button icon-only round", "aria-label": translate("Record"), title: translate("Record"), click: () => this.start() });
        start.append(glyph("mic"));
        const words = el("span", { class: trouble ? "trouble" : "muted", role: trouble ? "alert" : null }, translate(trouble ?? this.setting.hint));
        this.element.replaceChildren(start, words, this.device);
        const chosen = this.device.value;
        const found = await devices("audioinput");
        this.device.replaceChildren(...found.map(({ deviceId, label }) => el("option", { value: deviceId }, label)));
        if (found.some(({ deviceId }) => deviceId === chosen)) this.device.value = chosen;
        this.device.hidden = found.length < 2;
    }

    async start() {
        if (this.recording) return;
        const deviceId = this.device.value;
        try {
            const stream = await open({ audio: deviceId ? { deviceId: { exact: deviceId } } : true });
            this.#recorder = this.setting.tap ? await this.setting.tap(stream) : new Recorder(stream, TYPES);
            this.#meter = this.setting.picture ? new Meter(stream) : null;
        } catch (error) {
            if (!(error instanceof NoRecording)) throw error;
            this.#idle(error.message);
            return;
        }
        this.#levels = [];
        this.#running(this.#recorder);
        this.setting.tell("start_recording");
    }

    /** @param {Recording} recorder */
    #running(recorder) {
        const wave = new Wave();
        const time = el("span", { class: "count", role: "timer" });
        const stop = el("button", { type: "button", class: "button stop icon-only round", "aria-label": translate("Stop"), title: translate("Stop"), click: () => this.stop() });
        stop.append(glyph("stop"));
        const pause = el("button", { type: "button", class: "button small", click: () => this.#pause(recorder, pause) }, translate("Pause"));
        const more = this.setting.tap ? [this.#state, this.#left.element] : [pause];
        const end = el("span", { class: "recording-state" }, el("span", { class: "on-air" }), time, ...more);
        this.#state.textContent = "";
        this.element.replaceChildren(stop, wave.element, end);
        this.element.classList.add("is-live");
        stop.focus();
        const beat = () => {
            time.textContent = clock(recorder.length);
            if (recorder.paused) return;
            if (this.#meter) this.#levels.push(this.#meter.level);
            wave.listen(this.#levels);
        };
        beat();
        this.#timer = setInterval(beat, BEAT);
    }

    /**
     * @param {Recording} recorder
     * @param {HTMLButtonElement} button
     */
    #pause(recorder, button) {
        if (recorder.paused) recorder.resume();
        else {
            recorder.pause();
            this.setting.tell("pause_recording");
        }
        button.textContent = translate(recorder.paused ? "Resume" : "Pause");
        this.element.classList.toggle("is-paused", recorder.paused);
    }

    async stop() {
        const recorder = this.#recorder;
        if (!recorder) return;
        this.#leave();
        const recorded = await recorder.stop();
        // All of it is sent already.
        if (this.setting.tap) return void this.#idle();
        try {
            // Functions get a format that every program reads.
            const sound = await decode(await recorded.arrayBuffer(), this.setting.rate);
            this.setting.done(new File([toWav(sound)], "audio.wav", { type: "audio/wav" }));
        } catch {
            this.#idle("Nothing was recorded.");
        }
    }

    /**
     * How what is sent as it is said is taken.
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        if (!this.recording) return;
        if (state === "closed") return void this.stop();
        const words = state === "waiting" ? translate("Waiting") : "";
        if (this.#state.textContent !== words) this.#state.textContent = words;
        if (state === "open") this.#left.show(left);
    }

    #leave() {
        clearInterval(this.#timer);
        this.#left.close();
        this.#meter?.close();
        this.#meter = this.#recorder = null;
        this.element.classList.remove("is-live", "is-paused");
    }

    /** Lets go of the device, and of what was recorded. */
    close() {
        this.#recorder?.close();
        this.#leave();
    }
}
