/** What happens at one block, and what that sets off: calls, scripts, what the page does by itself. */
/** @import { Dependency, Json } from "../types.js" */
import { give, initial, onPage, tell } from "./blocks.js";
import { same } from "./component.js";
import { call, stopAll, takeUp } from "./runs.js";
import { scripted, tellScriptFailure } from "./scripts.js";
import { took } from "./status.js";

/** @type {Map<number, Dependency>} */
const dependencies = new Map();
/** @type {Map<string, Dependency[]>} By the event of a block that sets them off. */
const byTarget = new Map();
/** @type {Map<number, Dependency[]>} By what they follow. */
const byBefore = new Map();

/** @param {Dependency[]} more */
export function listen(more) {
    for (const dependency of more) {
        dependencies.set(dependency.id, dependency);
        for (const target of dependency.targets ?? []) push(byTarget, name(target), dependency);
        if (dependency.trigger_after !== undefined) push(byBefore, dependency.trigger_after, dependency);
    }
}

/** @param {Dependency[]} gone */
export function unlisten(gone) {
    for (const dependency of gone) {
        dependencies.delete(dependency.id);
        for (const target of dependency.targets ?? []) pull(byTarget, name(target), dependency);
        if (dependency.trigger_after !== undefined) pull(byBefore, dependency.trigger_after, dependency);
    }
}

/**
 * @template K
 * @param {Map<K, Dependency[]>} map
 * @param {K} key
 * @param {Dependency} dependency
 */
function pull(map, key, dependency) {
    const left = map.get(key)?.filter((it) => it !== dependency) ?? [];
    if (left.length) map.set(key, left);
    else map.delete(key);
}

/**
 * @template K
 * @param {Map<K, Dependency[]>} map
 * @param {K} key
 * @param {Dependency} dependency
 */
function push(map, key, dependency) {
    const known = map.get(key);
    if (known) known.push(dependency);
    else map.set(key, [dependency]);
}

/** @param {[number | null, string]} target */
function name([id, event]) {
    return `${id ?? ""} ${event}`;
}

/**
 * @param {number | number[]} ids Where; what happens at several at once sets off everything but once.
 * @param {string} event
 * @param {Json} [data]
 */
export function happened(ids, event, data) {
    /** @type {Map<Dependency, number>} */
    const due = new Map();
    for (const id of [ids].flat()) {
        for (const dependency of byTarget.get(name([id, event])) ?? []) if (!due.has(dependency)) due.set(dependency, id);
    }
    for (const [dependency, id] of due) trigger(dependency, id, data);
    if (event === "close_stream") import("./streams.js").then(({ close }) => close([ids].flat()));
}

/** @param {Dependency[]} all Those of them that wait for the page to be there need wait no longer. */
export function opened(all) {
    for (const dependency of all) {
        if (dependency.targets?.some(([, event]) => event === "load")) trigger(dependency, null);
    }
}

/**
 * Does what a dependency says, now or when its turn comes.
 * @param {Dependency} dependency
 * @param {number | null} from The component where it happened.
 * @param {Json} [data] What that component says about it.
 */
function trigger(dependency, from, data = null) {
    const { cancels = [], client_action } = dependency;
    if (client_action === "clear") clear(dependency);
    if (client_action === "empty") empty(dependency);
    if (cancels.length) stopAll(({ id }) => cancels.includes(id), true);
    const after = (/** @type {boolean} */ well) => followUp(dependency, from, well, data);
    if (dependency.backend_fn) call(dependency, from, data, () => offerStop(dependency), after);
    else inBrowser(dependency).then(after);
}

/**
 * A call that this tab began before it was loaded again goes on.
 * @param {number} id
 * @param {string} event
 */
export function goOn(id, event) {
    const dependency = dependencies.get(id);
    if (!dependency) return;
    takeUp(dependency, event, () => offerStop(dependency), (well) => followUp(dependency, null, well, null));
}

/**
 * Does what needs no server.
 * @param {Dependency} dependency
 * @returns {Promise<boolean>} Whether it went well.
 */
async function inBrowser(dependency) {
    const { outputs = [] } = dependency;
    try {
        if (dependency.js) (await scripted(dependency, outputs)).forEach((value, index) => give(outputs[index], value));
        return true;
    } catch (error) {
        tellScriptFailure(error);
        return false;
    }
}

/**
 * Sets off what comes after a dependency.
 * @param {Dependency} dependency
 * @param {number | null} from
 * @param {boolean} well
 * @param {Json} data
 */
function followUp({ id }, from, well, data) {
    for (const next of byBefore.get(id) ?? []) {
        const wanted = well ? !next.trigger_only_on_failure : !next.trigger_only_on_success;
        if (wanted) trigger(next, from, data);
    }
}

/** @param {Dependency} dependency */
function clear({ outputs = [] }) {
    stopAll((dependency) => !!dependency.outputs?.some((id) => outputs.includes(id)));
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
        if (!same(before, component.value)) tell(id, "change");
    }
}

/**
 * While a function runs, a hidden Stop button that cancels it takes the place of those that start it.
 * @param {Dependency} dependency
 * @returns {() => void} Puts things back.
 */
function offerStop({ id, targets = [] }) {
    const stopping = [...dependencies.values()].filter((it) => it.cancels?.includes(id)).flatMap((it) => it.targets ?? []);
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
