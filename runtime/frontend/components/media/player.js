/** Plays a sound: its picture to seek in, and buttons below. */
import { el, translate } from "../../core/component.js";
import { button, glyph, name } from "./icons.js";
import { clock, decode } from "./sound.js";
import { Wave } from "./wave.js";

/** Enough for a picture, and light on memory. */
const PICTURE_RATE = 8000;
/** Longer than this, in seconds, there is no picture. */
const PICTURE_MOST = 1800;
const SPEEDS = [0.5, 1, 1.5, 2];

/** @typedef {{ start: number, end: number, text: string }} Cue */
/**
 * @typedef {object} Setting
 * @property {string} label
 * @property {string} titled The id of the element with the label.
 * @property {{ [name: string]: any }} options `waveform_options`.
 * @property {boolean} loop
 * @property {Cue[]} cues
 * @property {(event: "play" | "pause" | "stop") => void} tell
 */

export class Player {
    wave = new Wave();
    audio = el("audio", { preload: "metadata" });
    /** @type {import("./playlist.js").Playlist | null} What is still being made. */
    list = null;
    #closed = false;
    /** @type {number | null} Where to stop, while only a part is played. */
    until = null;

    /** @param {Setting} setting */
    constructor(setting) {
        const { label, titled, options, cues } = setting;
        this.setting = setting;
        this.audio.loop = setting.loop;
        this.wave.color(options.waveform_color, options.waveform_progress_color);
        this.toggle = el("button", { type: "button", class: "button primary icon-only round", click: () => this.switch() });
        this.seek = el("input", { type: "range", class: "seek", "aria-label": translate("Position"), min: 0, max: 0, step: "any", value: 0 });
        this.wave.element.append(this.seek);
        this.wave.element.removeAttribute("aria-hidden");
        this.time = el("span", { class: "count" });
        this.words = el("p", { class: "player-words", "data-testid": "subtitle-display" });
        this.back = button("", "back", () => this.skip(-1));
        this.forward = button("", "forward", () => this.skip(1));
        this.controls = el("div", { class: "player-controls", "data-testid": "waveform-controls" });
        this.controls.append(this.#speed(), this.#volume(), this.back, this.forward, ...this.#subtitles(cues));
        this.element = el("div", {
            class: "stage player", role: "group", "aria-labelledby": titled, dir: "ltr",
            "data-testid": label ? `waveform-${label}` : "unlabelled-audio",
        }, this.audio, this.toggle, this.wave.element, this.time, this.controls);
        if (cues.length) this.element.append(this.words);
        this.#listen();
        this.#showState();
    }

    get duration() {
        return Number.isFinite(this.audio.duration) ? this.audio.duration : 0;
    }

    /**
     * Plays what is still being made.
     * @param {string} url
     * @param {boolean} autoplay
     */
    async follow(url, autoplay) {
        const { Playlist } = await import("./playlist.js");
        if (this.#closed) return;
        this.list = new Playlist(this.audio, url);
        if (autoplay) this.audio.play().catch(() => {});
    }

    /**
     * @param {string} url
     * @param {boolean} autoplay
     */
    load(url, autoplay) {
        this.wave.show(null);
        this.audio.src = url;
        // A page that nobody has touched may not make a sound.
        if (autoplay) this.audio.play().catch(() => {});
    }

    switch() {
        if (!this.audio.paused) this.audio.pause();
        else this.audio.play().catch(() => this.#broken());
    }

    /** @param {number} seconds */
    go(seconds) {
        this.audio.currentTime = Math.max(0, Math.min(this.duration, seconds));
        this.#showTime();
    }

    /** @param {1 | -1} way */
    skip(way) {
        this.go(this.audio.currentTime + way * this.step);
    }

    /** How far a skip goes, in seconds: the option is in percent. */
    get step() {
        return (this.duration * (this.setting.options.skip_length ?? 5)) / 100;
    }

    close() {
        this.#closed = true;
        this.list?.close();
        this.audio.pause();
        this.audio.removeAttribute("src");
    }

    #listen() {
        const { audio, seek } = this;
        audio.addEventListener("loadedmetadata", () => this.#loaded());
        audio.addEventListener("error", () => this.#broken());
        audio.addEventListener("timeupdate", () => this.#showTime());
        audio.addEventListener("durationchange", () => (this.seek.max = String(this.duration)));
        audio.addEventListener("play", () => {
            this.#showState();
            this.setting.tell("play");
            requestAnimationFrame(() => this.#follow());
        });
        audio.addEventListener("pause", () => {
            this.#showState();
            if (!audio.ended) this.setting.tell("pause");
        });
        audio.addEventListener("ended", () => this.setting.tell("stop"));
        seek.addEventListener("input", () => this.go(seek.valueAsNumber));
        seek.addEventListener("keydown", (event) => {
            const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
            const step = steps[/** @type {keyof typeof steps} */ (event.key)];
            if (step) this.skip(/** @type {1 | -1} */ (step));
            else if (event.key === " ") this.switch();
            else return;
            event.preventDefault();
        });
    }

    async #loaded() {
        const { audio, wave } = this;
        this.seek.max = String(this.duration);
        const seconds = Math.round(this.step * 100) / 100;
        name(this.back, "Skip backwards by {seconds} seconds", { seconds });
        name(this.forward, "Skip forward by {seconds} seconds", { seconds });
        this.#showTime();
        const url = audio.src;
        if (this.list || this.duration > PICTURE_MOST) return;
        try {
            const sound = await decode(await (await fetch(url)).arrayBuffer(), PICTURE_RATE);
            if (audio.src === url) wave.show(sound);
        } catch {
            // What can be played need not have a picture.
        }
    }

    /** Shows the time at every frame for as long as it plays. */
    #follow() {
        if (this.audio.paused) return;
        if (this.until !== null && this.audio.currentTime >= this.until) this.audio.pause();
        this.#showTime();
        requestAnimationFrame(() => this.#follow());
    }

    #showTime() {
        const { audio, duration } = this;
        const now = Math.min(audio.currentTime, duration);
        const said = `${clock(now)} / ${clock(duration)}`;
        this.time.textContent = said;
        this.seek.value = String(now);
        this.seek.setAttribute("aria-valuetext", said);
        this.wave.at(duration ? now / duration : 0);
        this.words.textContent = this.setting.cues.find(({ start, end }) => start <= now && now < end)?.text ?? "";
    }

    #showState() {
        const { paused } = this.audio;
        name(this.toggle, paused ? "Play" : "Pause");
        this.toggle.replaceChildren(glyph(paused ? "play" : "pause"));
    }

    #broken() {
        this.toggle.disabled = true;
        this.time.textContent = translate("This cannot be shown here.");
    }

    #speed() {
        const next = () => SPEEDS[(SPEEDS.indexOf(this.audio.playbackRate) + 1) % SPEEDS.length];
        const show = () => {
            name(button, "Adjust playback speed to {next}x, now {now}×", { next: next(), now: this.audio.playbackRate });
            button.textContent = `${this.audio.playbackRate}×`;
        };
        const click = () => {
            this.audio.defaultPlaybackRate = this.audio.playbackRate = next();
            show();
        };
        const button = el("button", { type: "button", class: "button quiet small speed", click });
        show();
        return button;
    }

    #volume() {
        const range = el("input", { type: "range", "aria-label": translate("Adjust volume"), min: 0, max: 1, step: 0.05, value: 1, hidden: true });
        const show = () => {
            open.replaceChildren(glyph(this.audio.volume ? "volume" : "muted"));
            range.style.setProperty("--at", `${this.audio.volume * 100}%`);
        };
        const open = button("Adjust volume", "volume", () => {
            range.hidden = !range.hidden;
            open.setAttribute("aria-expanded", String(!range.hidden));
            if (!range.hidden) range.focus();
        });
        open.setAttribute("aria-expanded", "false");
        range.addEventListener("input", () => {
            this.audio.volume = range.valueAsNumber;
            show();
        });
        show();
        return el("span", { class: "volume" }, open, range);
    }

    /** @param {Cue[]} cues */
    #subtitles(cues) {
        if (!cues.length) return [];
        const toggle = button("Subtitles", "captions", () => {
            this.words.hidden = !this.words.hidden;
            toggle.setAttribute("aria-pressed", String(!this.words.hidden));
        });
        toggle.dataset.testid = "subtitles-toggle";
        toggle.setAttribute("aria-pressed", "true");
        return [toggle];
    }
}
