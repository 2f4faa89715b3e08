/** Small buttons in the title of what shows pictures and films. */
import { icon, tool, translate } from "../../core/component.js";
import { saveLink } from "../../core/files.js";
import { css } from "../../core/size.js";
import { DOWNLOAD, EXPAND } from "./pictures.js";

/** @import { FileValue } from "../../types.js" */
/** @typedef {import("../../core/component.js").Component} Component */

/** @param {FileValue} file */
export function download(file) {
    return saveLink(file, { class: "button quiet small icon-only", "aria-label": "Download", title: "Download" }, icon(DOWNLOAD));
}

/**
 * Shows `content` on the whole screen.
 * @param {Component} component
 * @param {() => HTMLElement} content
 * @param {{ zoom?: boolean, step?: (by: -1 | 1) => void }} [options]
 */
export function fullscreen(component, content, options) {
    return tool("Fullscreen", EXPAND, async () => {
        const { view } = await import("./viewer.js");
        view(content(), { title: component.props.label ?? translate("Picture"), ...options });
    });
}

/**
 * The size an author asked for, on an element.
 * @param {HTMLElement} element
 * @param {{ height?: number | string | null, width?: number | string | null }} props
 */
export function sized(element, { height, width }) {
    element.style.setProperty("--height", css(height));
    element.style.setProperty("--width", css(width));
    // As high while it is empty.
    element.style.setProperty("--stage-size", css(height));
}
