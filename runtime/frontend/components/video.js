/** A film: dropped, picked or recorded; played with the browser's own controls, and taken along. */
/** @import { FileValue, Props } from "../types.js" */
import { el, translate } from "../core/component.js";
import { dropArea, fileUrl } from "../core/files.js";
import { css } from "../core/size.js";
import { MediaField } from "./media/field.js";
import { glyph } from "./media/icons.js";

/** @typedef {import("./media/camera.js").Camera} Camera */
/** @typedef {{ start: number, end: number, text: string }} Cue */
/** @typedef {{ video: FileValue, subtitles?: FileValue | null }} Film */

/** What changes what is there. */
const SHAPE = ["value", "interactive", "sources", "label", "subtitles", "poster", "loop", "show_download_button", "height", "width"];

export default class Video extends MediaField {
    /** @type {HTMLVideoElement | null} */
    player = null;
    /** @type {Camera | null} */
    camera = null;
    /** @type {import("./media/clips.js").Clips | null} */
    clips = null;
    /** @type {import("./media/playlist.js").Playlist | null} What is still being made. */
    list = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.append(this.place);
        this.begin(changed);
        if ("value" in changed) this.whole = null;
        // What was played while it was made is there to be played again.
        if ("value" in changed && this.list && this.file && !this.file.is_stream) return this.showTools();
        if (SHAPE.some((prop) => prop in changed)) this.show("value" in changed);
        else if ("playback_position" in changed) this.seek();
    }

    disconnectedCallback() {
        this.leave();
    }

    leave() {
        this.list?.close();
        this.list = null;
        this.player?.pause();
        this.camera?.close();
        if (this.clips) this.tell("close_stream");
        this.player = this.camera = this.clips = null;
    }

    /** @returns {Film | null} Both shapes of the wire as one. */
    get film() {
        const { value, interactive, streaming } = this.props;
        const film = value && (value.video ? value : { video: value });
        // What the camera sees now is seen there.
        return interactive && streaming && !film?.video.path ? null : film;
    }

    get media() {
        return this.player;
    }

    get file() {
        return this.film?.video ?? null;
    }

    /**
     * What is seen, as it is seen; null: no more is seen.
     * @param {string | null} url
     */
    #piece(url) {
        if (url === null) {
            this.clips = null;
            return this.tell("close_stream");
        }
        const ending = url.startsWith("data:video/mp4") ? "mp4" : "webm";
        const video = { path: null, url, orig_name: `video.${ending}`, mime_type: `video/${ending}`, meta: { _type: "gradio.FileData" } };
        this.props.value = { video, subtitles: null };
        this.tell("stream");
    }

    /**
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        this.clips?.flow(state);
        this.camera?.flow(state, left);
    }

    /**
     * @param {MediaStream} stream
     * @param {string[]} types
     */
    async #clipped(stream, types) {
        const { Clips } = await import("./media/clips.js");
        return (this.clips = new Clips(stream, types, { every: this.props.stream_every ?? 0.5, piece: (url) => this.#piece(url) }));
    }

    show(isNew = false) {
        this.leave();
        this.showTools();
        const { interactive, sources = [], height, width } = this.props;
        this.style.setProperty("--stage-height", css(height));
        this.style.setProperty("--stage-width", css(width));
        if (this.film) return this.#play(this.film, isNew && this.props.autoplay);
        if (!interactive) return this.showNothing("camera");
        this.place.replaceChildren(...(sources.includes("upload") ? [this.#drop()] : []));
        if (sources.includes("webcam")) this.#look();
    }

    #drop() {
        const take = (/** @type {FileValue[]} */ [video]) => this.take({ video, subtitles: null }, "upload");
        return dropArea({ accept: ["video"], label: "Drop a video file here to upload", text: "Drop Video Here", wrong: "Warning", take });
    }

    async #look() {
        const { sources, format = null, include_audio: sound, webcam_options: options, streaming } = this.props;
        const { Camera } = await import("./media/camera.js");
        if (this.film || this.camera) return;
        this.camera = new Camera({
            titled: `c${this.component}-title`,
            hint: sources.includes("upload") ? "Record with the camera" : "Record with the camera",
            format,
            sound: !!sound,
            mirror: options?.mirror !== false,
            constraints: options?.constraints ?? null,
            tell: (event) => this.tell(event),
            done: (made) => this.send([made], "camera", (video) => this.take({ video, subtitles: null }, "stop_recording")),
            ...(streaming && { tap: (/** @type {MediaStream} */ stream, /** @type {string[]} */ types) => this.#clipped(stream, types) }),
        });
        this.place.append(this.camera.element);
    }

    /**
     * @param {Film} film
     * @param {boolean} autoplay
     */
    #play({ video, subtitles }, autoplay) {
        const { label, loop, poster, subtitles: cues, interactive } = this.props;
        const player = el("video", {
            controls: true, playsinline: true, preload: "metadata", loop: !!loop,
            poster: poster && fileUrl(poster),
            "aria-labelledby": `c${this.component}-title`, "data-testid": `${label ?? "video"}-player`,
        });
        this.player = player;
        const stage = el("div", { class: "stage screen" }, player);
        this.follow(player);
        player.addEventListener("play", () => this.tellPlace("play", player));
        player.addEventListener("pause", () => player.ended || this.tellPlace("pause", player));
        player.addEventListener("ended", () => {
            this.tellPlace("stop", player);
            this.tellPlace("end", player);
        });
        player.addEventListener("loadedmetadata", () => measure(player, this.props.playback_position ?? 0), { once: true });
        player.addEventListener("error", () => {
            const words = el("span", {}, translate("This cannot be shown here."));
            this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty", role: "alert" }, glyph("camera"), words)));
        });
        if (subtitles) player.append(el("track", { kind: "captions", label: translate("Subtitles"), src: fileUrl(subtitles), default: true }));
        else if (cues) caption(player, cues);
        this.place.replaceChildren(stage);
        if (interactive && "captureStream" in player) this.#edit(player);
        if (video.is_stream) return void this.#follow(player, fileUrl(video), autoplay);
        player.src = fileUrl(video);
        this.seek();
        // A page that nobody has touched may not make a sound.
        if (autoplay) player.play().catch(() => {});
    }

    /** @param {HTMLVideoElement} player */
    #edit(player) {
        const trim = async () => {
            const { Scenes } = await import("./media/scenes.js");
            const { Trim } = await import("./media/trim.js");
            const { captions } = await import("./media/captions.js");
            // How long it is may still be looked for.
            if (this.player !== player || !Number.isFinite(player.duration)) return;
            const scenes = new Scenes(player, this.props.format ?? null);
            controls.before(scenes.rail);
            const done = (/** @type {File} */ file, /** @type {number} */ from, /** @type {number} */ to) =>
                this.cut([file, ...captions(player, from, to)], "camera", (video, subtitles = null) => ({ video, subtitles }));
            new Trim({ ...scenes.part, controls }, done);
        };
        const controls = el("div", { class: "film-controls toolbar" }, ...this.edits("Trim video to selection", "Reset video", trim));
        this.place.append(controls);
    }

    /**
     * @param {HTMLVideoElement} player
     * @param {string} url
     * @param {boolean} autoplay
     */
    async #follow(player, url, autoplay) {
        const { Playlist } = await import("./media/playlist.js");
        if (this.player !== player) return;
        this.list = new Playlist(player, url.replace(/playlist-file$/, "playlist.m3u8"));
        if (autoplay) player.play().catch(() => {});
    }
}

/**
 * What browsers record does not say how long it is; going to its end finds out.
 * @param {HTMLVideoElement} player
 * @param {number} from Where it is to play from.
 */
function measure(player, from) {
    if (player.duration !== Infinity) return;
    player.addEventListener("durationchange", () => (player.currentTime = from), { once: true });
    player.currentTime = Number.MAX_SAFE_INTEGER;
}

/**
 * @param {HTMLVideoElement} player
 * @param {Cue[]} cues
 */
function caption(player, cues) {
    const track = player.addTextTrack("captions", translate("Subtitles"));
    track.mode = "showing";
    for (const { start, end, text } of cues) track.addCue(new VTTCue(start, end, text));
}
