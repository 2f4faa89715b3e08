/** How high and how wide something is told to be. For the components that can be told. */
/** @import { Props } from "../types.js" */

/**
 * A length as CSS: a number counts pixels, a text is CSS, and nothing leaves it to the page.
 * @param {number | string | null | undefined} size
 */
export function css(size) {
    return typeof size === "number" ? `${size}px` : (size ?? "");
}

/**
 * Gives an element the sides that changed.
 * @param {HTMLElement} place
 * @param {Props} changed
 * @param {string[]} [sides] Names of props.
 */
export function resize(place, changed, sides = ["height", "max_height", "min_height"]) {
    for (const side of sides) {
        if (side in changed) place.style.setProperty(side.replace("_", "-"), css(changed[side]));
    }
}

/**
 * The same for what scrolls when it is higher than it may be.
 * @param {HTMLElement} place
 * @param {Props} changed
 * @param {Props} props All of them.
 */
export function scrollWithin(place, changed, props) {
    resize(place, changed, ["height", "max_height"]);
    if ("height" in changed || "max_height" in changed) place.style.overflowY = props.height ?? props.max_height ? "auto" : "";
}
