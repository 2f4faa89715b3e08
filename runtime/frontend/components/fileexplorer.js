/** Files of the server as a tree: folders to open, files to choose. Folders are asked for when they are opened. */
/** @import { Props } from "../types.js" */
import { Component, el, icon, translate } from "../core/component.js";
import { resize } from "../core/size.js";

/** @typedef {{ name: string, type: "file" | "folder", valid?: boolean }} Entry */
/** @typedef {string[]} Path */
/** @typedef {{ path: Path, entry: Entry, line: HTMLElement, box: HTMLInputElement | null, inside: Branch | null, busy: boolean }} Leaf */
/** @typedef {{ list: HTMLElement, leaves: Promise<Leaf[]>, known: Leaf[] }} Branch */

const FILE = "M9 1.8H4.5c-.6 0-1 .4-1 1v10.4c0 .6.4 1 1 1h7c.6 0 1-.4 1-1V5.3zm0 0v3.5h3.5";
const FOLDER = "M1.8 4.3c0-.6.4-1 1-1h3.3l1.5 1.7h5.6c.6 0 1 .4 1 1v6.200c0 .6-.4 1-1 1H2.800c-.6 0-1-.4-1-1z";

/** How many lines of a folder are drawn before anybody looks at them. */
const AT_ONCE = 60;

export default class FileExplorer extends Component {
    #tree = el("div", { class: "stage tree", role: "group", "aria-labelledby": `c${this.component}-title`, keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) });
    /** @type {Branch | null} */
    #root = null;
    /** @type {WeakMap<Element, Leaf>} Lines that are only names yet. */
    #bare = new WeakMap();
    // The types do not know the margin of what scrolls inside of the page.
    #near = new IntersectionObserver((seen) => {
        for (const { isIntersecting, target } of seen) if (isIntersecting) this.#finish(target);
    }, /** @type {any} */ ({ rootMargin: "400px", scrollMargin: "400px" }));

    /** @param {Props} changed */
    draw(changed) {
        const first = changed === this.props;
        if (first) this.append(this.#tree);
        resize(this.#tree, changed);
        const elsewhere = ["root_dir", "glob", "ignore_glob", "file_count", "interactive"].some((prop) => prop in changed);
        if (elsewhere) {
            // What was chosen there is not to be found here.
            if (!first && !("value" in changed) && "root_dir" in changed && this.value.length) this.#choose([], false);
            this.#root = this.#branch([], this.value);
            this.#tree.replaceChildren(this.#root.list);
        } else if ("value" in changed) this.#mark();
    }

    /** @returns {Path[]} */
    get value() {
        return this.props.value ?? [];
    }

    get single() {
        return this.props.file_count === "single";
    }

    /**
     * The list of what is in a folder.
     * @param {Path} path
     * @param {Path[]} wanted Paths from here that are to be seen.
     * @param {Entry[]} before Lines in front of what the server tells.
     * @returns {Branch}
     */
    #branch(path, wanted = [], before = []) {
        const list = el("ul", { role: "list" }, el("li", { class: "muted late" }, translate("Loading")));
        /** @type {Branch} */
        const branch = { list, known: [], leaves: Promise.resolve([]) };
        branch.leaves = this.#ask(path).then((entries) => this.#fill(branch, path, entries && [...before, ...entries], wanted));
        return branch;
    }

    /**
     * @param {Branch} branch
     * @param {Path} path
     * @param {Entry[] | null} entries
     * @param {Path[]} wanted
     */
    #fill(branch, path, entries, wanted) {
        if (!entries) {
            const sorry = translate("This folder cannot be read. Close and open it to try again.");
            branch.list.replaceChildren(el("li", { class: "muted", role: "alert" }, sorry));
            return [];
        }
        branch.known = entries.map((entry) => this.#leaf(path, entry));
        for (const { line } of branch.known.slice(0, AT_ONCE)) this.#finish(line);
        for (const { line } of branch.known.slice(AT_ONCE)) this.#near.observe(line);
        const lines = branch.known.flatMap(({ line }) => [line, " "]);
        branch.list.replaceChildren(...(lines.length ? lines : [el("li", { class: "muted" }, translate("Nothing here yet"))]));
        for (const leaf of branch.known) {
            const below = wanted.filter(([name, ...rest]) => name === leaf.entry.name && rest.length).map((it) => it.slice(1));
            if (below.length) this.#open(leaf, below);
        }
        this.#mark();
        return branch.known;
    }

    /**
     * @param {Path} path
     * @returns {Promise<Entry[] | null>}
     */
    async #ask(path) {
        try {
            return /** @type {any} */ (await this.ask("ls", path));
        } catch {
            return null;
        }
    }

    /**
     * @param {Path} parents
     * @param {Entry} entry
     * @returns {Leaf}
     */
    #leaf(parents, entry) {
        const leaf = { path: [...parents, entry.name], entry, line: el("li", { class: "bare" }, entry.name), box: null, inside: null, busy: false };
        this.#bare.set(leaf.line, leaf);
        return leaf;
    }

    /**
     * Draws what stands beside a name.
     * @param {Element} line
     */
    #finish(line) {
        const leaf = this.#bare.get(line);
        if (!leaf) return;
        this.#bare.delete(line);
        this.#near.unobserve(line);
        const { name, type } = leaf.entry;
        const folder = type === "folder";
        const words = el("span", { class: "name" }, icon(folder || name === "." ? FOLDER : FILE), name);
        const row = el("span", { class: "line" });
        if (folder) {
            const toggle = () => (leaf.inside ? this.#close(leaf) : this.#open(leaf));
            words.addEventListener("click", toggle);
            row.append(el("button", { type: "button", "aria-label": translate("expand directory {name}", { name }), "aria-expanded": "false", click: toggle }, icon("right")));
        }
        if (!(folder && this.single)) {
            const disabled = this.props.interactive === false;
            leaf.box = el("input", { type: "checkbox", disabled, "aria-label": name === "." ? "this folder" : name, change: () => this.#pick(leaf) });
            row.append(leaf.box);
            if (!folder && !disabled) words.addEventListener("click", () => leaf.box?.click());
        }
        row.append(words);
        line.classList.remove("bare");
        line.replaceChildren(row, " ");
        this.#markLeaf(leaf);
    }

    /**
     * @param {Leaf} leaf
     * @param {Path[]} [wanted]
     */
    #open(leaf, wanted) {
        if (leaf.inside) return leaf.inside;
        this.#finish(leaf.line);
        // A folder that may be chosen has a line for itself among its own.
        const itself = leaf.entry.valid && !this.single ? [{ name: ".", type: /** @type {const} */ ("file") }] : [];
        leaf.inside = this.#branch(leaf.path, wanted, itself);
        leaf.line.append(leaf.inside.list);
        leaf.line.querySelector("button")?.setAttribute("aria-expanded", "true");
        return leaf.inside;
    }

    /** @param {Leaf} leaf */
    #close(leaf) {
        leaf.inside?.list.remove();
        leaf.inside = null;
        leaf.line.querySelector("button")?.setAttribute("aria-expanded", "false");
        this.#mark();
    }

    /** @param {Leaf} leaf */
    async #pick(leaf) {
        const { path, entry, box } = leaf;
        const on = !!box?.checked;
        if (entry.type === "file") {
            const others = this.single ? [] : this.value.filter((it) => !isAt(it, path));
            this.#choose(on ? [...others, path] : others);
        } else {
            const others = this.value.filter((it) => !isAt(it.slice(0, path.length), path));
            leaf.busy = on;
            const inside = on ? await this.#all(leaf) : [];
            leaf.busy = false;
            // The person may have gone on meanwhile.
            if (on && !box?.checked) return;
            this.#choose(on ? [...others, ...inside] : others);
        }
        const beside = [...(leaf.line.parentElement?.querySelectorAll(":scope > li") ?? [])];
        this.tell("select", { index: beside.indexOf(leaf.line), value: path.join("/"), selected: on, path });
    }

    /**
     * Everything in a folder and below.
     * @param {Leaf} leaf
     * @returns {Promise<Path[]>}
     */
    async #all(leaf) {
        const leaves = await this.#open(leaf).leaves;
        const paths = leaves.map((it) => (it.entry.type === "folder" ? this.#all(it) : [it.path]));
        return (await Promise.all(paths)).flat();
    }

    /**
     * @param {Path[]} paths
     * @param {boolean} [byHand]
     */
    #choose(paths, byHand = true) {
        if (byHand) this.change(paths);
        else {
            this.props.value = paths;
            this.tell("change");
        }
        this.#mark();
    }

    /** Shows what is chosen: folders whose files all are, and those of which some are. */
    #mark() {
        this.#root?.known.forEach((leaf) => this.#markLeaf(leaf));
    }

    /** @param {Leaf} leaf */
    #markLeaf({ path, entry, box, inside, busy }) {
        inside?.known.forEach((it) => this.#markLeaf(it));
        if (!box || busy) return;
        if (entry.type === "file") {
            box.checked = this.value.some((it) => isAt(it, path));
            return;
        }
        const within = inside?.known.filter((it) => it.entry.type === "file" || !this.single) ?? [];
        const some = this.value.some((it) => isAt(it.slice(0, path.length), path));
        // What is not open cannot be counted; it stays as it was while there is something of it.
        if (within.length) box.checked = some && within.every((it) => it.box?.checked ?? this.value.some((chosen) => isAt(chosen, it.path)));
        else if (!some && inside?.known.length !== 0) box.checked = false;
        box.indeterminate = some && !box.checked;
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
        const at = /** @type {HTMLElement} */ (event.target).closest("li");
        if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
        // The last one may be far away.
        if (event.key === "End") for (const line of this.#tree.querySelectorAll(".bare")) this.#finish(line);
        const all = [...this.#tree.querySelectorAll("li")].filter((it) => reach(it));
        const index = all.indexOf(at);
        const toggle = at.querySelector(":scope > .line > [aria-expanded]");
        const open = toggle?.getAttribute("aria-expanded") === "true";
        /** @type {{ [key: string]: () => void }} */
        const moves = {
            ArrowDown: () => reach(all[index + 1])?.focus(),
            ArrowUp: () => reach(all[index - 1])?.focus(),
            Home: () => reach(all[0])?.focus(),
            End: () => reach(all[all.length - 1])?.focus(),
            ArrowRight: () => (toggle && !open ? /** @type {HTMLElement} */ (toggle).click() : reach(all[index + 1])?.focus()),
            ArrowLeft: () => (open ? /** @type {HTMLElement} */ (toggle).click() : reach(at.parentElement?.closest("li"))?.focus()),
        };
        if (!(event.key in moves)) return;
        event.preventDefault();
        moves[event.key]();
    }
}

/**
 * What takes the focus in a line.
 * @param {Element | null | undefined} line
 */
function reach(line) {
    return /** @type {HTMLElement | null | undefined} */ (line?.querySelector(":scope > .line > :is(input, button):not(:disabled)"));
}

/**
 * @param {Path} a
 * @param {Path} b
 */
function isAt(a, b) {
    return a.length === b.length && a.every((name, index) => name === b[index]);
}
