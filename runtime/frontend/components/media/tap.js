/** Sound in pieces, as it is said: each is a small WAV file. */
/** @import { Setting } from "./pieces.js" */
import { Pieces } from "./pieces.js";
import { toWav } from "./sound.js";

/** What is not sent after so many seconds is forgotten. */
const MOST = 60;

export class Tap extends Pieces {
    /** @type {Float32Array[]} */
    #heard = [];
    #length = 0;

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
        super(setting);
        this.stream = stream;
        this.context = context;
        const node = new AudioWorkletNode(context, "tapped", { numberOfOutputs: 0 });
        node.port.addEventListener("message", ({ data }) => this.#hear(data));
        node.port.start();
        context.createMediaStreamSource(stream).connect(node);
    }

    get length() {
        return this.#length / this.context.sampleRate;
    }

    /** @param {Float32Array} samples */
    #hear(samples) {
        this.#heard.push(samples);
        this.#length += samples.length;
        const most = (MOST * this.context.sampleRate) / samples.length;
        if (this.#heard.length > most) this.#heard.shift();
        this.grown();
    }

    async take() {
        const heard = this.#heard.splice(0);
        return heard.length ? wav(heard, this.context.sampleRate) : null;
    }

    release() {
        for (const track of this.stream.getTracks()) track.stop();
        if (this.context.state !== "closed") this.context.close();
    }
}

/**
 * @param {Float32Array[]} parts
 * @param {number} rate
 */
function wav(parts, rate) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const sound = new AudioBuffer({ length, sampleRate: rate });
    let at = 0;
    for (const part of parts) {
        sound.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (part), 0, at);
        at += part.length;
    }
    return toWav(sound);
}
