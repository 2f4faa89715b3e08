/** Files in a message. */
import { el, icon, translate } from "../../core/component.js";
import { fileName, fileUrl, saveLink } from "../../core/files.js";

/** @typedef {{ downloads: boolean }} Means How files are shown here. */

const SAVE = "M8 2.5v7.5m0 0L4.8 6.8M8 10l3.2-3.2M2.8 13.2h10.4";

/**
 * @param {any} content
 * @param {Means} means
 * @returns {HTMLElement}
 */
export function media(content, means) {
    if (content?.file) return file(content.file, content.alt_text, means);
    return el("pre", { class: "data" }, JSON.stringify(content, null, 2));
}

/**
 * @param {any} data
 * @param {string | null} alt
 * @param {Means} means
 */
function file(data, alt, { downloads }) {
    const url = fileUrl(data);
    const kind = String(data.mime_type ?? "").split("/")[0];
    const save = downloads && kind ? [saveLink(data, { class: "button quiet small icon-only save", "aria-label": translate("Save {name}", { name: fileName(data) }) }, icon(SAVE))] : [];
    switch (kind) {
        case "image":
            return el("div", { class: "image-container" }, el("img", { src: url, alt: alt ?? fileName(data) }), ...save);
        case "audio":
            return el("div", { class: "audio-container", "data-testid": "unlabelled-audio" }, el("audio", { src: url, controls: true, preload: "metadata", "aria-label": alt || fileName(data) }), ...save);
        case "video":
            return el("div", { class: "video-container" }, el("video", { src: url, controls: true, preload: "metadata", "data-testid": "test-player", "aria-label": alt || fileName(data) }), ...save);
    }
    return saveLink(data, { class: "attachment" }, icon("M9 1.8H4.5c-.6 0-1 .4-1 1v10.4c0 .6.4 1 1 1h7c.6 0 1-.4 1-1V5.3zm0 0v3.5h3.5"), fileName(data));
}
