/** Finds the calls again that this tab began before it was loaded again, and shows what came of them. */
/** @import { Dependency, Output } from "../types.js" */
import { give } from "./blocks.js";
import { page } from "./component.js";
import { before } from "./connection.js";
import { goOn } from "./events.js";

/** @typedef {{ event_id: string, fn_index: number, state: string, number: number, output: Output | null }} Known */

/** What happens by itself happens by itself again. */
const BY_ITSELF = ["load", "tick", "stream"];

/** @param {Dependency[]} dependencies */
export async function again(dependencies) {
    if (!before) return;
    const language = new URLSearchParams(location.search).get("__lang");
    const query = new URLSearchParams({ session_hash: before.tab, reader: "page", ...(language && { __lang: language }) });
    const response = await fetch(`${page.api}events?${query}`).catch(() => null);
    if (!response?.ok) return;
    const { runs } = /** @type {{ runs: Known[] }} */ (await response.json());
    for (const { event_id, fn_index, state, number, output } of runs) {
        const dependency = dependencies.find(({ id }) => id === fn_index);
        if (!dependency || dependency.targets?.some(([, event]) => BY_ITSELF.includes(event))) continue;
        // Nobody is told what was shown before: what follows from it was done.
        output?.data?.forEach((value, index) => give(dependency.outputs?.[index] ?? -1, value, true));
        const isOver = state !== "queued" && state !== "running";
        if (!isOver || number > before.newest) goOn(fn_index, event_id);
    }
}
