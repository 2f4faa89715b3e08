/**
 * Brings the page to life: gives every block its element, and turns what happens at one block into calls and
 * their answers into values of others.
 */
/** @import { Answer } from "./connection.js" */
/** @import { ComponentConfig, Dependency, Failure, Json, Message, Output, PageConfig, Refusal } from "../types.js" */
import { Component, page, same, translate } from "./component.js";
import { connect, edited, follow, found, heartbeat, leave, post, session } from "./connection.js";
import { Busy, announce, time, toast, took } from "./status.js";
import "./theme.js";

/** A call that is under way. */
class Run {
    /** @type {string | null} Known once the server took the call. */
    event = null;
    stopped = false;
    /** @type {Json[] | null} What came last. */
    values = null;

    /**
     * @param {Dependency} dependency
     * @param {number | null} trigger
     * @param {Json} data What the component there said of it.
     * @param {Busy} busy
     * @param {() => void} end Called once.
     */
    constructor(dependency, trigger, data, busy, end) {
        this.dependency = dependency;
        this.trigger = trigger;
        this.data = data;
        this.busy = busy;
        this.end = end;
    }
}

const config = /** @type {PageConfig} */ (JSON.parse(document.getElementById("config")?.textContent ?? "{}"));
const { dependencies } = config;

/** @type {Map<number, Component>} */
const components = new Map();
/** @type {Map<number, Json>} What a component started with, to go back to. */
const initial = new Map();
/** @type {Set<Run>} */
const runs = new Set();
/** @type {Map<Dependency, () => void>} Calls that wait for the one before. */
const latest = new Map();
/** @type {[number, string, Json?][] | null} What happened before everything was there; nothing is forgotten. */
let early = [];

start();

async function start() {
    connect(config.base, lostConnection);
    Object.assign(page, {
        announce,
        api: `${config.base}gradio_api/`,
        maxFileSize: config.max_file_size,
        words: config.words ?? {},
        texts: config.texts ?? {},
        /** @type {import("./component.js").Page["ask"]} */
        async ask(id, fn, data) {
            const { status, body } = await post("component_server", { component_id: id, fn_name: fn, data, session_hash: session });
            if (status !== 200) throw new Error(body?.detail ?? `component_server: ${status}`);
            return body;
        },
    });
    document.addEventListener("click", pressed);
    document.addEventListener("vetrina", ({ target, detail }) => {
        happened(detail.component ?? /** @type {Component} */ (target).component, detail.event, detail.data);
    });
    await Promise.all(Object.entries(config.modules).map(define));
    for (const { type } of config.components) {
        // Rows, columns and the like need nothing of their own.
        if (!customElements.get(`v-${type}`)) customElements.define(`v-${type}`, class extends Component {});
    }
    config.components.forEach(adopt);
    document.removeEventListener("click", pressed);
    const before = early ?? [];
    early = null;
    for (const component of components.values()) component.stand();
    // What functions are given when the page opens may have to be fetched first.
    for (const component of components.values()) if (component.ready) await component.ready;
    if (config.connect_heartbeat) heartbeat();
    for (const { js } of dependencies) if (js) scriptAt(js);
    for (const url of config.scripts) {
        scriptAt(url).then((script) => script()).catch(tellScriptFailure);
    }
    for (const dependency of dependencies) {
        if (dependency.targets?.some(([, event]) => event === "load")) trigger(dependency, null);
    }
    document.documentElement.dataset.ready = "";
    for (const event of before) happened(...event);
}

/**
 * A button that cannot speak for itself yet.
 * @param {Event} event
 */
function pressed({ target }) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("v-button"));
    if (button && !(button instanceof Component)) happened(Number(button.dataset.id), "click");
}

/** @param {[string, string]} module */
async function define([type, url]) {
    try {
        const { default: element } = await import(new URL(url, document.baseURI).href);
        customElements.define(`v-${type}`, element);
    } catch (error) {
        // One bad module must not take the page with it.
        console.error(`The module of ${type} does not work.`, error);
    }
}

/** @param {ComponentConfig} component */
function adopt({ id, type, props }) {
    const element = document.querySelector(`[data-id="${id}"]`) ?? faceless(id, type);
    if (!(element instanceof Component)) return;
    props.interactive ??= named(id, "inputs") || !named(id, "outputs");
    initial.set(id, props.value ?? null);
    components.set(id, element);
    element.start(props);
}

/**
 * What nobody sees does its work off the page.
 * @param {number} id
 * @param {string} type
 */
function faceless(id, type) {
    if (!(type in config.modules)) return null;
    const element = document.createElement(`v-${type}`);
    element.dataset.id = String(id);
    return element;
}

/**
 * @param {number} id
 * @param {"inputs" | "outputs"} side
 */
function named(id, side) {
    return dependencies.some((dependency) => dependency[side]?.includes(id));
}

/**
 * @param {number[]} [ids]
 * @returns {Component[]} Those of them that stand on the page.
 */
function onPage(ids = []) {
    return ids.flatMap((id) => components.get(id) ?? []);
}

/**
 * @param {number} id
 * @param {string} event
 * @param {Json} [data]
 */
function happened(id, event, data) {
    if (early) return void early.push([id, event, data]);
    for (const dependency of dependencies) {
        if (dependency.targets?.some((target) => target[0] === id && target[1] === event)) trigger(dependency, id, data);
    }
}

/**
 * Does what a dependency says, now or when its turn comes.
 * @param {Dependency} dependency
 * @param {number | null} from The component where it happened.
 * @param {Json} [data] What that component says about it.
 */
function trigger(dependency, from, data = null) {
    const { cancels = [], client_action, trigger_mode = "once" } = dependency;
    if (client_action === "clear") clear(dependency);
    if (client_action === "empty") empty(dependency);
    for (const run of runs) if (cancels.includes(run.dependency.id)) stop(run);
    if (!dependency.backend_fn) return void inBrowser(dependency, from, data);
    const busy = [...runs].some((run) => run.dependency === dependency);
    if (busy && trigger_mode === "always_last") latest.set(dependency, () => trigger(dependency, from, data));
    else if (!busy || trigger_mode === "multiple") send(dependency, from, data);
}

/**
 * @param {Dependency} dependency
 * @param {number | null} from
 * @param {Json} data
 */
async function send(dependency, from, data) {
    const { id, inputs = [], outputs = [] } = dependency;
    const waiting = onPage(dependency.show_progress_on ?? outputs);
    const offer = offerStop(dependency);
    const run = new Run(dependency, from, data, new Busy(waiting, dependency.show_progress ?? "full"), offer);
    runs.add(run);
    let values = valuesOf(inputs);
    try {
        if (dependency.js) values = await scripted(dependency, inputs);
    } catch (error) {
        return failed(run, scriptFailure(error));
    }
    if (run.stopped) return;
    const call = {
        data: values,
        fn_index: id,
        session_hash: session,
        event_data: dependency.collects_event_data ? data : null,
        trigger_id: from,
    };
    for (const component of onPage(inputs)) component.blame(null);
    // Functions may ask for the query of the page they were called from.
    const path = dependency.queue ? "queue/join" : `run/${dependency.api_name ?? id}`;
    const answer = await post(path + location.search, call);
    if (answer.status !== 200) return refused(run, answer);
    if (!dependency.queue) return succeeded(run, answer.body.data);
    run.event = String(answer.body.event_id);
    if (run.stopped) {
        leave(run.event);
        return tellServer(run);
    }
    follow(run.event, (message) => hear(run, message));
}

/**
 * Does what needs no server.
 * @param {Dependency} dependency
 * @param {number | null} from
 * @param {Json} data
 */
async function inBrowser(dependency, from, data) {
    const { outputs = [] } = dependency;
    let well = true;
    try {
        if (dependency.js) (await scripted(dependency, outputs)).forEach((value, index) => give(outputs[index], value));
    } catch (error) {
        well = false;
        tellScriptFailure(error);
    }
    followUp(dependency, from, well, data);
}

/** @param {number[]} ids */
function valuesOf(ids) {
    return ids.map((id) => components.get(id)?.value ?? null);
}

/**
 * What the script of a dependency returns, for these blocks.
 * @param {Dependency} dependency
 * @param {number[]} wanted
 * @returns {Promise<Json[]>}
 */
async function scripted({ js = "", inputs = [], outputs = [] }, wanted) {
    const script = await scriptAt(js);
    const result = await script(...valuesOf(inputs), ...valuesOf(outputs));
    return wanted.length === 1 ? [result ?? null] : Array.isArray(result) ? result.slice(0, wanted.length) : [];
}

/** @type {Map<string, Promise<(...values: Json[]) => any>>} */
const scripts = new Map();

/** @param {string} url */
function scriptAt(url) {
    let script = scripts.get(url);
    if (!script) {
        script = import(new URL(url, document.baseURI).href).then((module) => module.default);
        scripts.set(url, script);
        // Told where it is used.
        script.catch(() => {});
    }
    return script;
}

/** @param {unknown} error */
function scriptFailure(error) {
    console.error(error);
    return { title: "Error in a script of this page", error: String(error) };
}

/** @param {unknown} error */
function tellScriptFailure(error) {
    const { title, error: text } = scriptFailure(error);
    toast("error", title, text);
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
            run.values = run.values ? edited(run.values, message.output.data ?? []) : (message.output.data ?? []);
            fill(run);
            return statesChanged(message.output);
        case "process_completed":
            if (!message.success) return failed(run, { title: message.title, ...message.output });
            if (!message.output.data) return ended(run, "Stopped");
            succeeded(run, message.output.data);
            return statesChanged(message.output);
        case "unexpected_error":
            return failed(run, { error: message.message });
    }
}

/** @param {Output} output */
function statesChanged({ changed_state_ids = [] }) {
    for (const id of changed_state_ids) happened(id, "change");
}

/** @param {Run} run */
function fill({ dependency: { outputs = [] }, values }) {
    values?.forEach((value, index) => give(outputs[index], value));
}

/**
 * @param {number} id
 * @param {any} value A value, or props to change.
 */
function give(id, value) {
    const component = components.get(id);
    if (!component) return;
    const { __type__: kind, ...props } = value && typeof value === "object" && !Array.isArray(value) ? value : {};
    const changed = kind === "update" ? props : { value };
    const isNew = "value" in changed && !same(changed.value, component.value);
    if (kind === "update" || isNew) component.receive(changed);
    if (isNew) happened(id, "change");
}

/**
 * @param {Run} run
 * @param {Json[]} values
 */
function succeeded(run, values) {
    run.values = values;
    ended(run);
    fill(run);
    if (run.dependency.scroll_to_output) {
        onPage(run.dependency.outputs)[0]?.scrollIntoView({ block: "nearest", behavior: "smooth" });
    }
    announce(translate("Done in {time}", { time: time(run.busy.elapsed) }));
    followUp(run.dependency, run.trigger, true, run.data);
}

/**
 * @param {Run} run
 * @param {Failure} failure
 */
function failed(run, { error, title, duration = 10, visible = true }) {
    ended(run, `Failed after ${time(run.busy.elapsed)}`);
    if (visible) toast("error", title ?? "Error", error ?? "The function failed. Its log says why.", duration);
    followUp(run.dependency, run.trigger, false, run.data);
}

/**
 * The server did not even begin.
 * @param {Run} run
 * @param {Answer} answer
 */
function refused(run, { status, body }) {
    const detail = body?.detail;
    if (status === 422 && Array.isArray(detail)) {
        ended(run, "");
        const others = detail.filter((refusal, index) => !blame(run.dependency, refusal, index));
        if (others.length) toast("error", "Not accepted", others.map(({ message, msg }) => message ?? msg).join(" "));
        // Whoever is still typing is not sent elsewhere.
        if (run.dependency.trigger_mode !== "always_last") {
            onPage(run.dependency.inputs).find((component) => component.querySelector(".block-error"))?.control?.focus();
        }
        followUp(run.dependency, run.trigger, false, run.data);
    } else if (status === 503) {
        failed(run, { title: "Busy", error: "This application is currently busy. Please try again." });
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
 */
function ended(run, how) {
    runs.delete(run);
    if (run.event) leave(run.event);
    run.busy.done(how);
    run.end();
    const next = latest.get(run.dependency);
    latest.delete(run.dependency);
    // After everything that this answer sets off.
    if (next) setTimeout(next);
}

/** @param {Run} run */
function stop(run) {
    run.stopped = true;
    ended(run, `Stopped after ${time(run.busy.elapsed)}`);
    announce("Stopped");
    if (run.event) tellServer(run);
}

/** @param {Run} run */
function tellServer({ event, dependency: { id } }) {
    post("cancel", { session_hash: session, fn_index: id, event_id: event });
}

/**
 * Sets off what comes after a dependency.
 * @param {Dependency} dependency
 * @param {number | null} from
 * @param {boolean} well
 * @param {Json} data
 */
function followUp({ id }, from, well, data) {
    for (const next of dependencies) {
        if (next.trigger_after !== id) continue;
        const wanted = well ? !next.trigger_only_on_failure : !next.trigger_only_on_success;
        if (wanted) trigger(next, from, data);
    }
}

/** @param {Dependency} dependency */
function clear({ outputs = [] }) {
    for (const run of runs) if (run.dependency.outputs?.some((id) => outputs.includes(id))) stop(run);
    for (const component of onPage(outputs)) {
        component.blame(null);
        // No event: a function that runs on every change would fill again what was emptied.
        component.receive({ value: initial.get(component.component) ?? null });
    }
    took(onPage(outputs), "");
}

/** @param {Dependency} dependency */
function empty({ outputs = [] }) {
    for (const component of onPage(outputs)) {
        const { component: id, value: before } = component;
        component.blame(null);
        component.receive({ value: null });
        // Some always have a value, such as a slider.
        if (!same(before, component.value)) happened(id, "change");
    }
}

/**
 * While a function runs, a hidden Stop button that cancels it takes the place of those that start it.
 * @param {Dependency} dependency
 * @returns {() => void} Puts things back.
 */
function offerStop({ id, targets = [] }) {
    const stopping = dependencies.filter((it) => it.cancels?.includes(id)).flatMap((it) => it.targets ?? []);
    const stops = onPage(stopping.map(([at]) => at ?? -1)).filter((it) => it.props.variant === "stop" && it.props.visible === false);
    if (!stops.length) return () => {};
    const starts = onPage(targets.flatMap(([at, event]) => (event === "click" ? (at ?? []) : [])));
    /** @param {boolean} running */
    const swap = (running) => {
        const [gone, here] = running ? [starts, stops] : [stops, starts];
        const focused = gone.some((it) => it.contains(document.activeElement));
        for (const it of gone) it.receive({ visible: false });
        for (const it of here) it.receive({ visible: true });
        if (focused) here[0]?.control?.focus();
    };
    let swapped = false;
    // What is done at once leaves no time to stop it.
    const timer = setTimeout(() => swap((swapped = true)), 250);
    return () => {
        clearTimeout(timer);
        if (swapped) swap(false);
    };
}

let away = false;

/** Says once that no server answers, and when one does again. */
async function lostConnection() {
    if (away) return;
    away = true;
    const close = toast("warning", "No connection", "The server cannot be reached. Trying again until it answers.", null);
    const app = await found();
    close();
    away = false;
    if (app !== null && app !== config.app_id) {
        toast("info", "The app was started anew", "Load this page again to go on.", null);
    } else {
        toast("success", "Connected again", "Run again what was interrupted.");
    }
}
