/** Calls under way: how one is sent, what its messages do to the page, and how it ends. */
/** @import { Answer } from "./connection.js" */
/** @import { Dependency, Failure, Json, Message, Output, Refusal } from "../types.js" */
import { components, give, onPage, tell, valuesOf } from "./blocks.js";
import { translate } from "./component.js";
import { cancel, follow, join, leave, post, session } from "./connection.js";
import { scriptFailure, scripted } from "./scripts.js";
import { Busy, announce, time, toast } from "./status.js";

/** @typedef {(well: boolean) => void} After Called once, when a call has ended by itself. */

/** A call that is under way. */
export class Run {
    /** @type {string | null} Known once the server took the call. */
    event = null;
    stopped = false;
    /** @type {Json[] | null} What came last. */
    values = null;
    /** @type {import("./streams.js").Flow | null} What brings its inputs, where they come in pieces. */
    flow = null;

    /**
     * @param {Dependency} dependency
     * @param {Busy} busy
     * @param {() => void} end Called once.
     * @param {After} after
     */
    constructor(dependency, busy, end, after) {
        this.dependency = dependency;
        this.busy = busy;
        this.end = end;
        this.after = after;
    }
}

/** @type {Set<Run>} */
const runs = new Set();
/** @type {Map<number, () => void>} Calls that wait for the one before, by what they call. */
const latest = new Map();

/**
 * Calls the function of a dependency, now or when its turn comes.
 * @param {Dependency} dependency
 * @param {number | null} from The component where it happened.
 * @param {Json} data What that component says about it.
 * @param {() => () => void} offerStop Offers to stop it; what that gives puts things back.
 * @param {After} after
 */
export function call(dependency, from, data, offerStop, after) {
    const { id, trigger_mode = "once", stream_every } = dependency;
    if (stream_every !== undefined && from !== null) {
        // Few pages have such inputs.
        import("./streams.js").then(({ piece }) => piece(dependency, from, (flow) => send(dependency, from, data, offerStop(), after, flow)));
        return;
    }
    const busy = [...runs].some((run) => run.dependency.id === id);
    const start = () => call(dependency, from, data, offerStop, after);
    if (busy && trigger_mode === "always_last") latest.set(id, start);
    else if (!busy || trigger_mode === "multiple") send(dependency, from, data, offerStop(), after);
}

/**
 * Stops those calls that are to be stopped.
 * @param {(dependency: Dependency) => boolean} which
 * @param {boolean} [goOn] Whether what follows them does so.
 */
export function stopAll(which, goOn = false) {
    for (const run of runs) {
        if (!which(run.dependency)) continue;
        stop(run);
        if (goOn) run.after(false);
    }
}

/**
 * @param {Dependency} dependency
 * @param {number | null} from
 * @param {Json} data
 * @param {Json[]} values Of its inputs.
 */
export function bodyOf({ id, collects_event_data: hears }, from, data, values) {
    return {
        data: values,
        fn_index: id,
        session_hash: session,
        event_data: hears ? data : null,
        trigger_id: from,
        is_page: true,
        language: new URLSearchParams(location.search).get("__lang"),
    };
}

/**
 * @param {Dependency} dependency
 * @param {number | null} from
 * @param {Json} data
 * @param {() => void} end
 * @param {After} after
 * @param {import("./streams.js").Flow | null} [flow]
 */
async function send(dependency, from, data, end, after, flow = null) {
    const { id, inputs = [], outputs = [] } = dependency;
    const waiting = onPage(dependency.show_progress_on ?? outputs);
    const run = new Run(dependency, new Busy(waiting, flow ? "hidden" : (dependency.show_progress ?? "full")), end, after);
    runs.add(run);
    run.flow = flow;
    if (flow) flow.run = run;
    let values = valuesOf(inputs);
    try {
        if (dependency.js) values = await scripted(dependency, inputs);
    } catch (error) {
        return failed(run, scriptFailure(error));
    }
    if (run.stopped) return;
    const body = bodyOf(dependency, from, data, values);
    for (const component of onPage(inputs)) component.blame(null);
    // Functions may ask for the query of the page they were called from.
    const { search } = location;
    const answer = await (dependency.queue ? join(body, search) : post(`run/${dependency.api_name ?? id}${search}`, body));
    if (answer.status !== 200) return refused(run, answer);
    document.dispatchEvent(new CustomEvent("vetrina-call", { detail: { id, data: values, from } }));
    if (!dependency.queue) return succeeded(run, answer.body);
    run.event = String(answer.body.event_id);
    if (run.stopped) {
        leave(run.event);
        return tellServer(run);
    }
    follow(run.event, (message) => hear(run, message));
}

/**
 * Takes up a call that is under way since before the page was loaded.
 * @param {Dependency} dependency
 * @param {string} event
 * @param {() => () => void} offerStop
 * @param {After} after
 */
export function takeUp(dependency, event, offerStop, after) {
    const waiting = onPage(dependency.show_progress_on ?? dependency.outputs);
    const run = new Run(dependency, new Busy(waiting, dependency.show_progress ?? "full"), offerStop(), after);
    runs.add(run);
    run.event = event;
    follow(event, (message) => hear(run, message));
}

/**
 * @param {Run} run
 * @param {Message} message
 */
function hear(run, message) {
    switch (message.msg) {
        case "estimation":
            return run.busy.queued(message.rank, message.queue_size, message.rank_eta);
        case "process_starts":
            return run.busy.running(message.eta);
        case "progress":
            return run.busy.progress(message.progress_data);
        case "log":
            if (message.visible) toast(message.level, message.title, message.log, message.duration);
            return;
        case "process_generating":
            if (!message.success) return failed(run, message.output);
            run.values = message.output.data ?? [];
            fill(run);
            return statesChanged(message.output);
        case "process_streaming":
            run.values = message.output.data ?? [];
            fill(run);
            statesChanged(message.output);
            return run.flow?.done(message.time_limit);
        case "process_completed":
            if (!message.success) return failed(run, { title: message.title, ...message.output });
            if (!message.output.data) {
                ended(run, translate("Stopped"));
                return run.after(false);
            }
            succeeded(run, message.output);
            return statesChanged(message.output);
        case "unexpected_error":
            return failed(run, { error: message.message, visible: message.message !== null });
    }
}

/** @param {Output} output */
function statesChanged({ changed_state_ids = [] }) {
    if (changed_state_ids.length) tell(changed_state_ids, "change");
}

/** @param {Run} run */
function fill({ dependency: { outputs = [] }, values }) {
    values?.forEach((value, index) => give(outputs[index], value));
}

/**
 * @param {Run} run
 * @param {Output} output
 */
function succeeded(run, { data = [], render_config: part, used_cache: kept }) {
    run.values = data;
    ended(run, kept === "full" ? translate("From the cache") : undefined);
    fill(run);
    // Most pages have no such parts.
    if (part) import("./parts.js").then(({ draw }) => draw(part));
    if (run.dependency.scroll_to_output) {
        onPage(run.dependency.outputs)[0]?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    }
    announce(translate("Done in {time}", { time: time(run.busy.elapsed) }));
    run.after(true);
}

/**
 * @param {Run} run
 * @param {Failure} failure
 */
function failed(run, { error, title, duration = 10, visible = true }) {
    // What is not to be seen marks nothing either: a part that was drawn anew, a server that is not there.
    ended(run, translate("Failed after {time}", { time: time(run.busy.elapsed) }), visible ? translate("Error") : "");
    if (visible) toast("error", title ?? "Error", error ?? "The function failed. Its log says why.", duration);
    run.after(false);
}

/**
 * The server did not even begin.
 * @param {Run} run
 * @param {Answer} answer
 */
export function refused(run, { status, body }) {
    const detail = body?.detail;
    if (status === 422 && Array.isArray(detail)) {
        ended(run, "");
        const others = detail.filter((refusal, index) => !blame(run.dependency, refusal, index));
        if (others.length) toast("error", "Not accepted", others.map(({ message, msg }) => message ?? msg).join(" "));
        // Whoever is still typing is not sent elsewhere.
        if (run.dependency.trigger_mode !== "always_last") {
            onPage(run.dependency.inputs).find((component) => component.querySelector(".block-error"))?.control?.focus();
        }
        run.after(false);
    } else if (status === 503) {
        failed(run, { title: "Busy", error: "This application is currently busy. Please try again." });
    } else if (status === 404 && run.dependency.rendered_in !== undefined) {
        // It was drawn anew while the call was on its way.
        failed(run, { visible: false });
    } else if (status === 0) {
        // The banner says it, once for all runs.
        failed(run, { visible: false });
    } else {
        const text = typeof detail === "string" ? detail : detail?.error;
        failed(run, { ...body, error: body?.error ?? text ?? null });
    }
}

/**
 * Shows what is wrong with a value where it was given.
 * @param {Dependency} dependency
 * @param {Refusal} refusal
 * @param {number} index
 */
function blame({ inputs = [] }, { loc, is_valid, message, msg, parameter_name }, index) {
    if (is_valid === true) return true;
    const place = typeof loc?.[2] === "number" ? loc[2] : index;
    const component = components.get(inputs[place]);
    let text = message ?? msg ?? "This value is not accepted.";
    // The label stands right above it.
    if (text.startsWith(`${parameter_name}: `)) text = text.slice(`${parameter_name}: `.length);
    component?.blame(text.charAt(0).toUpperCase() + text.slice(1));
    return !!component;
}

/**
 * @param {Run} run
 * @param {string} [how]
 * @param {string} [failed]
 */
function ended(run, how, failed) {
    const { id } = run.dependency;
    runs.delete(run);
    if (run.event) leave(run.event);
    run.busy.done(how, failed);
    run.end();
    run.flow?.over();
    const next = latest.get(id);
    latest.delete(id);
    // After everything that this answer sets off.
    if (next) setTimeout(next);
}

/** @param {Run} run */
export function stop(run) {
    run.stopped = true;
    ended(run, translate("Stopped after {time}", { time: time(run.busy.elapsed) }));
    announce("Stopped");
    if (run.event) tellServer(run);
}

/** @param {Run} run */
function tellServer({ event, dependency: { id } }) {
    cancel(id, event);
}
