/**
 * Inputs that come in pieces, such as what a camera sees: one call takes them all. The next piece is asked for when the
 * function is done with the one before, so that none pile up, and what was new in between is gone.
 */
/** @import { Run } from "./runs.js" */
/** @import { Dependency } from "../types.js" */
import { components, valuesOf } from "./blocks.js";
import { post } from "./connection.js";
import { bodyOf, refused, stop } from "./runs.js";
import { scripted } from "./scripts.js";

/** @type {Set<Flow>} One for each call that takes pieces. */
const flows = new Set();

/** What flows into one call. */
export class Flow {
    /** @type {Run | null} */
    run = null;
    /** @type {"waiting" | "open" | "busy"} */
    state = "waiting";
    /** @type {number | null} When the time of the call is over. */
    end = null;
    #sent = performance.now();
    #timer = 0;
    #closes = false;
    /** @type {Promise<void>} */
    #arrived = Promise.resolve();

    /**
     * @param {Dependency} dependency
     * @param {number} from The component that the pieces come from.
     */
    constructor(dependency, from) {
        this.dependency = dependency;
        this.from = from;
    }

    /**
     * The function is done with the last piece.
     * @param {number | null} left Seconds that the call may still take.
     */
    done(left) {
        if (this.#closes) return;
        const now = performance.now();
        this.end = left === null ? null : now + left * 1000;
        this.state = "busy";
        const pause = (this.dependency.stream_every ?? 0.5) * 1000 - (now - this.#sent);
        this.#timer = setTimeout(() => {
            this.state = "open";
            tellSource(this.from);
        }, Math.max(0, pause));
    }

    send() {
        this.state = "busy";
        this.#sent = performance.now();
        this.#arrived = this.#post();
    }

    async #post() {
        const { dependency, from, run } = this;
        const { inputs = [] } = dependency;
        const values = dependency.js ? await scripted(dependency, inputs) : valuesOf(inputs);
        if (!run?.event || run.stopped) return;
        const answer = await post(`stream/${run.event}`, bodyOf(dependency, from, null, values));
        // A call whose time is over says so itself.
        if (answer.status === 200 || answer.status === 404) return;
        post(`stream/${run.event}/close`, {});
        refused(run, answer);
    }

    /** There is no more. */
    async close() {
        if (this.#closes) return;
        this.#closes = true;
        clearTimeout(this.#timer);
        const { run, state } = this;
        if (!run) return;
        // What has not begun need not begin.
        if (state === "waiting" || !run.event) return stop(run);
        await this.#arrived;
        post(`stream/${run.event}/close`, {});
    }

    /** The call has ended. */
    over() {
        clearTimeout(this.#timer);
        flows.delete(this);
        tellSource(this.from);
    }
}

/**
 * Tells a component whether its next piece is wanted: by all that take them.
 * @param {number} from
 */
function tellSource(from) {
    const own = [...flows].filter((flow) => flow.from === from);
    const all = (/** @type {Flow["state"]} */ state) => own.every((flow) => flow.state === state);
    const state = !own.length ? "closed" : all("open") ? "open" : all("waiting") ? "waiting" : "busy";
    const ends = own.flatMap(({ end }) => end ?? []);
    const left = ends.length ? Math.max(0, Math.min(...ends) - performance.now()) / 1000 : null;
    components.get(from)?.flow(state, left);
}

/**
 * A component has the next piece.
 * @param {Dependency} dependency
 * @param {number} from
 * @param {(flow: Flow) => Promise<void>} begin Makes the call that takes it, if there is none.
 */
export function piece(dependency, from, begin) {
    const known = [...flows].find((flow) => flow.from === from && flow.dependency.id === dependency.id);
    if (known) return known.state === "open" && known.send();
    const flow = new Flow(dependency, from);
    flows.add(flow);
    tellSource(from);
    return begin(flow);
}

/** @param {number[]} from The components that have no more pieces. */
export function close(from) {
    for (const flow of [...flows]) if (from.includes(flow.from)) flow.close();
}
