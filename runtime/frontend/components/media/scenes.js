/** A film as a strip of its pictures, and a part of it as a film: recorded as it plays, since browsers have no other way. */
/** @import { Whole, Work } from "./trim.js" */
import { el } from "../../core/component.js";
import { Recorder, filmFile, filmTypes } from "./recorder.js";

/** How many pictures there are on the strip. */
const COUNT = 8;
/** How high each is, in pixels. */
const HEIGHT = 112;
/** How often the end of a part is looked for, in milliseconds. */
const TICK = 20;

export class Scenes {
    #from = 0;
    #until = Infinity;
    #end = new AbortController();

    /**
     * @param {HTMLVideoElement} player
     * @param {string | null} format The ending that a part should have.
     */
    constructor(player, format) {
        this.player = player;
        this.format = format;
        const scenes = Array.from({ length: COUNT }, () => el("canvas", { height: HEIGHT, "aria-hidden": "true" }));
        this.rail = el("div", { class: "scenes", dir: "ltr" }, ...scenes);
        const stop = () => player.currentTime >= this.#until && player.pause();
        player.addEventListener("timeupdate", stop, { signal: this.#end.signal });
        // A strip without pictures can be cut as well.
        this.#draw(scenes).catch(() => {});
    }

    /** @returns {Omit<Whole, "controls">} */
    get part() {
        const { player, rail } = this;
        return {
            duration: player.duration,
            rail,
            note: "The part is recorded as it plays: that takes as long as the part lasts.",
            show: (from, to, moved) => {
                [this.#from, this.#until] = [from, to];
                player.pause();
                player.currentTime = moved;
            },
            play: () => {
                if (!player.paused) return player.pause();
                if (player.currentTime < this.#from || player.currentTime >= this.#until) player.currentTime = this.#from;
                player.play().catch(() => {});
            },
            cut: (from, to, work) => this.#cut(from, to, work),
            end: () => {
                this.#end.abort();
                rail.remove();
            },
        };
    }

    /** @param {HTMLCanvasElement[]} scenes */
    async #draw(scenes) {
        const { signal } = this.#end;
        const film = await this.#open(signal);
        try {
            for (const [index, scene] of scenes.entries()) {
                await goTo(film, (this.player.duration * (index + 0.5)) / COUNT, signal);
                scene.width = Math.round((HEIGHT * film.videoWidth) / film.videoHeight);
                scene.getContext("2d")?.drawImage(film, 0, 0, scene.width, scene.height);
            }
        } finally {
            close(film);
        }
    }

    /**
     * @param {number} from
     * @param {number} to
     * @param {Work} work
     */
    async #cut(from, to, { progress, signal }) {
        this.player.pause();
        const film = await this.#open(signal);
        try {
            await goTo(film, from, signal);
            // The types do not know it yet.
            const recorder = new Recorder(/** @type {any} */ (film).captureStream(), filmTypes(this.format));
            try {
                await played(film, recorder, to, () => {
                    signal.throwIfAborted();
                    progress((film.currentTime - from) / (to - from));
                });
                const recorded = await recorder.stop();
                if (!recorded.size) throw new Error("nothing was recorded");
                return filmFile(recorded);
            } finally {
                recorder.close();
            }
        } finally {
            close(film);
        }
    }

    /**
     * The film once more, unseen and unheard.
     * @param {AbortSignal} signal
     */
    async #open(signal) {
        const film = el("video", { src: this.player.src, playsinline: true, preload: "auto" });
        film.muted = true;
        await happens(film, "loadeddata", signal);
        return film;
    }
}

/**
 * Plays on to a time, and is recorded. What is not seen is not drawn, and could not be recorded: it waits until it is.
 * @param {HTMLVideoElement} film
 * @param {Recorder} recorder
 * @param {number} to
 * @param {() => void} look Called all the while.
 */
async function played(film, recorder, to, look) {
    const rest = () => {
        if (document.hidden) film.pause();
        else film.play().catch(() => {});
        if (document.hidden) recorder.pause();
        else recorder.resume();
    };
    await film.play();
    document.addEventListener("visibilitychange", rest);
    try {
        while (film.currentTime < to && !film.ended) {
            look();
            if (film.error) throw film.error;
            await new Promise((resolve) => setTimeout(resolve, TICK));
        }
    } finally {
        document.removeEventListener("visibilitychange", rest);
        film.pause();
    }
}

/**
 * @param {HTMLVideoElement} film
 * @param {number} time
 * @param {AbortSignal} signal
 */
function goTo(film, time, signal) {
    const there = happens(film, "seeked", signal);
    film.currentTime = time;
    return there;
}

/**
 * @param {HTMLVideoElement} film
 * @param {"loadeddata" | "seeked"} event
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function happens(film, event, signal) {
    return new Promise((resolve, reject) => {
        film.addEventListener(event, () => resolve(), { once: true });
        film.addEventListener("error", () => reject(film.error), { once: true });
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
}

/** @param {HTMLVideoElement} film */
function close(film) {
    film.pause();
    film.removeAttribute("src");
    film.load();
}
