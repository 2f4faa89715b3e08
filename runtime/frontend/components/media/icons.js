/** The buttons of whatever plays or records, and the pictures on them. */
import { el, translate } from "../../core/component.js";

const PATHS = {
    back: "m8 4-4 4 4 4m5-8-4 4 4 4",
    camera: "M2.5 4.5h7c.5 0 .8.3.8.8v5.4c0 .5-.3.8-.8.8h-7c-.5 0-.8-.3-.8-.8V5.3c0-.5.3-.8.8-.8zM10.3 7.3l3.5-2v5.4l-3.5-2",
    captions: "M3 3.5h10c.6 0 1 .4 1 1v7c0 .6-.4 1-1 1H3c-.6 0-1-.4-1-1v-7c0-.6.4-1 1-1zM7 7.2A1.4 1.4 0 1 0 7 9M11.8 7.2a1.4 1.4 0 1 0 0 1.8",
    download: "M8 2.5v8m0 0 3-3m-3 3-3-3m-2.5 3v1.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-1.8",
    forward: "m8 4 4 4-4 4M3 4l4 4-4 4",
    mic: "M8 1.8a2 2 0 0 1 2 2V7a2 2 0 1 1-4 0V3.8a2 2 0 0 1 2-2zM3.6 7.5a4.4 4.4 0 0 0 8.8 0M8 12v2.2",
    muted: "M2.5 6.2v3.6h2.3L8 12.5v-9L4.8 6.2zM10.8 6.4l3 3.2m0-3.2-3 3.2",
    pause: "M5.6 3.6v8.8M10.4 3.6v8.8",
    play: "M5 3.2v9.6a.5.5 0 0 0 .8.4l7-4.8a.5.5 0 0 0 0-.8l-7-4.8a.5.5 0 0 0-.8.4z",
    record: "M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z",
    sound: "M2 7.4v1.2M5 5v6M8 2.5v11M11 5v6M14 7.4v1.2",
    stop: "M5 4.4h6c.3 0 .6.3.6.6v6c0 .3-.3.6-.6.6H5a.6.6 0 0 1-.6-.6V5c0-.3.3-.6.6-.6z",
    trim: "M5.6 5.6 13 13M5.6 10.4 13 3M6 4.2a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0zM6 11.8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z",
    undo: "M5.5 3 2.8 5.7l2.7 2.7M3 5.7h6a3.8 3.8 0 0 1 0 7.6H5.5",
    volume: "M2.5 6.2v3.6h2.3L8 12.5v-9L4.8 6.2zM10.5 5.8a3 3 0 0 1 0 4.4M12.3 4a5.6 5.6 0 0 1 0 8",
};

/** @typedef {keyof typeof PATHS} Glyph */

const SOLID = ["play", "record", "stop"];

/** @param {Glyph} name */
export function glyph(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", SOLID.includes(name) ? "icon solid" : "icon");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", PATHS[name]);
    svg.append(path);
    return svg;
}

/**
 * A small button that is only a picture, and its name.
 * @param {string} label
 * @param {Glyph} picture
 * @param {() => void} click
 */
export function button(label, picture, click) {
    const made = el("button", { type: "button", class: "button quiet small icon-only", click }, glyph(picture));
    if (label) name(made, label);
    return made;
}

/**
 * @param {HTMLElement} element
 * @param {string} words
 * @param {{ [name: string]: number }} [values]
 */
export function name(element, words, values) {
    const label = translate(words, values);
    element.setAttribute("aria-label", label);
    element.title = label;
}
