/** Plays what is still being made: the pieces that a list names, one after the other, as they come. */

/** How long until the list is read again, in milliseconds. */
const PAUSE = 400;
/** How much stays of what was played, in seconds, when there is no room for more. */
const KEPT = 5;

export class Playlist {
    #closed = false;
    #read = 0;
    /** What the last piece was. */
    #type = "";
    /** @type {MediaSource | null} */
    #source = null;
    /** @type {SourceBuffer | null} */
    #buffer = null;

    /**
     * @param {HTMLMediaElement} media
     * @param {string} url
     */
    constructor(media, url) {
        this.media = media;
        this.url = url;
        this.#follow();
    }

    /** Nobody wants to hear more. */
    close() {
        this.#closed = true;
        if (this.media.src.startsWith("blob:")) URL.revokeObjectURL(this.media.src);
    }

    async #follow() {
        while (!this.#closed) {
            const response = await fetch(this.url);
            if (!response.ok) return;
            const list = await response.text();
            const files = named(list);
            for (const name of files.slice(this.#read)) {
                const piece = await fetch(new URL(name, new URL(this.url, location.href)));
                const type = piece.headers.get("content-type") ?? "";
                if (this.#closed || (!this.#buffer && !(await this.#begin(type)))) return;
                await this.#add(type, await piece.arrayBuffer());
                if (this.#closed) return;
                this.#read++;
            }
            if (list.includes("#EXT-X-ENDLIST")) {
                if (this.#source?.readyState === "open") this.#source.endOfStream();
                return;
            }
            await pause(PAUSE);
        }
    }

    /**
     * Makes room for pieces of this kind.
     * @param {string} type
     * @returns {Promise<boolean>} Whether they are put there one by one; if not, the browser reads the list itself.
     */
    async #begin(type) {
        const { media } = this;
        const started = !media.paused;
        if (!globalThis.MediaSource?.isTypeSupported(type)) {
            media.src = this.url;
        } else {
            const source = (this.#source = new MediaSource());
            const open = new Promise((resolve) => source.addEventListener("sourceopen", resolve, { once: true }));
            media.src = URL.createObjectURL(source);
            await open;
            this.#buffer = source.addSourceBuffer(type);
            this.#type = type;
            // Each piece begins where the one before it ends.
            this.#buffer.mode = "sequence";
        }
        // A page that nobody has touched may not make a sound.
        if (started) media.play().catch(() => {});
        return !!this.#buffer;
    }

    /**
     * @param {string} type
     * @param {ArrayBuffer} bytes
     */
    async #add(type, bytes) {
        if (type !== this.#type) this.#buffer?.changeType((this.#type = type));
        while (!this.#closed && this.#source?.readyState === "open") {
            try {
                return await this.#change((buffer) => buffer.appendBuffer(bytes));
            } catch (error) {
                if (!(error instanceof DOMException && error.name === "QuotaExceededError")) throw error;
                const played = this.media.currentTime - KEPT;
                if (played > 1) await this.#change((buffer) => buffer.remove(0, played));
                else await pause(1000);
            }
        }
    }

    /** @param {(buffer: SourceBuffer) => void} change */
    async #change(change) {
        const buffer = /** @type {SourceBuffer} */ (this.#buffer);
        const done = new Promise((resolve) => buffer.addEventListener("updateend", resolve, { once: true }));
        change(buffer);
        await done;
    }
}

/**
 * The files that a list names, in their order.
 * @param {string} list
 */
function named(list) {
    const lines = list.split("\n").map((line) => line.match(/^#EXT-X-MAP:URI="(.*)"/)?.[1] ?? line);
    return lines.filter((line) => line && !line.startsWith("#"));
}

/** @param {number} ms */
function pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}
