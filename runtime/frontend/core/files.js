/**
 * Files between the person and the server: sending them, their addresses, and a place to drop them.
 */
/** @import { FileValue } from "../types.js" */

import { el, icon, page, translate } from "./component.js";
import { send } from "./sending.js";

/** The picture of sending one, for `icon`. */
export const UPLOAD = "M8 10.5V3m0 0L5 6m3-3 3 3M2.5 10.5v1.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-1.8";
/** How many files one request brings. */
const BATCH = 100;

/**
 * @typedef {object} UploadOptions
 * @property {(part: number) => void} [progress] Told how much has arrived, from 0 to 1.
 * @property {AbortSignal} [signal] Ends the upload.
 */

/**
 * Sends files to the server; the answer are the values that functions take for them.
 * An error has words for the person.
 * @param {Iterable<File>} files
 * @param {UploadOptions} [options]
 * @returns {Promise<FileValue[]>}
 */
export async function upload(files, { progress, signal } = {}) {
    const all = [...files];
    const limit = page.maxFileSize;
    const large = limit && all.find((file) => file.size > limit);
    if (large) throw new Error(translate("{name} is too large: a file may have at most {limit}.", { name: large.name, limit: bytes(limit) }));
    const whole = all.reduce((sum, file) => sum + file.size, 0) || 1;
    const values = [];
    let before = 0;
    for (let start = 0; start < all.length; start += BATCH) {
        const batch = all.slice(start, start + BATCH);
        const sent = before;
        const paths = await post(batch, (now) => progress?.(Math.min(1, (sent + now) / whole)), signal);
        before += batch.reduce((sum, file) => sum + file.size, 0);
        values.push(...batch.map((file, index) => value(file, paths[index])));
    }
    progress?.(1);
    return values;
}

/**
 * @param {File} file
 * @param {string} path
 * @returns {FileValue}
 */
function value(file, path) {
    return {
        path,
        url: new URL(fileUrl({ path }), document.baseURI).href,
        size: file.size,
        orig_name: file.name,
        mime_type: file.type || null,
        is_stream: false,
        meta: { _type: "gradio.FileData" },
    };
}

/**
 * By the older kind of request: only that one tells how far it is.
 * @param {File[]} files
 * @param {(bytes: number) => void} progress
 * @param {AbortSignal} [signal]
 * @returns {Promise<string[]>}
 */
function post(files, progress, signal) {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name || "file");
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("POST", `${page.api}upload`);
        request.upload.onprogress = (event) => progress(event.loaded);
        request.onload = () => (request.status === 200 ? resolve(JSON.parse(request.responseText)) : reject(new Error(reason(request))));
        request.onerror = () => reject(new Error(translate("No connection")));
        request.onabort = () => reject(new DOMException("The upload was cancelled.", "AbortError"));
        signal?.addEventListener("abort", () => request.abort());
        request.send(form);
    });
}

/** @param {XMLHttpRequest} request */
function reason(request) {
    try {
        return JSON.parse(request.responseText).detail;
    } catch {
        return request.responseText || translate("The upload failed ({status}).", { status: request.status });
    }
}

/**
 * Where the page loads a file from: as the page was reached, whatever proxy that was.
 * @param {{ path?: string | null, url?: string | null, is_stream?: boolean }} file
 */
export function fileUrl({ path, url, is_stream }) {
    // What is still being made, as far as it is there.
    if (is_stream) return `${page.api}stream/${path?.replace(/playlist\.m3u8$/, "playlist-file")}`;
    if (!path || /^(https?|data|blob):/.test(path)) return path || url || "";
    return `${page.api}file=${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** @param {FileValue} file */
export function fileName(file) {
    return file.orig_name || file.path?.split("/").pop() || "file";
}

/**
 * A size as people say it.
 * @param {number} count
 */
export function bytes(count) {
    const units = ["B", "KB", "MB", "GB", "TB"];
    let unit = 0;
    while (count >= 1000 && unit < units.length - 1) {
        count /= 1024;
        unit += 1;
    }
    return `${unit ? count.toFixed(1).replace(/\.0$/, "") : count} ${units[unit]}`;
}

/**
 * Whether a file is of one of these kinds: `.png`, `image`, `image/*`, `application/pdf`.
 * @param {File} file
 * @param {string[] | null | undefined} kinds
 */
export function fits(file, kinds) {
    if (!kinds?.length || kinds.includes("file")) return true;
    return kinds.some((kind) => {
        if (kind.startsWith(".")) return file.name.toLowerCase().endsWith(kind.toLowerCase());
        return file.type === kind || file.type.split("/")[0] === kind.replace(/\/\*$/, "");
    });
}

/**
 * Kinds as a file chooser wants them.
 * @param {string[] | null | undefined} kinds
 */
export function accepted(kinds) {
    if (!kinds?.length || kinds.includes("file")) return null;
    return kinds.map((kind) => (kind.startsWith(".") || kind.includes("/") ? kind : `${kind}/*`)).join(",");
}

/**
 * @typedef {object} DropOptions
 * @property {string} [label] What it is called for who does not see it.
 * @property {string} [text] What it says; "Drop File Here" unless said otherwise.
 * @property {string[] | null} [accept] Kinds of files, see `fits`.
 * @property {boolean} [multiple] Whether more than one may come.
 * @property {boolean} [directory] Whether a whole folder is chosen.
 * @property {boolean} [disabled]
 * @property {"Error" | "Warning"} [wrong] How grave a file of another kind is.
 * @property {(values: FileValue[]) => void} take Gets what has arrived on the server.
 * @property {(files: File[]) => void} [begin] Told when files are on their way.
 */

/**
 * A place to drop, choose or paste files. They are sent at once, and how far that is stands below.
 * @param {DropOptions} options
 */
export function dropArea(options) {
    const many = !!(options.multiple || options.directory);
    const input = el("input", {
        type: "file",
        hidden: true,
        "data-testid": "file-upload",
        accept: accepted(options.accept),
        multiple: many,
        webkitdirectory: options.directory,
        disabled: options.disabled,
        change: () => {
            const files = [...(input.files ?? [])];
            // The same file may be chosen again.
            input.value = "";
            take(files);
        },
    });
    const words = el("span", { class: "dropzone-text" }, el("b", {}, translate(options.text ?? "Drop File Here")), " ", el("small", {}, translate("- or -")), " ", el("u", {}, translate("Click to Upload")));
    // Whoever sees the words may say them to press it; the rest is for who looks for it by name.
    const label = `${words.textContent}: ${hint(options.label)}`;
    const button = el("button", { type: "button", class: "dropzone", "data-testid": "drop-area", "aria-label": label, disabled: options.disabled }, icon(UPLOAD), words);
    button.addEventListener("click", () => input.click());
    const area = el("div", { class: "drop-area" }, button, input);

    /** @param {File[]} files */
    async function take(files) {
        if (options.disabled || !files.length) return;
        options.begin?.(files);
        const values = await send(area, files, { accept: options.accept, many, wrong: options.wrong });
        if (values.length) options.take(values);
    }

    dropsOn(area, take);
    area.addEventListener("paste", (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (!files.length) return;
        event.preventDefault();
        take(files);
    });
    return Object.assign(area, { take });
}

/**
 * Makes an element take files that are dropped on it, folders with all that is in them.
 * @param {HTMLElement} element
 * @param {(files: File[]) => void} take
 */
export function dropsOn(element, take) {
    let depth = 0;
    /** @param {number} by */
    const over = (by) => element.classList.toggle("dropping", (depth = Math.max(0, depth + by)) > 0);
    element.addEventListener("dragenter", (event) => (event.preventDefault(), over(1)));
    element.addEventListener("dragleave", () => over(-1));
    element.addEventListener("dragover", (event) => event.preventDefault());
    element.addEventListener("drop", async (event) => {
        event.preventDefault();
        over(-depth);
        // Read before the first wait: the browser forgets what was dropped.
        const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry?.());
        const plain = [...(event.dataTransfer?.files ?? [])];
        const inside = entries.some((entry) => entry?.isDirectory) ? (await Promise.all(entries.map(walk))).flat() : plain;
        take(inside);
    });
}

/**
 * @param {FileSystemEntry | null | undefined} entry
 * @returns {Promise<File[]>}
 */
async function walk(entry) {
    if (!entry) return [];
    if (entry.isFile) {
        return [await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))];
    }
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    const files = [];
    for (;;) {
        /** @type {FileSystemEntry[]} */
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (!some.length) return files;
        for (const one of some) files.push(...(await walk(one)));
    }
}

/**
 * A link that saves a file under its own name.
 * @param {FileValue} file
 * @param {{ [name: string]: any }} attributes
 * @param {(Node | string)[]} children
 */
export function saveLink(file, attributes, ...children) {
    return el("a", { href: fileUrl(file), download: fileName(file), target: "_blank", rel: "noopener", ...attributes }, ...children);
}

/** @param {string} [own] More than this is said in English only: other languages have the general words. */
function hint(own) {
    const general = "Click to upload or drop files";
    const said = translate(general);
    return said === general ? (own ?? general) : said;
}
