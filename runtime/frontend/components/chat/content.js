/** What a message shows that is not text: files and components. */
import { el, icon } from "../../core/component.js";
import { fileName, fileUrl, saveLink } from "../../core/files.js";

/** @typedef {{ downloads: boolean, html: (place: Element, source: string) => void }} Means How content is shown here. */

const SAVE = "M8 2.5v7.5m0 0L4.8 6.8M8 10l3.2-3.2M2.8 13.2h10.4";

/**
 * @param {any} content
 * @param {Means} means
 * @returns {HTMLElement}
 */
export function media(content, means) {
    if (content?.file) return file(content.file, content.alt_text, means);
    const { component: kind, value, props = {} } = content ?? {};
    const name = props.label ?? "";
    switch (kind) {
        case "image":
            return value ? file({ ...value, mime_type: "image/*" }, name, means) : el("div");
        case "audio":
            return value ? file({ ...value, mime_type: "audio/*" }, name, means) : el("div");
        case "video":
            return value ? file({ ...(value.video ?? value), mime_type: "video/*" }, name, means) : el("div");
        case "file":
            return el("div", { class: "attachments" }, ...[value ?? []].flat().map((it) => file({ ...it, mime_type: null }, null, means)));
        case "gallery":
            return gallery(value ?? [], means);
        case "html":
        case "markdown": {
            const place = el("div", { class: "prose", "data-testid": kind });
            means.html(place, String(value ?? ""));
            return place;
        }
        case "plot":
            if (value?.type === "matplotlib") return el("div", { class: "image-container" }, el("img", { src: value.plot, alt: name || "Plot" }));
    }
    return el("pre", { class: "data" }, typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

/**
 * @param {any} data
 * @param {string | null} alt
 * @param {Means} means
 */
function file(data, alt, { downloads }) {
    const url = fileUrl(data);
    const kind = String(data.mime_type ?? "").split("/")[0];
    const save = downloads && kind ? [saveLink(data, { class: "button quiet small icon-only save", "aria-label": `Save ${fileName(data)}` }, icon(SAVE))] : [];
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

/**
 * @param {any[]} items
 * @param {Means} means
 */
function gallery(items, means) {
    const thumbnails = items.map((item, index) => {
        const data = item.image ?? item.video ?? item;
        const shown = file({ mime_type: item.video ? "video/*" : "image/*", ...data }, item.caption ?? null, { ...means, downloads: false });
        return el("figure", { role: "group", "aria-label": `Thumbnail ${index + 1} of ${items.length}` }, shown, ...(item.caption ? [el("figcaption", {}, item.caption)] : []));
    });
    return el("div", { class: "thumbnails" }, ...thumbnails);
}
