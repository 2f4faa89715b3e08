/** A sound: dropped, picked or recorded; played, trimmed and taken along. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, tool } from "../core/component.js";
import { dropArea, fileUrl, saveLink, upload } from "../core/files.js";
import { glyph } from "./media/icons.js";
import { Player, button } from "./media/player.js";

/** @typedef {import("./media/microphone.js").Microphone} Microphone */

/** What changes what is there, not only what is played. */
const SHAPE = ["value", "interactive", "sources", "label", "waveform_options", "subtitles", "editable", "loop", "show_download_button"];

export default class Audio extends Component {
    place = el("div", { class: "audio-place" });
    /** @type {Player | null} */
    player = null;
    /** @type {Microphone | null} */
    microphone = null;
    /** @type {FileValue | null} What was there before a part was cut out. */
    whole = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.append(this.place);
        if ("value" in changed) this.whole = null;
        if (SHAPE.some((prop) => prop in changed)) this.#show(changed);
        if (changed.recording === true) this.#record();
        if (changed.recording === false) this.microphone?.stop();
    }

    disconnectedCallback() {
        this.#leave();
    }

    get titled() {
        return `c${this.component}-title`;
    }

    #leave() {
        this.player?.close();
        this.microphone?.close();
        this.player = this.microphone = null;
    }

    /** @param {Props} [changed] */
    async #show(changed = {}) {
        this.#leave();
        const { value, interactive, sources = [] } = this.props;
        this.#tools();
        if (value) return this.#play(value, "value" in changed && this.props.autoplay);
        if (!interactive) return this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty" }, glyph("sound"))));
        const parts = [];
        if (sources.includes("upload")) parts.push(this.#drop());
        this.place.replaceChildren(...parts);
        if (sources.includes("microphone")) await this.#listen();
    }

    #drop() {
        const take = (/** @type {FileValue[]} */ [file]) => this.#take(file, "upload");
        return dropArea({ accept: ["audio"], label: "Drop an audio file here to upload", text: "Drop an audio file here", take });
    }

    async #listen() {
        const { waveform_options: options = {}, sources } = this.props;
        const { Microphone } = await import("./media/microphone.js");
        if (this.props.value || this.microphone) return;
        this.microphone = new Microphone({
            titled: this.titled,
            hint: sources.includes("upload") ? "or record from the microphone" : "Record from the microphone",
            rate: options.sample_rate ?? 44100,
            picture: options.show_recording_waveform !== false,
            tell: (event) => this.tell(event),
            done: (file) => this.#send(file, "stop_recording"),
        });
        this.place.append(this.microphone.element);
    }

    /** An app may start the recording itself. */
    async #record() {
        if (!this.props.interactive || this.props.value) return;
        if (!this.microphone) await this.#listen();
        this.microphone?.start();
    }

    /**
     * @param {FileValue} value
     * @param {boolean} autoplay
     */
    #play(value, autoplay) {
        const { label, waveform_options: options = {}, loop, subtitles } = this.props;
        const tell = (/** @type {string} */ event) => this.tell(event);
        this.player = new Player({ label, titled: this.titled, options: options ?? {}, loop, cues: subtitles ?? [], tell });
        if (this.props.interactive && this.props.editable !== false) this.#edit(this.player);
        this.place.replaceChildren(this.player.element);
        this.player.load(fileUrl(value), autoplay);
    }

    /** @param {Player} player */
    #edit(player) {
        const trim = button("Trim audio to selection", "trim", async () => {
            const { Trim } = await import("./media/trim.js");
            new Trim(player, (file) => this.#trimmed(file), () => trim.focus());
        });
        player.controls.append(trim);
        if (!this.whole) return;
        player.controls.append(button("Reset audio", "undo", () => {
            this.change(/** @type {any} */ (this.whole));
            this.whole = null;
            this.#show();
        }));
    }

    /** @param {File} file */
    async #trimmed(file) {
        const before = this.whole ?? this.props.value;
        await this.#send(file, null, before);
    }

    /**
     * Uploads what was made here.
     * @param {File} file
     * @param {string | null} event Told when it is there.
     * @param {FileValue | null} before
     */
    async #send(file, event, before = null) {
        const words = el("span", { class: "muted", role: "status" }, "Uploading …");
        this.place.replaceChildren(el("div", { class: "stage" }, el("div", { class: "empty" }, glyph("sound"), words)));
        try {
            const [sent] = await upload([file]);
            this.#take(sent, event, before);
        } catch (error) {
            this.#show();
            this.blame(error instanceof Error ? error.message : String(error));
        }
    }

    /**
     * @param {FileValue} file
     * @param {string | null} event
     * @param {FileValue | null} before
     */
    #take(file, event, before = null) {
        this.change(/** @type {any} */ (file));
        this.whole = before;
        this.#show();
        if (event) this.tell(event);
    }

    #tools() {
        const { value, interactive, show_download_button: shown } = this.props;
        this.querySelector(":scope > .block-head > .block-tools")?.replaceChildren();
        if (!value) return;
        if (shown ?? !interactive) {
            const button = { class: "button quiet small icon-only", "aria-label": "Download", title: "Download" };
            this.tools.append(saveLink(value, button, glyph("download")));
        }
        if (!interactive) return;
        this.tools.append(tool("Clear", "close", () => {
            this.change(null);
            this.whole = null;
            this.#show();
            this.tell("clear");
            /** @type {HTMLElement | null} */ (this.place.querySelector("button, input"))?.focus();
        }));
    }
}
