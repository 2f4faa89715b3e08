/** A table to read, to sort, to search and to edit, with as many rows as there may be. */
/** @import { Props } from "../types.js" */
/** @import { Place } from "./dataframe/selection.js" */
import { Component, el, translate } from "../core/component.js";
import { css } from "../core/size.js";
import { text } from "./dataframe/arrange.js";
import { Cells } from "./dataframe/cells.js";
import { drop, listen } from "./dataframe/clip.js";
import { Editor } from "./dataframe/editor.js";
import { Grid } from "./dataframe/grid.js";
import { header } from "./dataframe/headers.js";
import { press } from "./dataframe/keys.js";
import { openMenu } from "./dataframe/menus.js";
import { Paging } from "./dataframe/paging.js";
import { Selection } from "./dataframe/selection.js";
import { Sheet } from "./dataframe/sheet.js";
import { pointers } from "./dataframe/pointers.js";
import { toolbar } from "./dataframe/tools.js";
import { View } from "./dataframe/view.js";
import { addRow, commit } from "./dataframe/writing.js";

export default class Dataframe extends Component {
    view = new View(this);
    selection = new Selection();
    sheet = new Sheet(this);
    editor = new Editor(() => this.grid.remark());
    cells = new Cells(this.sheet, (kind, texts) => this.ask("render", kind, texts), () => this.grid.relevel());
    grid = new Grid(this.sheet, {
        header: (column) => header(this, column),
        cell: (td, row, column) => this.cells.draw(td, row, column),
        mark: (td, view, column) => this.#mark(td, view, column),
        seen: (from, to) => this.#paging.see(from, to, (view) => this.grid.row(view)),
        leaving: (row) => this.#leaving(row),
    });
    /** Adds a row at the end. */
    adder = el("button", { type: "button", class: "button quiet small row-adder", click: () => addRow(this, 1, true) }, `+ ${translate("Row")}`);
    nothing = el("p", { class: "empty", hidden: true }, translate("No rows"));
    /** Whether Escape was pressed: the next Tab leaves. */
    resting = false;
    #paging = new Paging(this.sheet, (from, count) => this.#fetch(from, count), {
        came: (rows) => {
            this.grid.came(rows);
            if (!this.editor.open) this.stand();
        },
        failed: (error) => this.#complain(error),
    });

    /** @param {Props} changed */
    draw(changed) {
        if (changed === this.props) this.#build();
        const { sheet, grid } = this;
        if ("value" in changed || "interactive" in changed || "headers" in changed) {
            this.editor.leave();
            sheet.take(this.props.value);
            this.#forgetView();
        }
        const { max_height } = this.props;
        grid.place.style.setProperty("--most", css(max_height) || "none");
        grid.place.classList.toggle("interactive", !!this.props.interactive);
        if (changed !== this.props && ["show_search", "show_copy_button", "show_fullscreen_button"].some((it) => it in changed)) this.#tools();
        this.drawAll();
        if (!this.view.plain) this.view.arrange();
    }

    get value() {
        return this.sheet.value;
    }

    get control() {
        return /** @type {any} */ (this.grid.table);
    }

    get title() {
        return this.props.label ?? "Dataframe";
    }

    #build() {
        const { table, place } = this.grid;
        const titled = this.querySelector(`#c${this.component}-title`);
        if (titled) table.setAttribute("aria-labelledby", titled.id);
        else table.setAttribute("aria-label", this.title);
        table.setAttribute("data-testid", "dataframe");
        this.querySelector(":scope > .first-rows")?.remove();
        this.append(place, this.nothing, this.adder);
        this.#tools();
        table.addEventListener("keydown", (event) => {
            if (!(/** @type {Element} */ (event.target).closest(".thead"))) press(this, event);
        });
        table.addEventListener("focusin", ({ target }) => target === table && this.#enter());
        this.addEventListener("focusout", ({ relatedTarget }) => this.#left(/** @type {Node | null} */ (relatedTarget)));
        pointers(this);
        listen(this);
        drop(this);
    }

    #tools() {
        this.querySelector(".table-tools")?.remove();
        const tools = toolbar(this);
        if (tools.childElementCount) this.head.append(tools);
    }

    drawAll() {
        this.grid.draw();
        this.nothing.hidden = this.grid.count > 0;
        this.adder.hidden = !this.sheet.roomForRows.more;
        this.stand();
    }

    /** Another table is looked at from its beginning, but in the same order. */
    #forgetView() {
        const { sheet, selection, grid } = this;
        const columns = sheet.headers.length;
        this.view.carry(columns);
        grid.order = null;
        const { active } = selection;
        if (active && (active[0] >= sheet.rows.length || active[1] >= columns)) selection.set(null);
    }

    // --- rows that the server has

    /** @param {number} from @param {number} count */
    #fetch = async (from, count) => this.ask("rows", this.sheet.held ?? "", from, count);

    /** All rows, in the order they are seen in. */
    async allRows() {
        const rows = await this.whole();
        return this.grid.order ? this.grid.order.map((row) => rows[row]) : rows;
    }

    async whole() {
        this.grid.place.setAttribute("aria-busy", "true");
        try {
            return await this.sheet.whole(this.#fetch);
        } catch (error) {
            this.#complain(error);
            return [];
        } finally {
            this.grid.place.removeAttribute("aria-busy");
        }
    }

    /**
     * Sees to it that all rows are here if one of these is not. Nothing to wait for if they are.
     * @param {Place[]} places
     */
    here(places) {
        return places.every(([view]) => this.sheet.rows[this.grid.row(view)]) ? null : this.whole();
    }

    /** @param {unknown} error */
    #complain(error) {
        this.blame(`${/** @type {Error} */ (error).message}.`);
    }

    /**
     * Takes the last change back, or makes it once more.
     * @param {boolean} forth
     */
    undo(forth) {
        const { sheet, grid } = this;
        const rows = sheet.rows.length;
        if (!sheet.turn(forth)) return;
        // Rows that came or went are looked for where they were.
        if (sheet.rows.length !== rows) this.view.clear();
        const { active } = this.selection;
        this.drawAll();
        this.change(sheet.value);
        if (active && grid.count) this.choose([Math.min(active[0], grid.count - 1), Math.min(active[1], sheet.headers.length - 1)]);
    }

    // --- the selection

    /**
     * @param {Place} place
     * @param {boolean} [extend]
     */
    choose(place, extend = false) {
        const { selection, grid, sheet } = this;
        if (this.editor.open) commit(this);
        const [view, column] = place;
        const moved = !selection.isActive(view, column);
        selection.set(place, extend);
        this.resting = false;
        grid.reveal(view, column);
        grid.remark();
        this.stand();
        this.focusCell();
        if (moved || !sheet.props.interactive) this.#tellSelect(grid.row(view), column);
    }

    /** @param {number} row @param {number} column */
    #tellSelect(row, column) {
        if (!this.props._selectable) return;
        const { sheet } = this;
        this.tell("select", {
            index: [row, column],
            value: sheet.cell(row, column),
            row_value: sheet.rows[row] ?? [],
            // What is not here is too much to send.
            col_value: sheet.held ? [] : sheet.rows.map((cells) => cells?.[column] ?? null),
        });
    }

    /**
     * @param {number} down
     * @param {number} right
     * @param {boolean} extend
     */
    move(down, right, extend) {
        const { active } = this.selection;
        if (!active) return;
        const view = Math.max(0, Math.min(this.grid.count - 1, active[0] + down));
        const column = Math.max(0, Math.min(this.sheet.headers.length - 1, active[1] + right));
        this.choose([view, column], extend);
    }

    /**
     * To the next cell, or the one before, line after line. Tells whether there is one.
     * @param {number} by
     */
    step(by) {
        const { active } = this.selection;
        const columns = this.sheet.headers.length;
        if (!active) return false;
        const at = active[0] * columns + active[1] + by;
        if (at < 0 || at >= this.grid.count * columns) return false;
        this.choose([Math.floor(at / columns), at % columns]);
        return true;
    }

    selectAll() {
        this.selection.set([0, 0]);
        this.selection.set([this.grid.count - 1, this.sheet.headers.length - 1], true);
        this.grid.remark();
    }

    /** One cell alone, and the way out by Tab. */
    rest() {
        this.selection.set(this.selection.active);
        this.resting = true;
        this.grid.remark();
    }

    /** @param {number} column */
    toHeader(column) {
        const at = Math.max(0, Math.min(this.sheet.headers.length - 1, column));
        this.selection.set(null);
        this.editor.leave();
        this.grid.remark();
        this.stand();
        this.grid.reveal(0, at);
        this.focusHeader(at);
    }

    /** @param {number} column */
    focusHeader(column) {
        const button = /** @type {HTMLElement | null} */ (this.grid.head.querySelector(`[data-col="${column}"] .header-button`));
        button?.focus({ preventScroll: true });
    }

    #enter() {
        if (!this.selection.active && this.grid.count) this.choose([0, 0]);
        else this.focusCell();
    }

    /** @param {Node | null} to */
    #left(to) {
        if (this.editor.moving || (to && this.contains(to)) || !document.hasFocus() || this.querySelector(":popover-open")) return;
        if (this.editor.open) commit(this);
        this.editor.leave();
        this.selection.set(null);
        this.resting = false;
        this.grid.remark();
        this.stand();
    }

    /** The active cell gets what belongs to it. */
    stand() {
        const { selection, grid, sheet, editor } = this;
        const td = selection.active && grid.at(...selection.active);
        // What is shown of the active cell may be larger than its row.
        for (const tr of grid.body.rows) tr.classList.toggle("lifted", tr === td?.parentElement);
        if (!td || !selection.active) {
            grid.table.removeAttribute("aria-activedescendant");
            return;
        }
        const [view, column] = selection.active;
        td.id = `c${this.component}-active`;
        grid.table.setAttribute("aria-activedescendant", td.id);
        if (!sheet.props.interactive || this.isBox() || editor.open) return;
        editor.place(td, text(sheet.cell(grid.row(view), column)), !sheet.canEdit(column));
    }

    focusCell() {
        const { editor, grid } = this;
        if (this.isBox() || !this.props.interactive || !editor.cell) grid.table.focus({ preventScroll: true });
        else editor.focus();
    }

    /** @param {HTMLElement} row Goes out of view. */
    #leaving(row) {
        const { editor, grid } = this;
        row.classList.remove("lifted");
        row.querySelector(".cell-menu-button")?.remove();
        if (row.querySelector(`#c${this.component}-active`)) grid.table.removeAttribute("aria-activedescendant");
        if (!editor.cell || !row.contains(editor.cell)) return;
        const had = row.contains(document.activeElement);
        if (editor.open) commit(this);
        editor.leave();
        if (had) grid.table.focus({ preventScroll: true });
    }

    /**
     * @param {HTMLElement} td
     * @param {number} view
     * @param {number} column
     */
    #mark(td, view, column) {
        const { selection, sheet } = this;
        const active = selection.isActive(view, column);
        const held = selection.holds(view, column);
        td.classList.toggle("static", !!sheet.props.interactive && sheet.isStatic(column));
        // Most cells are not selected and never were.
        if (!held && !td.classList.contains("marked")) return;
        td.classList.toggle("marked", held);
        // What was shown whole while it was chosen is cut again.
        if (!active && td.matches(".active.cut")) this.cells.draw(td, this.grid.row(view), column);
        td.classList.toggle("cell-selected", held && !selection.single);
        td.classList.toggle("active", active);
        if (held) td.setAttribute("aria-selected", "true");
        else td.removeAttribute("aria-selected");
        if (!active && td.id) td.removeAttribute("id");
        const words = td.querySelector(":scope > .cell-text");
        td.classList.toggle("peek", active && !!words && (td.classList.contains("cut") || words.scrollWidth > words.clientWidth + 1));
        if (active && td.classList.contains("cut") && words) words.textContent = text(sheet.shown(this.grid.row(view), column));
        const button = td.querySelector(":scope > .cell-menu-button");
        const wanted = active && selection.single && sheet.canEdit(column);
        if (wanted && !button) td.append(this.#menuButton());
        else if (!wanted) button?.remove();
    }

    #menuButton() {
        return el("button", { type: "button", class: "cell-menu-button", tabindex: -1, "aria-label": "Open cell menu", "aria-haspopup": "menu", click: () => openMenu(this) }, "⋮");
    }

    isBox() {
        const { active } = this.selection;
        return !!active && !!this.grid.at(...active)?.querySelector("input[type=checkbox]");
    }
}
