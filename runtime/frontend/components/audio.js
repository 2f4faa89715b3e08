/** A sound: dropped, picked or recorded; played, trimmed and taken along. */
/** @import { FileValue, Props } from "../types.js" */
import { dropArea, fileUrl } from "../core/files.js";
import { MediaField } from "./media/field.js";
import { Player } from "./media/player.js";
import { decode, toWav } from "./media/sound.js";

/** @typedef {import("./media/microphone.js").Microphone} Microphone */

/** What changes what is there, not only what is played. */
const SHAPE = ["value", "interactive", "sources", "label", "waveform_options", "subtitles", "editable", "loop", "show_download_button"];

export default class Audio extends MediaField {
    /** @type {Player | null} */
    player = null;
    /** @type {Microphone | null} */
    microphone = null;
    /** @type {import("./media/tap.js").Tap | null} */
    tap = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.append(this.place);
        this.begin(changed);
        if ("value" in changed) this.whole = null;
        if ("value" in changed && this.#goesOn()) return this.showTools();
        if (SHAPE.some((prop) => prop in changed)) this.show("value" in changed);
        else if ("playback_position" in changed) this.seek();
        if (changed.recording === true) this.#record();
        if (changed.recording === false) this.microphone?.stop();
    }

    disconnectedCallback() {
        this.leave();
    }

    leave() {
        this.player?.close();
        this.microphone?.close();
        if (this.tap) this.tell("close_stream");
        this.player = this.microphone = this.tap = null;
    }

    /** What is played while it is made is heard to its end; only then the whole takes its place. */
    #goesOn() {
        const { player, file } = this;
        if (!player?.list || !file || file.is_stream) return false;
        if (player.audio.ended || (player.audio.paused && !player.audio.currentTime)) return false;
        const show = () => {
            if (this.player !== player) return;
            this.props.playback_position = 0;
            this.show();
        };
        player.audio.addEventListener("ended", show, { once: true });
        return true;
    }

    get media() {
        return this.player?.audio ?? null;
    }

    /** What is being said is heard elsewhere. */
    get file() {
        const { value, interactive, streaming } = this.props;
        return interactive && streaming && !value?.path ? null : (value ?? null);
    }

    /**
     * What is said, as it is said; null: no more is said.
     * @param {string | null} url
     */
    #piece(url) {
        if (url === null) {
            this.tap = null;
            return this.tell("close_stream");
        }
        this.props.value = { path: null, url, orig_name: "audio.wav", mime_type: "audio/wav", meta: { _type: "gradio.FileData" } };
        this.tell("stream");
    }

    /**
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        this.tap?.flow(state);
        this.microphone?.flow(state, left);
    }

    /** @param {MediaStream} stream */
    async #tapped(stream) {
        const { Tap } = await import("./media/tap.js");
        return (this.tap = await Tap.on(stream, { every: this.props.stream_every ?? 0.5, piece: (url) => this.#piece(url) }));
    }

    show(isNew = false) {
        this.leave();
        this.showTools();
        const { interactive, sources = [] } = this.props;
        if (this.file) return this.#play(this.file, isNew && this.props.autoplay);
        if (!interactive) return this.showNothing("sound");
        this.place.replaceChildren(...(sources.includes("upload") ? [this.#drop()] : []));
        if (sources.includes("microphone")) this.#listen();
    }

    #drop() {
        const take = (/** @type {FileValue[]} */ [file]) => this.take(file, "upload");
        return dropArea({ accept: ["audio"], label: "Drop an audio file here to upload", text: "Drop Audio Here", wrong: "Warning", take });
    }

    async #listen() {
        const { waveform_options: options, streaming } = this.props;
        const { Microphone } = await import("./media/microphone.js");
        if (this.file || this.microphone) return;
        this.microphone = new Microphone({
            titled: `c${this.component}-title`,
            hint: "Record from the microphone",
            rate: options?.sample_rate ?? 44100,
            picture: options?.show_recording_waveform !== false,
            tell: (event) => this.tell(event),
            done: (made) => this.send([made], "sound", (sent) => this.take(sent, "stop_recording")),
            ...(streaming && { tap: (/** @type {MediaStream} */ stream) => this.#tapped(stream) }),
        });
        this.place.append(this.microphone.element);
    }

    /** An app may start the recording itself. */
    async #record() {
        if (!this.props.interactive || this.file) return;
        if (!this.microphone) await this.#listen();
        this.microphone?.start();
    }

    /**
     * @param {FileValue} file
     * @param {boolean} autoplay
     */
    #play(file, autoplay) {
        const { label, waveform_options: options, loop, subtitles, interactive, editable } = this.props;
        const player = (this.player = new Player({
            label,
            titled: `c${this.component}-title`,
            options: options ?? {},
            loop: !!loop,
            cues: subtitles ?? [],
            tell: (event) => this.tellPlace(event, player.audio),
        }));
        if (interactive && editable !== false) this.#edit(player);
        this.place.replaceChildren(player.element);
        this.follow(player.audio);
        if (file.is_stream) return void player.follow(fileUrl(file).replace(/playlist-file$/, "playlist.m3u8"), autoplay);
        player.load(fileUrl(file), autoplay);
        this.seek();
    }

    /** @param {Player} player */
    #edit(player) {
        const trim = async () => {
            const { Trim } = await import("./media/trim.js");
            const { wave, controls, audio, duration, setting: { options } } = player;
            const part = {
                duration, controls, rail: wave.element, color: options.trim_region_color,
                show: (/** @type {number} */ from, /** @type {number} */ to) => {
                    player.until = to;
                    player.go(from);
                },
                play: () => player.switch(),
                cut: async (/** @type {number} */ from, /** @type {number} */ to) => {
                    audio.pause();
                    const sound = await decode(await (await fetch(audio.src)).arrayBuffer(), options.sample_rate ?? 44100);
                    return new File([toWav(sound, from, to)], "audio.wav", { type: "audio/wav" });
                },
                end: () => (player.until = null),
            };
            new Trim(part, (file) => this.cut([file], "sound", (sent) => sent));
        };
        player.controls.append(...this.edits("Trim audio to selection", "Reset audio", trim));
    }
}
