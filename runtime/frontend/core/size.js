/** How high and how wide something is told to be. For the components that can be told. */
/** @import { Props } from "../types.js" */

/**
 * Gives an element the sides that changed: a number counts pixels, a text is CSS, and nothing leaves it to the page.
 * @param {HTMLElement} place
 * @param {Props} changed
 * @param {string[]} [sides] Names of props.
 */
export function resize(place, changed, sides = ["height", "max_height", "min_height"]) {
    for (const side of sides) {
        const size = changed[side];
        if (side in changed) place.style.setProperty(side.replace("_", "-"), typeof size === "number" ? `${size}px` : (size ?? ""));
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
