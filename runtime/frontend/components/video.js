/** A video: dropped, picked or recorded; played with the browser's own controls, and taken along. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, tool } from "../core/component.js";
import { dropArea, fileUrl, saveLink, upload } from "../core/files.js";
import { glyph } from "./media/icons.js";

/** @typedef {import("./media/camera.js").Camera} Camera */
/** @typedef {{ start: number, end: number, text: string }} Cue */

/** What changes what is there. */
const SHAPE = ["value", "interactive", "sources", "label", "subtitles", "poster", "loop", "show_download_button", "height", "width"];

export default class Video extends Component {
    place = el("div", { class: "video-place" });
    /** @type {HTMLVideoElement | null} */
    player = null;
    /** @type {Camera | null} */
    camera = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.append(this.place);
        if (SHAPE.some((prop) => prop in changed)) this.#show(changed);
    }

    disconnectedCallback() {
        this.#leave();
    }

    #leave() {
        this.player?.pause();
        this.camera?.close();
        this.player = this.camera = null;
    }

    /** @returns {{ video: FileValue, subtitles?: FileValue | null } | null} Both shapes of the wire as one. */
    get shown() {
        const { value } = this.props;
        return value && (value.video ? value : { video: value });
    }

    /** @param {Props} [changed] */
    async #show(changed = {}) {
        this.#leave();
        const { interactive, sources = [], height, width } = this.props;
        for (const [side, size] of [["--stage-height", height], ["--stage-width", width]]) {
            if (size == null) this.style.removeProperty(side);
            else this.style.setProperty(side, typeof size === "number" ? `${size}px` : size);
        }
        this.#tools();
        if (this.shown) return this.#play(this.shown, "value" in changed && this.props.autoplay);
        if (!interactive) return this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty" }, glyph("camera"))));
        this.place.replaceChildren(...(sources.includes("upload") ? [this.#drop()] : []));
        if (sources.includes("webcam")) await this.#look();
    }

    #drop() {
        const take = (/** @type {FileValue[]} */ [file]) => this.#take(file, "upload");
        return dropArea({ accept: ["video"], label: "Drop a video file here to upload", text: "Drop a video file here", take });
    }

    async #look() {
        const { Camera } = await import("./media/camera.js");
        const { sources, format = null, include_audio: sound, webcam_options: options } = this.props;
        if (this.shown || this.camera) return;
        this.camera = new Camera({
            titled: `c${this.component}-title`,
            hint: sources.includes("upload") ? "or record with the camera" : "Record with the camera",
            format,
            sound: !!sound,
            mirror: options?.mirror !== false,
            constraints: options?.constraints ?? null,
            tell: (event) => this.tell(event),
            done: (file) => this.#send(file),
        });
        this.place.append(this.camera.element);
    }

    /**
     * @param {{ video: FileValue, subtitles?: FileValue | null }} shown
     * @param {boolean} autoplay
     */
    #play({ video, subtitles }, autoplay) {
        const { label, loop, poster, subtitles: cues } = this.props;
        const player = el("video", {
            controls: true, playsinline: true, preload: "metadata", loop: !!loop,
            poster: poster && fileUrl(poster),
            "aria-labelledby": `c${this.component}-title`, "data-testid": `${label ?? "video"}-player`,
        });
        this.player = player;
        const stage = el("div", { class: "stage screen" }, player);
        player.addEventListener("play", () => this.tell("play"));
        player.addEventListener("pause", () => player.ended || this.tell("pause"));
        player.addEventListener("ended", () => {
            this.tell("stop");
            this.tell("end");
        });
        player.addEventListener("loadedmetadata", () => measure(player), { once: true });
        player.addEventListener("error", () => {
            const words = el("span", {}, "This video cannot be played here.");
            stage.replaceChildren(el("div", { class: "empty", role: "alert" }, glyph("camera"), words));
        });
        if (subtitles) player.append(el("track", { kind: "captions", label: "Subtitles", src: fileUrl(subtitles), default: true }));
        else if (cues) caption(player, cues);
        this.place.replaceChildren(stage);
        player.src = fileUrl(video);
        // A page that nobody has touched may not make a sound.
        if (autoplay) player.play().catch(() => {});
    }

    /** @param {File} file Recorded here. */
    async #send(file) {
        const words = el("span", { class: "muted", role: "status" }, "Uploading …");
        this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty" }, glyph("camera"), words)));
        try {
            const [sent] = await upload([file]);
            this.#take(sent, "stop_recording");
        } catch (error) {
            this.#show();
            this.blame(error instanceof Error ? error.message : String(error));
        }
    }

    /**
     * @param {FileValue} file
     * @param {"upload" | "stop_recording"} event
     */
    #take(file, event) {
        this.change(/** @type {any} */ ({ video: file, subtitles: null }));
        this.#show();
        this.tell(event);
    }

    #tools() {
        const { interactive, show_download_button: shown } = this.props;
        this.querySelector(":scope > .block-head > .block-tools")?.replaceChildren();
        if (!this.shown) return;
        if (shown ?? !interactive) {
            const button = { class: "button quiet small icon-only", "aria-label": "Download", title: "Download" };
            this.tools.append(saveLink(this.shown.video, button, glyph("download")));
        }
        if (!interactive) return;
        this.tools.append(tool("Clear", "close", () => {
            this.change(null);
            this.#show();
            this.tell("clear");
            /** @type {HTMLElement | null} */ (this.place.querySelector("button, input"))?.focus();
        }));
    }
}

/**
 * What browsers record does not say how long it is; going to its end finds out.
 * @param {HTMLVideoElement} player
 */
function measure(player) {
    if (player.duration !== Infinity) return;
    player.addEventListener("durationchange", () => (player.currentTime = 0), { once: true });
    player.currentTime = Number.MAX_SAFE_INTEGER;
}

/**
 * @param {HTMLVideoElement} player
 * @param {Cue[]} cues
 */
function caption(player, cues) {
    const track = player.addTextTrack("captions", "Subtitles");
    track.mode = "showing";
    for (const { start, end, text } of cues) track.addCue(new VTTCue(start, end, text));
}
