/** Files: a place to give them, and a list of those there are. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, icon, page, same, tool, translate } from "../core/component.js";
import { bytes, dropArea, fileName, saveLink } from "../core/files.js";
import { css } from "../core/size.js";
import { DOWNLOAD } from "./media/pictures.js";

const FILE = "M9 1.8H4.5c-.6 0-1 .4-1 1v10.4c0 .6.4 1 1 1h7c.6 0 1-.4 1-1V5.3zm0 0v3.5h3.5";
const GRIP = "M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1";

export default class File extends Component {
    #list = el("ul", { class: "files", role: "list", "aria-labelledby": `c${this.component}-title` });
    #empty = el("div", { class: "stage" }, el("div", { class: "empty" }, icon(FILE), el("span", {}, translate("Nothing here yet"))));
    #count = el("span", { class: "count" });
    #clear = tool("Clear", "close", () => this.#set([], "clear"));
    /** @type {HTMLElement | null} */
    #area = null;

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.#adopt();
        if (["interactive", "file_count", "file_types"].some((prop) => prop in changed)) this.#place();
        if ("height" in changed) {
            const height = css(changed.height);
            for (const place of [this.#list, this.#empty]) place.style.maxHeight = height;
            this.style.setProperty("--stage-size", height);
        }
        this.#show();
    }

    get many() {
        return this.props.file_count === "multiple" || this.props.file_count === "directory";
    }

    /** @returns {FileValue[]} */
    get files() {
        return [this.props.value ?? []].flat();
    }

    #adopt() {
        this.querySelector(".files-drawn")?.remove();
        this.head.append(this.#count);
        this.append(this.#list);
    }

    /** The place to give files, made for what may be given. */
    #place() {
        this.#area?.remove();
        this.#area = null;
        const { interactive, file_count, file_types } = this.props;
        if (interactive === false) return;
        this.#area = dropArea({
            label: `${translate("Click to upload or drop files")}: ${this.querySelector(".block-title")?.textContent || "File"}`,
            accept: file_types,
            multiple: file_count === "multiple",
            directory: file_count === "directory",
            take: (files) => this.#set([...(this.many ? this.files : []), ...files], "upload", this.many ? files : files[0]),
        });
        this.append(this.#area);
    }

    /**
     * @param {FileValue[]} files
     * @param {string | null} event What was done.
     * @param {any} [data]
     */
    #set(files, event, data) {
        this.props.value = this.many ? files : (files[0] ?? null);
        if (event === "clear") this.props.value = null;
        this.blame(null);
        this.#show();
        if (event) this.tell(event, data);
        this.tell("change");
    }

    #show() {
        const { files, many } = this;
        const can = this.props.interactive !== false;
        this.#list.replaceChildren(...files.map((file, index) => this.#row(file, index)));
        this.#list.hidden = !files.length;
        if (can || files.length) this.#empty.remove();
        else this.append(this.#empty);
        if (can && files.length) this.tools.append(this.#clear);
        else this.#clear.remove();
        if (this.#area) {
            this.#area.hidden = !many && files.length > 0;
            this.#area.classList.toggle("more", files.length > 0);
        }
        const sizes = files.map(({ size }) => size ?? 0);
        const whole = sizes.reduce((sum, size) => sum + size, 0);
        this.#count.textContent = files.length > 1 ? `${translate("Files: {count}", { count: files.length })}, ${bytes(whole)}` : "";
    }

    /**
     * @param {FileValue} file
     * @param {number} index
     */
    #row(file, index) {
        const name = fileName(file);
        const can = this.props.interactive !== false;
        const row = el("li", { class: "file-row" });
        if (can && this.props.allow_reordering && this.files.length > 1) row.append(this.#grip(row, name, index));
        else row.append(icon(FILE));
        const save = () => this.tell("download", /** @type {any} */ (file));
        if (this.props._selectable) {
            const select = () => this.tell("select", { index, value: name, selected: true });
            row.append(
                el("button", { type: "button", class: "file-name", click: select }, name),
                saveLink(file, { class: "button quiet small icon-only", "aria-label": translate("Download {name}", { name }), click: save }, icon(DOWNLOAD)),
            );
        } else row.append(saveLink(file, { class: "file-name", click: save }, name));
        row.append(el("span", { class: "count" }, file.size == null ? "" : bytes(file.size)));
        if (can && this.many) row.append(tool(`Remove this file: ${name}`, "close", () => this.#remove(index)));
        return row;
    }

    /** @param {number} index */
    #remove(index) {
        const { files } = this;
        const [removed] = files.splice(index, 1);
        this.#set(files, "delete", removed);
        // The focus goes on to what took its place.
        const buttons = this.#list.querySelectorAll("li > :last-child");
        const next = /** @type {HTMLElement | null} */ (buttons[Math.min(index, buttons.length - 1)] ?? this.control);
        next?.focus();
    }

    /**
     * What a row is moved by: dragged, or with the arrow keys.
     * @param {HTMLElement} row
     * @param {string} name
     * @param {number} index
     */
    #grip(row, name, index) {
        const keys = (/** @type {KeyboardEvent} */ event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (!by || !this.files[index + by]) return;
            event.preventDefault();
            this.#move(index, index + by);
            this.#list.querySelectorAll("button.grip")[index + by]?.dispatchEvent(new Event("arrive"));
        };
        const grip = el("button", { type: "button", class: "grip", "aria-label": translate("Move {name}", { name }), title: "Drag, or use the arrow keys", keydown: keys }, icon(GRIP));
        grip.addEventListener("arrive", () => grip.focus());
        grip.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            this.#drag(row, index, event.pointerId);
        });
        return grip;
    }

    /**
     * Lets a row follow the pointer until it is let go.
     * @param {HTMLElement} row
     * @param {number} index
     * @param {number} pointer
     */
    #drag(row, index, pointer) {
        const list = this.#list;
        const over = new AbortController();
        // Not the row itself: what is put elsewhere loses the pointer.
        list.setPointerCapture(pointer);
        row.classList.add("moving");
        const follow = (/** @type {PointerEvent} */ { clientY }) => {
            const others = [...list.children].filter((it) => it !== row);
            const below = others.find((it) => it.getBoundingClientRect().top + it.getBoundingClientRect().height / 2 > clientY);
            if (row.nextElementSibling !== (below ?? null)) list.insertBefore(row, below ?? null);
        };
        list.addEventListener("pointermove", follow, { signal: over.signal });
        list.addEventListener(
            "lostpointercapture",
            () => {
                over.abort();
                this.#move(index, [...list.children].indexOf(row));
            },
            { signal: over.signal },
        );
    }

    /**
     * @param {number} from
     * @param {number} to
     */
    #move(from, to) {
        const { files } = this;
        const [moved] = files.splice(from, 1);
        files.splice(to, 0, moved);
        if (same(/** @type {any} */ (files), this.props.value)) return this.#show();
        this.#set(files, null);
        page.announce(`${fileName(moved)}: ${translate("{index} of {count}", { index: to + 1, count: files.length })}`);
    }
}
