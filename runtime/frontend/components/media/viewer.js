/** Something to look at on the whole screen: to zoom into and to move about. */
import { el, tool } from "../../core/component.js";
import { MINUS, PLUS } from "./pictures.js";

const MOST = 16;
/** How much a press of a key or a button zooms, and how far it moves, in pixels. */
const [FACTOR, STEP] = [1.4, 60];

/**
 * Takes an element out of the page to show it alone, until it is closed.
 * @param {HTMLElement} content
 * @param {object} options
 * @param {string} options.title
 * @param {boolean} [options.zoom] Whether it can be zoomed into: not what is itself dragged.
 * @param {(by: -1 | 1) => void} [options.step] Shows the one before, or after.
 */
export function view(content, { title, zoom = true, step }) {
    // The page keeps its shape behind it.
    const place = el("div", { class: content.className });
    place.style.blockSize = `${content.offsetHeight}px`;
    const tools = el("div", { class: "viewer-tools toolbar" });
    const room = el("div", { class: "viewer-room" });
    const dialog = el("dialog", { class: "viewer", "aria-label": title }, room, tools);
    content.replaceWith(place);
    room.append(content);
    const opener = /** @type {HTMLElement | null} */ (document.activeElement);
    const lens = zoom ? new Lens(room, content) : null;
    if (lens) tools.append(...lens.tools);
    tools.append(tool("Exit fullscreen mode", "close", () => dialog.close()));
    dialog.addEventListener("close", () => {
        lens?.close();
        place.replaceWith(content);
        dialog.remove();
        opener?.focus();
    });
    dialog.addEventListener("keydown", (event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (lens?.key(event)) event.preventDefault();
        else if (by && step && !lens?.near) step(/** @type {-1 | 1} */ (by));
    });
    room.addEventListener("click", ({ target }) => target === room && dialog.close());
    document.body.append(dialog);
    dialog.showModal();
}

/** Zooms and moves an element by wheel, fingers, mouse, keys and buttons. */
class Lens {
    scale = 1;
    x = 0;
    y = 0;
    /** @type {Map<number, PointerEvent>} Fingers on the screen, or the mouse. */
    #held = new Map();
    #stop = new AbortController();

    /**
     * @param {HTMLElement} room
     * @param {HTMLElement} content
     */
    constructor(room, content) {
        this.room = room;
        this.content = content;
        this.tools = [
            tool("Zoom out", MINUS, () => this.zoom(1 / FACTOR)),
            tool("Zoom in", PLUS, () => this.zoom(FACTOR)),
        ];
        /** @type {AddEventListenerOptions} */
        const until = { signal: this.#stop.signal };
        room.addEventListener("wheel", (event) => this.#wheel(event), { ...until, passive: false });
        room.addEventListener("dblclick", (event) => this.zoom(this.near ? 0 : 3, event), until);
        room.addEventListener("pointerdown", (event) => this.#down(event), until);
        room.addEventListener("pointermove", (event) => this.#move(event), until);
        for (const end of ["pointerup", "pointercancel"]) {
            room.addEventListener(end, (event) => this.#held.delete(/** @type {PointerEvent} */ (event).pointerId), until);
        }
        this.#show();
    }

    /** Whether it is larger than the screen, so that arrows move it. */
    get near() {
        return this.scale > 1;
    }

    close() {
        this.#stop.abort();
        this.content.style.transform = "";
    }

    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} Whether the key meant something.
     */
    key({ key }) {
        if (key === "+" || key === "=") this.zoom(FACTOR);
        else if (key === "-") this.zoom(1 / FACTOR);
        else if (key === "0") this.zoom(0);
        else if (this.near && key === "ArrowLeft") this.#by(STEP, 0);
        else if (this.near && key === "ArrowRight") this.#by(-STEP, 0);
        else if (this.near && key === "ArrowUp") this.#by(0, STEP);
        else if (this.near && key === "ArrowDown") this.#by(0, -STEP);
        else return false;
        return true;
    }

    /**
     * @param {number} factor 0: back to where all of it is seen.
     * @param {{ clientX: number, clientY: number }} [about] What stays where it is; the middle unless set.
     */
    zoom(factor, about) {
        const scale = Math.min(Math.max(this.scale * factor, 1), MOST);
        const { left, top, width, height } = this.room.getBoundingClientRect();
        const [x, y] = about ? [about.clientX - left - width / 2, about.clientY - top - height / 2] : [0, 0];
        const grown = scale / this.scale;
        this.x = x - (x - this.x) * grown;
        this.y = y - (y - this.y) * grown;
        this.scale = scale;
        this.#show();
    }

    /**
     * @param {number} x
     * @param {number} y
     */
    #by(x, y) {
        this.x += x;
        this.y += y;
        this.#show();
    }

    #show() {
        // Some of it stays in sight.
        const [reachX, reachY] = [this.content.offsetWidth, this.content.offsetHeight].map((side) => (side * (this.scale - 1)) / 2);
        this.x = Math.min(Math.max(this.x, -reachX), reachX);
        this.y = Math.min(Math.max(this.y, -reachY), reachY);
        this.content.style.transform = this.near ? `translate(${this.x}px, ${this.y}px) scale(${this.scale})` : "";
        this.room.classList.toggle("near", this.near);
        this.tools[0].disabled = !this.near;
        this.tools[1].disabled = this.scale >= MOST;
    }

    /** @param {WheelEvent} event */
    #wheel(event) {
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY / 400), event);
    }

    /** @param {PointerEvent} event */
    #down(event) {
        this.#held.set(event.pointerId, event);
        if (this.near) event.preventDefault();
    }

    /** @param {PointerEvent} event */
    #move(event) {
        const before = this.#held.get(event.pointerId);
        if (!before) return;
        this.#held.set(event.pointerId, event);
        const [other] = [...this.#held.values()].filter((it) => it.pointerId !== event.pointerId);
        if (!other) return this.#by(event.clientX - before.clientX, event.clientY - before.clientY);
        const distance = (/** @type {PointerEvent} */ it) => Math.hypot(it.clientX - other.clientX, it.clientY - other.clientY);
        this.zoom(distance(event) / (distance(before) || 1), {
            clientX: (event.clientX + other.clientX) / 2,
            clientY: (event.clientY + other.clientY) / 2,
        });
    }
}
