/** What a microphone or a camera gives, as a file. */
import { translate } from "../../core/component.js";

/** Why nothing can be recorded, in words to show. */
export class NoRecording extends Error {}

/**
 * Asks for a microphone, a camera or both.
 * @param {MediaStreamConstraints} wanted
 * @returns {Promise<MediaStream>}
 */
export async function open(wanted) {
    const what = wanted.video ? "camera" : "microphone";
    if (!navigator.mediaDevices) throw new NoRecording("Recording needs a page that comes by https, or from this computer.");
    try {
        return await navigator.mediaDevices.getUserMedia(wanted);
    } catch (error) {
        const { name } = /** @type {DOMException} */ (error);
        if (name === "NotFoundError") throw new NoRecording(translate(`No ${what} found.`));
        if (name === "NotReadableError") throw new NoRecording(translate("Another program uses it."));
        throw new NoRecording(translate("Please allow access for recording."));
    }
}

/**
 * The devices there are to choose from; none as long as the browser keeps their names.
 * @param {"audioinput" | "videoinput"} kind
 */
export async function devices(kind) {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return all.filter((device) => device.kind === kind && device.label);
}

/** What to record a film as, by how well other programs and seeking get on with it. */
const FILMS = ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"];

/**
 * The same, what is wanted first.
 * @param {string | null} format The ending that is wanted, such as "mp4".
 */
export function filmTypes(format) {
    return format ? [...FILMS].sort((a, b) => Number(b.includes(format)) - Number(a.includes(format))) : FILMS;
}

/**
 * A recorded film under the name that its format has.
 * @param {Blob} recorded
 */
export function filmFile(recorded) {
    const ending = recorded.type.includes("mp4") ? "mp4" : "webm";
    return new File([recorded], `video.${ending}`, { type: `video/${ending}` });
}

/** One recording, from start to stop. */
export class Recorder {
    /** @type {Blob[]} */
    #parts = [];
    /** In milliseconds, without pauses. */
    #length = 0;
    #since = performance.now();

    /**
     * @param {MediaStream} stream
     * @param {string[]} types What to record as; the first that the browser can.
     */
    constructor(stream, types) {
        const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
        this.stream = stream;
        this.recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
        this.recorder.addEventListener("dataavailable", ({ data }) => this.#parts.push(data));
        this.recorder.start();
    }

    get paused() {
        return this.recorder.state === "paused";
    }

    /** How long it is so far, in seconds. */
    get length() {
        return (this.#length + (this.paused ? 0 : performance.now() - this.#since)) / 1000;
    }

    pause() {
        this.#length += performance.now() - this.#since;
        this.recorder.pause();
    }

    resume() {
        this.#since = performance.now();
        this.recorder.resume();
    }

    /** @returns {Promise<Blob>} */
    async stop() {
        const { recorder } = this;
        if (recorder.state !== "inactive") {
            const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
            recorder.stop();
            await stopped;
        }
        this.close();
        return new Blob(this.#parts, { type: recorder.mimeType.split(";")[0] });
    }

    /** Lets go of the device. */
    close() {
        for (const track of this.stream.getTracks()) track.stop();
    }
}

/** How loud a stream is. */
export class Meter {
    /** @param {MediaStream} stream */
    constructor(stream) {
        this.context = new AudioContext();
        this.analyser = this.context.createAnalyser();
        this.analyser.fftSize = 2048;
        this.context.createMediaStreamSource(stream).connect(this.analyser);
        this.samples = new Float32Array(this.analyser.fftSize);
    }

    /** The loudest of the last moments, from 0 to 1. */
    get level() {
        this.analyser.getFloatTimeDomainData(this.samples);
        return this.samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
    }

    close() {
        this.context.close();
    }
}
