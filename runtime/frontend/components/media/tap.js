/** Sound in pieces, as it is said: each is a small WAV file of all that was said since the last. */
import { toWav } from "./sound.js";

/** What is not sent after so many seconds is forgotten. */
const MOST = 60;

/**
 * @typedef {object} Setting
 * @property {number} every Seconds until the first piece.
 * @property {(url: string | null) => void} piece Takes a piece as a `data:` address; null: there is no more.
 */

export class Tap {
    /** @type {Float32Array[]} */
    #heard = [];
    #length = 0;
    #open = false;
    #stops = false;
    #begun = false;
    #over = false;
    #timer = 0;

    /**
     * @param {MediaStream} stream
     * @param {Setting} setting
     */
    static async on(stream, setting) {
        const context = new AudioContext();
        await context.audioWorklet.addModule(import.meta.resolve("./tapped.js"));
        return new Tap(stream, context, setting);
    }

    /**
     * @param {MediaStream} stream
     * @param {AudioContext} context
     * @param {Setting} setting
     */
    constructor(stream, context, setting) {
        this.stream = stream;
        this.context = context;
        this.setting = setting;
        const node = new AudioWorkletNode(context, "tapped", { numberOfOutputs: 0 });
        node.port.addEventListener("message", ({ data }) => this.#hear(data));
        node.port.start();
        context.createMediaStreamSource(stream).connect(node);
        this.#timer = setTimeout(() => this.#send(), setting.every * 1000);
    }

    get length() {
        return this.#length / this.context.sampleRate;
    }

    paused = false;
    pause() {}
    resume() {}

    /** @param {Float32Array} samples */
    #hear(samples) {
        this.#heard.push(samples);
        this.#length += samples.length;
        const most = (MOST * this.context.sampleRate) / samples.length;
        if (this.#heard.length > most) this.#heard.shift();
        if (this.#open) this.#send();
    }

    /**
     * @param {"waiting" | "open" | "busy" | "closed"} state
     */
    flow(state) {
        // What is said after the end would begin anew.
        if (state === "closed") this.#over = true;
        this.#open = state === "open";
        if (this.#open) this.#send();
    }

    /** Sends what was said since the last time; if that is nothing yet, then as soon as it is something. */
    async #send() {
        const heard = this.#heard.splice(0);
        if (this.#over) return;
        if (heard.length) {
            this.#open = false;
            this.#begun = true;
            this.setting.piece(await address(whole(heard), this.context.sampleRate));
        }
        if (this.#stops) this.#end();
    }

    /** What was said last is still sent. */
    async stop() {
        clearTimeout(this.#timer);
        this.close();
        this.#stops = true;
        if (this.#open || !this.#begun || !this.#heard.length) await this.#send();
        return new Blob();
    }

    #end() {
        this.#stops = false;
        this.setting.piece(null);
    }

    close() {
        clearTimeout(this.#timer);
        for (const track of this.stream.getTracks()) track.stop();
        if (this.context.state !== "closed") this.context.close();
    }
}

/** @param {Float32Array[]} parts */
function whole(parts) {
    const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

/**
 * @param {Float32Array} samples
 * @param {number} rate
 * @returns {Promise<string>}
 */
function address(samples, rate) {
    const sound = new AudioBuffer({ length: samples.length, sampleRate: rate });
    sound.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (samples), 0);
    return new Promise((resolve) => {
        const reader = new FileReader();
        reader.addEventListener("load", () => resolve(String(reader.result)));
        reader.readAsDataURL(toWav(sound));
    });
}
