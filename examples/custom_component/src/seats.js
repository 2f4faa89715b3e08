/** A map of seats: one button for each, in rows; arrow keys go from seat to seat. */
import { Component, el, words } from "vetrina";

const WORDS = words({
    en: {
        stage: "Stage",
        seat: (row, number) => `Row ${row}, seat ${number}`,
        taken: "taken",
        most: (count) => `No more than ${count} seats for one person`,
    },
    de: {
        stage: "Bühne",
        seat: (row, number) => `Reihe ${row}, Platz ${number}`,
        taken: "belegt",
        most: (count) => `Nicht mehr als ${count} Plätze für eine Person`,
    },
});

export default class Seats extends Component {
    draw(changed) {
        const first = !this.seats;
        if (first || "rows" in changed || "per_row" in changed) this.build();
        this.show();
        if (first || "value" in changed) this.quote();
    }

    /** What functions are given: never null. */
    get value() {
        return this.props.value ?? [];
    }

    /** The seat that the Tab key leads to. */
    get control() {
        return this.querySelector('.seats-seat[tabindex="0"]');
    }

    build() {
        this.seats = new Map();
        const rows = Array.from({ length: this.props.rows }, (_, row) => this.row(String.fromCharCode(65 + row)));
        const map = el("div", { class: "seats-map", role: "group", "aria-labelledby": `c${this.component}-title` }, ...rows);
        map.addEventListener("keydown", (event) => this.move(event));
        this.price = el("p", { class: "seats-price", role: "status" });
        this.querySelector(".seats-hall")?.remove();
        const hall = el("div", { class: "seats-hall" }, el("p", { class: "seats-stage" }, WORDS.stage), map, this.price);
        this.append(hall);
        this.focused = this.seats.keys().next().value;
    }

    row(letter) {
        const row = el("div", { class: "seats-row" }, el("span", { class: "seats-letter", "aria-hidden": "true" }, letter));
        for (let number = 1; number <= this.props.per_row; number++) {
            const name = `${letter}${number}`;
            const seat = el("button", { type: "button", class: "seats-seat", click: () => this.toggle(name) }, String(number));
            this.seats.set(name, seat);
            row.append(seat);
        }
        return row;
    }

    show() {
        const { taken = [], interactive } = this.props;
        for (const [name, seat] of this.seats) {
            const gone = taken.includes(name);
            const mine = this.value.includes(name);
            seat.classList.toggle("taken", gone);
            seat.setAttribute("aria-pressed", String(mine));
            seat.setAttribute("aria-disabled", String(gone || !interactive));
            seat.setAttribute("aria-label", WORDS.seat(name[0], name.slice(1)) + (gone ? `, ${WORDS.taken}` : ""));
            seat.tabIndex = name === this.focused ? 0 : -1;
        }
    }

    toggle(name) {
        const { taken = [], most, interactive } = this.props;
        this.focused = name;
        if (interactive && !taken.includes(name)) {
            const mine = this.value.includes(name);
            if (!mine && this.value.length >= most) {
                this.blame(WORDS.most(most));
                return this.show();
            }
            const chosen = mine ? this.value.filter((other) => other !== name) : [...this.value, name].sort();
            this.change(chosen);
            this.tell("select", { value: name, index: [name.charCodeAt(0) - 65, Number(name.slice(1)) - 1], selected: !mine });
            if (!mine && chosen.length === most) this.tell("full");
            this.quote();
        }
        this.show();
    }

    /** Asks the server what the choice costs; only the last answer counts. */
    async quote() {
        const chosen = this.value;
        try {
            const { words } = await this.ask("quote", chosen);
            if (chosen === this.value || chosen.join() === this.value.join()) this.price.textContent = words;
        } catch (error) {
            this.price.textContent = error.message;
        }
    }

    move(event) {
        const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
        const step = steps[event.key];
        if (!step) return;
        event.preventDefault();
        const [row, number] = [this.focused.charCodeAt(0) + step[0], Number(this.focused.slice(1)) + step[1]];
        const next = `${String.fromCharCode(row)}${number}`;
        if (!this.seats.has(next)) return;
        this.focused = next;
        this.show();
        this.seats.get(next).focus();
    }
}
