// The fields of a form as the JSON texts of its arguments. Texts, not values: a figure goes out as it was typed.

import { ROOT } from "./address.js";
import { laidOut } from "./json.js";

/** A field that holds nothing that could be sent. */
export class FieldError extends Error {
    /**
     * @param {HTMLElement} block
     * @param {string} message
     */
    constructor(block, message) {
        super(message);
        this.block = block;
    }
}

/**
 * The arguments as far as they are known before sending: files are not on the server yet.
 * @param {HTMLFormElement} form
 */
export function preview(form) {
    return blocks(form).map((block) => (chosen(block).length ? '"(the file, once it is uploaded)"' : text(block)));
}

/**
 * The arguments, with their files uploaded.
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 */
export function collect(form, signal) {
    return Promise.all(blocks(form).map((block) => (chosen(block).length ? uploaded(block, signal) : text(block))));
}

/**
 * The body of the request: on one line, if it fits.
 * @param {string[]} texts
 */
export function body(texts) {
    const short = `{"data": [${texts.join(", ")}]}`;
    if (short.length <= 72 && !short.includes("\n")) return short;
    return `{\n  "data": [\n    ${texts.map((text) => text.replaceAll("\n", "\n    ")).join(",\n    ")}\n  ]\n}`;
}

/** @param {HTMLFormElement} form */
export function blocks(form) {
    return /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-kind]")]);
}

/** @param {HTMLElement} block */
function text(block) {
    const control = /** @type {HTMLInputElement} */ (block.querySelector("input, select, textarea"));
    const isNothing = "nullable" in block.dataset && control.value.trim() === "";
    switch (block.dataset.kind) {
        case "bool":
            return String(control.checked);
        case "choices":
            return `[${checked(block).join(", ")}]`;
        case "choice":
            return control.value;
        case "number":
            return isNothing ? "null" : figure(block, control);
        case "text":
            return isNothing ? "null" : JSON.stringify(control.value);
        case "json":
            return isNothing ? "null" : json(block, control.value);
        default:
            return control.dataset.value ?? "null";
    }
}

/** @param {HTMLElement} block */
function checked(block) {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (block.querySelectorAll("input:checked"));
    return [...boxes].map((box) => box.value);
}

/**
 * @param {HTMLElement} block
 * @param {HTMLInputElement} control
 */
function figure(block, control) {
    const typed = control.value.trim();
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(typed)) return typed;
    // `.5` and `007` are figures to a person and none to JSON.
    if (typed === "" || Number.isNaN(Number(typed))) throw new FieldError(block, "This must be a number.");
    return String(Number(typed));
}

/**
 * @param {HTMLElement} block
 * @param {string} typed
 */
function json(block, typed) {
    try {
        JSON.parse(typed);
        return typed.trim();
    } catch (error) {
        throw new FieldError(block, `This is not JSON: ${/** @type {Error} */ (error).message}`);
    }
}

/** @param {HTMLElement} block */
function chosen(block) {
    const control = /** @type {HTMLInputElement | null} */ (block.querySelector("input[type=file]"));
    return [...(control?.files ?? [])];
}

/**
 * @param {HTMLElement} block
 * @param {AbortSignal} signal
 */
async function uploaded(block, signal) {
    const files = chosen(block);
    const form = new FormData();
    for (const file of files) form.append("files", file);
    const response = await fetch(new URL("gradio_api/upload", ROOT), { method: "POST", body: form, signal });
    if (!response.ok) throw new FieldError(block, `The upload was refused (${response.status}).`);
    const paths = /** @type {string[]} */ (await response.json());
    const values = files.map((file, index) => ({
        path: paths[index],
        orig_name: file.name,
        size: file.size,
        mime_type: file.type || null,
        meta: { _type: "gradio.FileData" },
    }));
    return laidOut(JSON.stringify(block.dataset.kind === "files" ? values : values[0]));
}
