/** Many pictures and films: in a grid, and one of them large. */
/** @import { FileValue, Props } from "../types.js" */
import { Component, el, icon, tool, translate } from "../core/component.js";
import { css } from "../core/size.js";
import { BIN, IMAGE, PLUS } from "./media/pictures.js";
import { Preview, fileOf, shown } from "./media/preview.js";
import { Source } from "./media/source.js";
import { download, fullscreen } from "./media/tools.js";

/** @typedef {import("./media/preview.js").Item} Item */

/** What changes what is there. */
const SHAPE = ["value", "interactive", "allow_preview", "object_fit", "show_download_button", "show_fullscreen_button", "file_types"];

export default class Gallery extends Component {
    grid = el("ul", { class: "gallery-grid", role: "list" });
    place = el("div", { class: "gallery-place" }, this.grid);
    /** @type {Source | null} */
    source = null;
    /** @type {number | null} The one that is chosen. */
    chosen = null;
    /** How many there were when they were shown last. */
    count = 0;
    /** The large view; there while it is open. */
    preview = new Preview({ step: (by) => this.#step(by), choose: (index) => this.#choose(index), close: () => this.#close() });

    /** @param {Props} changed */
    draw(changed) {
        const first = changed === this.props;
        if (first) {
            this.append(this.place);
            this.grid.setAttribute("aria-labelledby", `c${this.component}-title`);
            this.grid.addEventListener("keydown", (event) => this.#press(event));
            this.grid.addEventListener("focusin", ({ target }) => this.#reach([...this.grid.children].findIndex((item) => item.contains(/** @type {Node} */ (target)))));
        }
        if ("selected_index" in changed) this.chosen = changed.selected_index;
        else if ("value" in changed) this.#keep(first);
        if (first || "selected_index" in changed || "preview" in changed || SHAPE.some((prop) => prop in changed)) this.#show();
        else this.#measure();
    }

    disconnectedCallback() {
        this.source?.close();
    }

    get value() {
        return this.items;
    }

    get items() {
        return /** @type {Item[]} */ (this.props.value ?? []);
    }

    /** Whether one of them is seen large. */
    get open() {
        return this.chosen !== null && this.props.allow_preview !== false && this.chosen < this.items.length;
    }

    /**
     * Other pictures have come: what was chosen stays so, as far as it is there.
     * @param {boolean} first
     */
    #keep(first) {
        const { length } = this.items;
        if (first || !this.count) this.chosen = this.props.preview && length ? 0 : null;
        else if (this.chosen !== null) this.chosen = length ? Math.min(this.chosen, length - 1) : null;
    }

    #measure() {
        const { columns: most = 2, rows, height, object_fit, fit_columns } = this.props;
        const columns = fit_columns ? Math.max(1, Math.min(most, this.items.length)) : most;
        // A narrow page has no room for many.
        const variables = { "--columns": columns, "--columns-narrow": Math.min(columns, 3), "--rows": rows ?? "", "--height": css(height), "--fit": object_fit ?? "" };
        for (const [name, value] of Object.entries(variables)) this.place.style.setProperty(name, String(value));
        this.place.classList.toggle("limited", rows != null);
    }

    #show() {
        const { interactive } = this.props;
        const { items } = this;
        this.count = items.length;
        this.#measure();
        if (interactive && !this.source) this.#ask();
        if (this.source) this.source.element.hidden = !interactive || items.length > 0;
        if (interactive && !items.length) this.source?.draw();
        else this.source?.close();
        this.place.hidden = interactive && !items.length;
        if (this.open) {
            const index = /** @type {number} */ (this.chosen);
            // What is put in its place once more loses the focus; what stands nowhere cannot scroll.
            if (this.preview.element.parentNode !== this.place) this.place.replaceChildren(this.preview.element);
            this.preview.show(items, index, this.props.label ?? translate("Gallery"));
        } else {
            this.grid.replaceChildren(...items.map((item, index) => this.#thumb(item, index)));
            this.#reach(0);
            this.place.replaceChildren(items.length ? this.grid : el("div", { class: "stage" }, el("div", { class: "empty" }, icon(IMAGE))));
        }
        this.#tools();
    }

    #ask() {
        const { file_types } = this.props;
        this.source = new Source({
            component: this,
            accept: file_types?.length ? file_types : ["image", "video"],
            multiple: true,
            text: "Drop Media Here",
            take: (files) => this.#take(files),
        });
        this.source.alsoOn(this.place);
        this.append(this.source.element);
    }

    /**
     * The grid is one stop on the way through the page, however many there are in it: at this one.
     * @param {number} index
     */
    #reach(index) {
        for (const button of this.grid.querySelectorAll("button[tabindex='0']")) /** @type {HTMLElement} */ (button).tabIndex = -1;
        for (const button of this.grid.children[index]?.querySelectorAll("button") ?? []) button.tabIndex = 0;
    }

    /** @param {KeyboardEvent} event */
    #press(event) {
        const thumbs = /** @type {HTMLElement[]} */ ([...this.grid.querySelectorAll(".thumbnail")]);
        const at = thumbs.indexOf(/** @type {HTMLElement} */ (event.target));
        if (at < 0) return;
        const on = this.matches(":dir(rtl)") ? -1 : 1;
        const across = getComputedStyle(this.grid).gridTemplateColumns.split(" ").length;
        const places = { ArrowLeft: at - on, ArrowRight: at + on, ArrowUp: at - across, ArrowDown: at + across, Home: 0, End: thumbs.length - 1 };
        const to = places[/** @type {keyof typeof places} */ (event.key)];
        if (event.key === "Delete" && this.props.interactive) this.#remove(at);
        else if (to !== undefined) thumbs[to]?.focus();
        else return;
        event.preventDefault();
    }

    /**
     * @param {Item} item
     * @param {number} index
     */
    #thumb(item, index) {
        const button = el(
            "button",
            {
                type: "button",
                class: "thumbnail",
                "aria-label": translate("Thumbnail {index} of {count}", { index: index + 1, count: this.items.length }) + (item.caption ? `: ${item.caption}` : ""),
                "aria-pressed": this.chosen === index ? "true" : null,
                tabindex: -1,
                click: () => this.#choose(index),
            },
            shown(item),
            ...(item.caption ? [el("span", { class: "count caption" }, item.caption)] : []),
        );
        if (!this.props.interactive) return el("li", {}, button);
        const remove = tool(`Remove ${fileOf(item).orig_name ?? `item ${index + 1}`}`, "close", () => this.#remove(index));
        remove.classList.add("remove");
        remove.tabIndex = -1;
        return el("li", {}, button, remove);
    }

    #tools() {
        const { interactive, show_download_button, show_fullscreen_button } = this.props;
        const { items, open, chosen } = this;
        const tools = [];
        if (open && show_download_button !== false) tools.push(download(fileOf(items[chosen ?? 0])));
        if (open && show_fullscreen_button !== false) {
            tools.push(fullscreen(this, () => this.preview.stage, { step: (by) => this.#step(by) }));
        }
        if (interactive && items.length) {
            tools.push(tool("Add more", PLUS, () => this.source?.pick()), tool("Clear", BIN, () => this.#clear()));
        }
        if (open) tools.push(tool("Close", "close", () => this.#close()));
        if (tools.length || this.querySelector(".block-tools")) this.tools.replaceChildren(...tools);
    }

    /** @param {number} index */
    #choose(index) {
        const was = this.open;
        this.chosen = index;
        this.#show();
        this.tell("select", { index, value: /** @type {any} */ (this.items[index]) });
        if (this.open && !was) {
            this.tell("preview_open");
            this.preview.stage.focus();
        } else if (!this.open) {
            this.#focus(index);
        }
    }

    /**
     * Who pressed something that went is at one of those that are left, or where others can be given.
     * @param {number} index
     */
    #focus(index) {
        const thumb = /** @type {HTMLElement | null} */ (this.grid.querySelectorAll(".thumbnail")[index]);
        (thumb ?? this.control)?.focus();
    }

    /** @param {-1 | 1} by */
    #step(by) {
        const { length } = this.items;
        this.#choose(((this.chosen ?? 0) + by + length) % length);
    }

    #close() {
        const was = this.chosen ?? 0;
        this.chosen = null;
        this.#show();
        this.#focus(was);
        this.tell("preview_close");
    }

    /** @param {FileValue[]} files */
    #take(files) {
        const more = files.map((file) => (file.mime_type?.startsWith("video/") ? { video: file, caption: null } : { image: file, caption: null }));
        this.change(/** @type {any} */ ([...this.items, ...more]));
        this.#show();
        this.tell("upload");
    }

    /** @param {number} index */
    #remove(index) {
        const file = fileOf(this.items[index]);
        this.chosen = null;
        this.change(/** @type {any} */ (this.items.toSpliced(index, 1)));
        this.#show();
        this.#focus(Math.min(index, this.items.length - 1));
        this.tell("delete", /** @type {any} */ (file));
    }

    #clear() {
        this.chosen = null;
        this.change([]);
        this.#show();
        this.control?.focus();
    }
}
