/** The scripts of an app: modules that the server makes of what authors wrote. */
/** @import { Dependency, Json } from "../types.js" */
import { valuesOf } from "./blocks.js";
import { toast } from "./status.js";

/** @type {Map<string, Promise<(...values: Json[]) => any>>} */
const scripts = new Map();

/** @param {string} url */
export function scriptAt(url) {
    let script = scripts.get(url);
    if (!script) {
        script = import(new URL(url, document.baseURI).href).then((module) => module.default);
        scripts.set(url, script);
        // Told where it is used.
        script.catch(() => {});
    }
    return script;
}

/**
 * What the script of a dependency returns, for these blocks.
 * @param {Dependency} dependency
 * @param {number[]} wanted
 * @returns {Promise<Json[]>}
 */
export async function scripted({ js = "", inputs = [], outputs = [] }, wanted) {
    const script = await scriptAt(js);
    const result = await script(...valuesOf(inputs), ...valuesOf(outputs));
    return wanted.length === 1 ? [result ?? null] : Array.isArray(result) ? result.slice(0, wanted.length) : [];
}

/** @param {unknown} error */
export function scriptFailure(error) {
    console.error(error);
    return { title: "Error in a script of this page", error: String(error) };
}

/** @param {unknown} error */
export function tellScriptFailure(error) {
    const { title, error: text } = scriptFailure(error);
    toast("error", title, text);
}
