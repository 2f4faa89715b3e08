/** Text together with files, as people write to a chat. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, icon, page, tool, translate } from "../core/component.js";
import { accepted, dropsOn, fileName, fileUrl } from "../core/files.js";
import { send } from "../core/sending.js";
import { time, toast } from "../core/status.js";

const FILE = "M9 1.8H4.5c-.6 0-1 .4-1 1v10.4c0 .6.4 1 1 1h7c.6 0 1-.4 1-1V5.3zm0 0v3.5h3.5";
const CLIP = "M13.3 7.6l-5.2 5.2a3.3 3.3 0 0 1-4.7-4.7l5.4-5.3a2.2 2.2 0 0 1 3.1 3.1L6.6 11.2a1.1 1.1 0 0 1-1.6-1.6l4.8-4.7";
const MICROPHONE = "M6 3.8a2 2 0 0 1 4 0V7a2 2 0 0 1-4 0zM3.6 7.5a4.4 4.4 0 0 0 8.8 0M8 12v2.2";
const SEND = "M8 13V3m0 0L3.8 7.2M8 3l4.2 4.2";
const STOP = "M4.5 4.5h7v7h-7z";
const SOUND = "M3 6.5v3M5.5 4.5v7M8 2.5v11M10.5 5v6M13 6.5v3";
const FILM = "M2.5 3.5h11v9h-11zM5.5 3.5v9M10.5 3.5v9M2.5 8h11";

export default class MultimodalTextbox extends Component {
    #files = el("ul", { class: "attachments", role: "list", "aria-label": "Uploaded files" });
    #sending = el("div");
    #input = el("input", { type: "file", hidden: true, change: () => this.#chosen() });
    #attach = picture("Attach files", CLIP, () => this.#input.click());
    #record = picture("Record a voice message", MICROPHONE, () => this.#recordOrStop());
    #clock = el("span", { class: "count", role: "timer" });
    #ends = el("div", { class: "composer-ends" });
    /** @type {MediaRecorder | null} */
    #recorder = null;

    /** @param {Props} changed */
    draw(changed) {
        const { box } = this;
        if (changed === this.props) this.#adopt();
        if ("value" in changed && box.value !== this.value.text) this.#write(this.value.text);
        if ("placeholder" in changed) box.placeholder = changed.placeholder ?? "";
        if ("interactive" in changed) box.readOnly = changed.interactive === false;
        if ("lines" in changed) {
            box.rows = changed.lines;
            box.style.setProperty("--lines", changed.lines);
        }
        if ("max_lines" in changed) box.style.setProperty("--max-lines", changed.max_lines);
        if ("rtl" in changed) box.dir = changed.rtl ? "rtl" : "";
        if ("text_align" in changed) box.style.textAlign = changed.text_align ?? "";
        for (const [name, value] of Object.entries(changed.html_attributes ?? {})) {
            if (["autocapitalize", "autocorrect", "spellcheck", "autocomplete", "tabindex", "enterkeyhint", "lang"].includes(name)) box.setAttribute(name, String(value));
        }
        this.#input.multiple = this.many;
        this.#input.webkitdirectory = this.props.file_count === "directory";
        this.#input.accept = accepted(this.props.file_types) ?? "";
        if ("submit_btn" in changed || "stop_btn" in changed) this.#buttons();
        this.#show();
    }

    /** @returns {{ text: string, files: FileValue[] }} */
    get value() {
        const { text = "", files = [] } = this.props.value ?? {};
        return { text, files };
    }

    get box() {
        return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    }

    get many() {
        return this.props.file_count !== "single";
    }

    get active() {
        return this.props.interactive !== false;
    }

    #adopt() {
        const { box } = this;
        const composer = /** @type {HTMLElement} */ (box.parentElement);
        composer.setAttribute("role", "group");
        composer.setAttribute("aria-label", translate("Multimedia input field"));
        this.#attach.dataset.testid = "upload-button";
        this.#record.dataset.testid = "microphone-button";
        const line = el("div", { class: "composer-line" }, this.#attach, this.#record, box, this.#clock, this.#ends);
        composer.append(this.#files, this.#sending, line, this.#input);
        dropsOn(composer, (files) => this.#take(files));
        // Typed before the script came, or kept by the browser over a reload.
        if (box.value !== this.value.text) this.#change({ text: box.value });
        box.addEventListener("input", () => this.#change({ text: box.value }));
        box.addEventListener("keydown", (event) => this.#key(event));
        box.addEventListener("paste", (event) => this.#paste(event));
        box.addEventListener("focus", () => this.tell("focus"));
        box.addEventListener("blur", () => this.tell("blur"));
        box.addEventListener("select", () => {
            const [from, to] = [box.selectionStart, box.selectionEnd];
            this.tell("select", { value: box.value.slice(from, to), index: [from, to] });
        });
    }

    #show() {
        const { files } = this.value;
        const from = this.props.sources ?? ["upload"];
        this.#files.replaceChildren(...files.map((file, index) => this.#thumbnail(file, index)));
        this.#files.hidden = !files.length;
        this.#attach.hidden = !this.active || !from.includes("upload") || (!this.many && files.length > 0);
        this.#record.hidden = !this.active || !from.includes("microphone");
        this.#ends.hidden = !this.active;
    }

    /** @param {string} text */
    #write(text) {
        const { box } = this;
        const atEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 4;
        box.value = text;
        if (atEnd && this.props.autoscroll !== false) box.scrollTop = box.scrollHeight;
    }

    /** @param {Partial<{ text: string, files: FileValue[] }>} part */
    #change(part) {
        this.change(/** @type {any} */ ({ ...this.value, ...part }));
        if (part.files) this.#show();
    }

    /**
     * @param {FileValue} file
     * @param {number} index
     */
    #thumbnail(file, index) {
        const name = fileName(file);
        const [kind] = (file.mime_type ?? "").split("/");
        const seen = kind === "image" ? el("img", { class: "thumbnail-image", src: fileUrl(file), alt: "", loading: "lazy" }) : icon(kind === "audio" ? SOUND : kind === "video" ? FILM : FILE);
        const item = el("li", { class: "thumbnail-item", title: name }, seen, el("span", { class: "name" }, name));
        const remove = () => {
            this.#change({ files: this.value.files.filter((_, at) => at !== index) });
            this.box.focus();
        };
        if (this.active) item.append(tool(`Remove ${name}`, "close", remove));
        return item;
    }

    #buttons() {
        const { submit_btn, stop_btn } = this.props;
        this.#ends.replaceChildren();
        if (stop_btn) this.#ends.append(ending(stop_btn, "Stop", STOP, "stop", () => this.tell("stop")));
        if (submit_btn) this.#ends.append(ending(submit_btn, "Send", SEND, "submit", () => this.#submit()));
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        if (event.key !== "Enter" || event.isComposing || !this.active) return;
        // In a text of several lines, Enter is for writing.
        const submits = (this.props.lines ?? 1) > 1 ? event.shiftKey : !event.shiftKey;
        if (!submits) return;
        event.preventDefault();
        this.#submit();
    }

    async #submit() {
        // What is being recorded belongs to it.
        if (this.#recorder) await this.#finish();
        this.tell("submit");
    }

    /** @param {ClipboardEvent} event */
    #paste(event) {
        const given = event.clipboardData;
        if (!given || !this.active) return;
        const text = given.getData("text");
        const long = text.length > (this.props.max_plain_text_length ?? 1000);
        if (!long && (text || !given.files.length)) return;
        event.preventDefault();
        this.#take(long ? [new File([text], "pasted_text.txt", { type: "text/plain" })] : [...given.files]);
    }

    #chosen() {
        const files = [...(this.#input.files ?? [])];
        // The same file may be chosen again.
        this.#input.value = "";
        this.#take(files);
    }

    /** @param {File[]} files */
    async #take(files) {
        if (!this.active || !files.length) return;
        const sent = await send(this.#sending, files, { accept: this.props.file_types, many: this.many });
        if (sent.length) this.#change({ files: [...(this.many ? this.value.files : []), ...sent] });
        this.box.focus();
    }

    async #recordOrStop() {
        if (this.#recorder) return this.#finish();
        let stream;
        try {
            stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        } catch {
            return void toast("error", "Error", "No microphone found.");
        }
        const recorder = (this.#recorder = new MediaRecorder(stream));
        const started = performance.now();
        const timer = setInterval(() => (this.#clock.textContent = time(performance.now() - started)), 100);
        /** @type {Blob[]} */
        const parts = [];
        recorder.ondataavailable = ({ data }) => parts.push(data);
        recorder.onstop = async () => {
            clearInterval(timer);
            this.#clock.textContent = "";
            this.#recorder = null;
            this.#listening(false);
            for (const track of stream.getTracks()) track.stop();
            const [type] = recorder.mimeType.split(";");
            await this.#take([new File(parts, `recording.${type.split("/")[1] || "webm"}`, { type })]);
            recorder.dispatchEvent(new Event("kept"));
        };
        recorder.start();
        this.#listening(true);
        page.announce("Recording");
    }

    /** Ends the recording; done when its file is there. */
    #finish() {
        const recorder = this.#recorder;
        return new Promise((resolve) => {
            recorder?.addEventListener("kept", resolve);
            recorder?.stop();
        });
    }

    /** @param {boolean} on */
    #listening(on) {
        this.#record.classList.toggle("recording", on);
        this.#record.setAttribute("aria-pressed", String(on));
    }
}

/**
 * @param {string} label
 * @param {Parameters<typeof icon>[0]} path
 * @param {() => void} click
 */
function picture(label, path, click) {
    return el("button", { type: "button", class: "button quiet icon-only", "aria-label": label, title: label, click }, icon(path));
}

/**
 * @param {string | true} words
 * @param {string} name
 * @param {Parameters<typeof icon>[0]} path
 * @param {"submit" | "stop"} event
 * @param {() => void} click
 */
function ending(words, name, path, event, click) {
    const kind = event === "stop" ? "stop" : "primary";
    if (words === true) return el("button", { type: "button", class: `button ${kind} ${event}-button icon-only`, "aria-label": name, title: name, click }, icon(path));
    return el("button", { type: "button", class: `button ${kind} ${event}-button`, click }, words);
}
