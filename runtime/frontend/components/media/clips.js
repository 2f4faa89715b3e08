/** Film in pieces, as it is taken: each is a short film of its own. */
/** @import { Setting } from "./pieces.js" */
import { Pieces } from "./pieces.js";

export class Clips extends Pieces {
    #since = performance.now();
    /** @type {Blob[]} */
    #parts = [];

    /**
     * @param {MediaStream} stream
     * @param {string[]} types What to record as; the first that the browser can.
     * @param {Setting} setting
     */
    constructor(stream, types, setting) {
        super(setting);
        this.stream = stream;
        this.type = types.find((type) => MediaRecorder.isTypeSupported(type));
        this.recorder = this.#begin();
    }

    get length() {
        return (performance.now() - this.#since) / 1000;
    }

    #begin() {
        const parts = (this.#parts = /** @type {Blob[]} */ ([]));
        const recorder = new MediaRecorder(this.stream, this.type ? { mimeType: this.type } : {});
        recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
        recorder.start();
        return recorder;
    }

    async take() {
        const { recorder } = this;
        if (recorder.state !== "recording") return null;
        const parts = this.#parts;
        const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
        recorder.stop();
        // The next one begins where this one ends.
        this.recorder = this.#begin();
        await stopped;
        return new Blob(parts, { type: recorder.mimeType.split(";")[0] });
    }

    release() {
        if (this.recorder.state === "recording") this.recorder.stop();
        for (const track of this.stream.getTracks()) track.stop();
    }
}
