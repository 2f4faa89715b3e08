/** What goes on and is sent in pieces: each is all that was made since the last, so that nothing is lost. */

/**
 * @typedef {object} Setting
 * @property {number} every Seconds until the first piece.
 * @property {(url: string | null) => void} piece Takes a piece as a `data:` address; null: there is no more.
 */

export class Pieces {
    paused = false;
    #open = false;
    #begun = false;
    #over = false;
    #stops = false;
    #timer = 0;

    /** @param {Setting} setting */
    constructor(setting) {
        this.setting = setting;
        this.#timer = setTimeout(() => this.#send(), setting.every * 1000);
    }

    /**
     * What was made since the last time; null when that is nothing. Overridden.
     * @returns {Promise<Blob | null>}
     */
    async take() {
        return null;
    }

    /** Lets go of the device. Overridden. */
    release() {}

    pause() {}
    resume() {}

    /** There is more than before. */
    grown() {
        if (this.#open) this.#send();
    }

    /** @param {"waiting" | "open" | "busy" | "closed"} state */
    flow(state) {
        // What is made after the end would begin anew.
        if (state === "closed") this.#over = true;
        this.#open = state === "open";
        this.grown();
    }

    async #send() {
        const wanted = this.#open;
        this.#open = false;
        const made = this.#over ? null : await this.take();
        if (!made) this.#open ||= wanted;
        if (made && !this.#over) {
            this.#begun = true;
            this.setting.piece(await address(made));
        }
        if (this.#stops) this.#end();
    }

    /** What was made last is still sent. */
    async stop() {
        clearTimeout(this.#timer);
        this.#stops = true;
        const last = this.#over || !this.#begun ? null : await this.take();
        this.release();
        this.take = async () => last;
        if (this.#open || !last) await this.#send();
        return new Blob();
    }

    #end() {
        this.#stops = false;
        this.#over = true;
        this.setting.piece(null);
    }

    close() {
        clearTimeout(this.#timer);
        this.#over = true;
        this.release();
    }
}

/**
 * @param {Blob} file
 * @returns {Promise<string>}
 */
function address(file) {
    return new Promise((resolve) => {
        const reader = new FileReader();
        reader.addEventListener("load", () => resolve(String(reader.result)));
        reader.readAsDataURL(file);
    });
}
