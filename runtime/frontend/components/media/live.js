/** Shows a function what the camera sees, for as long as it goes on. */
import { el, translate } from "../../core/component.js";
import { glyph } from "./icons.js";
import { TimeLeft } from "./left.js";
import { Snapshot } from "./snapshot.js";

/** Good enough for a moment. */
const QUALITY = 0.8;

export class Live extends Snapshot {
    #running = false;
    #left = new TimeLeft();
    #state = el("span", { role: "status" });

    /** Waits for the person to say when. */
    async begin() {
        const record = el("button", { type: "button", class: "button primary small", click: () => this.#start() }, glyph("record"), translate("Record"));
        await this.offer(record);
    }

    #start() {
        this.#running = true;
        const stop = el("button", { type: "button", class: "button small stop", click: () => this.#stop() }, glyph("stop"), translate("Stop"));
        this.bar?.replaceChildren(stop, el("span", { class: "on-air" }), this.#state, this.#left.element);
        this.#show("waiting");
        stop.focus();
        this.#piece();
    }

    #piece() {
        this.setting.piece?.(this.draw().toDataURL("image/jpeg", QUALITY));
    }

    /** @param {"waiting" | "open" | "busy" | "closed"} state */
    #show(state) {
        const words = state === "waiting" ? translate("Waiting") : "";
        if (this.#state.textContent !== words) this.#state.textContent = words;
        this.element.classList.toggle("is-paused", state === "waiting");
    }

    /**
     * @param {"waiting" | "open" | "busy" | "closed"} state
     * @param {number | null} left
     */
    flow(state, left) {
        if (!this.#running) return;
        if (state === "closed") return this.#end();
        this.#show(state);
        if (state !== "open") return;
        this.#left.show(left);
        this.#piece();
    }

    #stop() {
        this.setting.piece?.(null);
        this.#end();
    }

    #end() {
        this.#running = false;
        this.#left.close();
        this.begin();
    }

    close() {
        super.close();
        this.#left?.close();
        if (this.#running) this.setting.piece?.(null);
        this.#running = false;
    }
}
