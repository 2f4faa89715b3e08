/** Brings the page to life: gives every block its element, and lets what happens at one set off what it should. */
/** @import { Json, PageConfig } from "../types.js" */
import { adopt, components, define } from "./blocks.js";
import { Component, el, page } from "./component.js";
import { before, connect, found, post, session, stay } from "./connection.js";
import { happened, listen, opened } from "./events.js";
import { scriptAt, tellScriptFailure } from "./scripts.js";
import { announce, toast } from "./status.js";
import "./theme.js";

const config = /** @type {PageConfig} */ (JSON.parse(document.getElementById("config")?.textContent ?? "{}"));

/** @type {[number, string, Json?][] | null} What happened before everything was there; nothing is forgotten. */
let unheard = [];

start();

async function start() {
    connect(config.base, lostConnection);
    Object.assign(page, {
        announce,
        base: config.base,
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
    document.addEventListener("keydown", entered);
    document.addEventListener("vetrina", ({ target, detail }) => {
        heard(detail.component ?? /** @type {Component} */ (target).component, detail.event, detail.data);
    });
    const { dependencies } = config;
    await define(config.modules, config.components);
    listen(dependencies);
    adopt(config.components, dependencies, (id) => document.querySelector(`[data-id="${id}"]`));
    document.removeEventListener("click", pressed);
    document.removeEventListener("keydown", entered);
    enters.forEach(enterAgain);
    const first = unheard ?? [];
    unheard = null;
    for (const component of components.values()) component.stand();
    // What functions are given when the page opens may have to be fetched first.
    for (const component of components.values()) if (component.ready) await component.ready;
    if (config.connect_heartbeat) stay();
    for (const { js } of dependencies) if (js) scriptAt(js);
    for (const url of config.scripts) {
        scriptAt(url).then((script) => script()).catch(tellScriptFailure);
    }
    offerApi();
    if (isRecorded()) await import("./recorder.js");
    opened(dependencies);
    document.documentElement.dataset.ready = "";
    for (const event of first) happened(...event);
    // Most pages are not loaded again while something is under way.
    if (before) import("./again.js").then(({ again }) => again(dependencies));
}

/** With a script, the page of the API opens over this one. */
function offerApi() {
    const link = document.querySelector(".site-foot a[href='?view=api']");
    const click = () => import("../api/over.js").then(({ open }) => open());
    link?.replaceWith(el("button", { type: "button", "aria-haspopup": "dialog", click }, ...link.childNodes));
}

/** Whether somebody wants what happens here as a program; the key is that of recording.js. */
function isRecorded() {
    try {
        return "vetrina_recording" in sessionStorage;
    } catch {
        return false;
    }
}

/** @param {[number, string, Json?]} event */
function heard(...event) {
    if (unheard) unheard.push(event);
    else happened(...event);
}

/**
 * A button that cannot speak for itself yet.
 * @param {Event} event
 */
function pressed({ target }) {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("v-button"));
    if (button && !(button instanceof Component)) heard(Number(button.dataset.id), "click");
}

/** @type {KeyboardEvent[]} */
const enters = [];

/**
 * Enter in a field that does not know yet what it means there.
 * @param {KeyboardEvent} event
 */
function entered(event) {
    const { key, isComposing, target } = event;
    if (key !== "Enter" || isComposing || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    enters.push(event);
}

/** @param {KeyboardEvent} event */
function enterAgain({ key, target, shiftKey, ctrlKey, metaKey, altKey }) {
    const again = new KeyboardEvent("keydown", { key, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true });
    // What the field leaves to the browser is a line break.
    if (!target?.dispatchEvent(again) || !(target instanceof HTMLTextAreaElement)) return;
    target.setRangeText("\n", target.selectionStart, target.selectionEnd, "end");
    target.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** @type {Promise<boolean> | null} */
let away = null;
let calls = false;
/** Takes away what was said last of the connection. */
let unsaid = () => {};

/**
 * Says once that no server answers, and when one does again.
 * @param {boolean} call Whether a call was lost, which nobody sends again.
 */
function lostConnection(call) {
    calls ||= call;
    away ??= comingBack();
    return away;
}

/** Whether the app that comes back is the same. */
async function comingBack() {
    unsaid();
    const close = toast("warning", "No connection", "The server cannot be reached. Trying again until it answers.", null);
    const app = await found();
    close();
    const same = app === null || app === config.app_id;
    if (!same) unsaid = toast("info", "The app was started anew", "Load this page again to go on.", null);
    else unsaid = toast("success", "Connected again", calls ? "Run again what was interrupted." : "What was under way goes on.");
    away = null;
    calls = false;
    return same;
}
