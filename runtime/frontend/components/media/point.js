/** A picture in which a point can be chosen: by mouse, by touch, and by keyboard with a cross that the arrows move. */
import { el } from "../../core/component.js";

/** How far an arrow moves the cross, as a part of the picture. */
const STEP = 0.02;

/**
 * Where the pixels of a picture are on the screen; a frame of another shape leaves room beside them.
 * @param {HTMLImageElement} img
 */
function drawn(img) {
    const { left, top, width, height } = img.getBoundingClientRect();
    // Drawings may have no size of their own.
    const [across, down] = [img.naturalWidth || width, img.naturalHeight || height];
    const scale = Math.min(width / across, height / down);
    return { left: left + (width - across * scale) / 2, top: top + (height - down * scale) / 2, across, down, scale };
}

/**
 * The pixel of a picture under a point of the screen, if there is one.
 * @param {HTMLImageElement} img
 * @param {{ clientX: number, clientY: number }} point
 * @returns {[number, number] | null}
 */
export function pixel(img, { clientX, clientY }) {
    const { left, top, across, down, scale } = drawn(img);
    const [x, y] = [Math.floor((clientX - left) / scale), Math.floor((clientY - top) / scale)];
    return x >= 0 && y >= 0 && x < across && y < down ? [x, y] : null;
}

/**
 * Lets a person choose points of a picture.
 * @param {HTMLImageElement} img
 * @param {HTMLElement} place Where it stands; the cross is drawn there.
 * @param {(x: number, y: number) => void} chosen In pixels of the picture.
 */
export function choosable(img, place, chosen) {
    const cross = el("span", { class: "cross", hidden: true });
    let [x, y] = [0.5, 0.5];
    const show = () => {
        const { left, top, across, down, scale } = drawn(img);
        const around = place.getBoundingClientRect();
        cross.style.insetInlineStart = `${left - around.left + x * across * scale}px`;
        cross.style.insetBlockStart = `${top - around.top + y * down * scale}px`;
        cross.hidden = false;
    };
    const moves = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
    img.classList.add("selectable");
    img.tabIndex = 0;
    img.setAttribute("role", "button");
    img.setAttribute("aria-roledescription", "picture to choose a point in: arrows move, Enter chooses");
    img.addEventListener("click", (event) => {
        const at = pixel(img, event);
        if (at) chosen(...at);
    });
    img.addEventListener("keydown", (event) => {
        const [dx, dy] = moves[/** @type {keyof typeof moves} */ (event.key)] ?? [0, 0];
        const size = drawn(img);
        if (dx || dy) {
            // With Shift one pixel at a time.
            const [byX, byY] = event.shiftKey ? [Math.sign(dx) / size.across, Math.sign(dy) / size.down] : [dx, dy];
            x = Math.min(Math.max(x + byX, 0), 1);
            y = Math.min(Math.max(y + byY, 0), 1);
            show();
        } else if (event.key === "Enter" || event.key === " ") {
            chosen(Math.min(Math.floor(x * size.across), size.across - 1), Math.min(Math.floor(y * size.down), size.down - 1));
        } else return;
        event.preventDefault();
    });
    img.addEventListener("focus", () => img.matches(":focus-visible") && show());
    img.addEventListener("blur", () => (cross.hidden = true));
    place.append(cross);
}
