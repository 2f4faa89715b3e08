// *Try it*: sends what the shell program sends, and shows the exchange as it went over the wire.
import { ROOT } from "./address.js";
import { coloured, laidOut, span } from "./json.js";
import { FieldError, blocks, body, collect, preview } from "./values.js";

/** Of a long stream so many events are shown. */
const SHOWN = 50;

/** @param {HTMLFormElement} form */
export function tryOut(form) {
    new Trial(form).listen();
}

/** A form and the exchange beside it. */
class Trial {
    /** @type {AbortController | undefined} */
    #running;
    #id = "";

    /** @param {HTMLFormElement} form */
    constructor(form) {
        /** @param {string} part */
        const find = (part) => /** @type {HTMLElement} */ (form.closest(".try")?.querySelector(`[data-${part}]`));
        this.form = form;
        this.path = form.dataset.path ?? "";
        this.request = find("request");
        this.answer = find("answer");
        this.status = find("status");
        this.clock = find("clock");
        this.stop = find("stop");
    }

    listen() {
        this.form.addEventListener("input", (event) => {
            complain(/** @type {HTMLElement} */ (event.target).closest("[data-kind]"), "");
            this.#preview();
        });
        this.form.addEventListener("submit", (event) => {
            event.preventDefault();
            if (!this.#running) this.#send();
        });
        this.stop.addEventListener("click", () => this.#cancel());
        // A browser may have restored what was typed before a reload.
        this.#preview();
    }

    #preview() {
        try {
            this.#showRequest(body(preview(this.form)));
        } catch (error) {
            if (!(error instanceof FieldError)) throw error;
        }
    }

    /** @param {string} sent */
    #showRequest(sent) {
        this.request.replaceChildren(span("k", "POST"), ` ${this.path}\n`, ...coloured(sent));
    }

    async #send() {
        const running = (this.#running = new AbortController());
        for (const block of blocks(this.form)) complain(block, "");
        const clock = this.#startClock();
        try {
            const sent = body(await collect(this.form, running.signal));
            this.#showRequest(sent);
            await this.#exchange(sent, running.signal);
        } catch (error) {
            this.#fail(error);
        } finally {
            clock();
            this.#running = undefined;
            this.#id = "";
            this.stop.hidden = true;
        }
    }

    /** @returns {() => void} what stops it */
    #startClock() {
        const start = performance.now();
        const show = () => {
            const ms = performance.now() - start;
            this.clock.textContent = ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
        };
        this.status.textContent = "";
        this.answer.replaceChildren(span("c", "Waiting for the answer …"));
        const timer = setInterval(show, 100);
        // A quick answer needs no Stop, and a button that flickers helps nobody.
        const later = setTimeout(() => (this.stop.hidden = !this.#running), 300);
        return () => {
            clearInterval(timer);
            clearTimeout(later);
            show();
        };
    }

    /**
     * @param {string} sent
     * @param {AbortSignal} signal
     */
    async #exchange(sent, signal) {
        const headers = { "Content-Type": "application/json" };
        const asked = await fetch(new URL(this.path, ROOT), { method: "POST", headers, body: sent, signal });
        const text = await asked.text();
        if (!asked.ok) return this.#refused(asked.status, text);
        this.#id = String(JSON.parse(text).event_id);
        const stream = await fetch(new URL(`${this.path}/${this.#id}`, ROOT), { signal });
        if (!stream.ok || !stream.body) return this.#refused(stream.status, await stream.text());
        const last = await this.#read(stream.body);
        this.#judge(last !== "error", `${stream.status}${last === "error" ? " error" : ""}`);
    }

    /**
     * Shows events as they come; gives the name of the last one.
     * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
     */
    async #read(stream) {
        /** @type {string[]} */
        const events = [];
        let rest = "";
        let last = "";
        const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            const whole = (rest + part.value).split("\n\n");
            rest = whole.pop() ?? "";
            for (const event of whole) {
                const name = event.match(/^event: (.*)$/m)?.[1] ?? "";
                if (name === "heartbeat") continue;
                last = name;
                events.push(event.replace(/^data: (.*)$/m, (_, data) => `data: ${laidOut(data)}`));
            }
            const left = events.length - SHOWN;
            const note = left > 0 ? [span("c", `… ${left} earlier events\n\n`)] : [];
            this.answer.replaceChildren(...note, ...coloured(events.slice(-SHOWN).join("\n\n")));
        }
        return last;
    }

    /**
     * @param {number} status
     * @param {string} text
     */
    #refused(status, text) {
        this.#judge(false, String(status));
        this.answer.replaceChildren(...coloured(laidOut(text)));
        for (const { parameter_name: name, msg, message } of details(text)) {
            const block = blocks(this.form).find((one) => one.dataset.name === name);
            if (block) complain(block, message ?? msg ?? "");
        }
    }

    /** @param {unknown} error */
    #fail(error) {
        if (error instanceof FieldError) {
            complain(error.block, error.message);
            /** @type {HTMLElement | null} */ (error.block.querySelector("input, select, textarea"))?.focus();
            this.answer.replaceChildren(span("c", "Not sent."));
        } else if (/** @type {Error} */ (error).name === "AbortError") {
            this.#judge(false, "stopped");
            if (!this.answer.textContent?.startsWith("event")) this.answer.replaceChildren(span("c", "Stopped before an answer came."));
        } else {
            this.#judge(false, "no answer");
            this.answer.replaceChildren(span("c", "The server could not be reached."));
        }
    }

    /**
     * @param {boolean} isGood
     * @param {string} text
     */
    #judge(isGood, text) {
        this.status.replaceChildren(span(isGood ? "badge ok" : "badge bad", text));
    }

    /** Ends the run itself, not only our reading of it. */
    async #cancel() {
        const id = this.#id;
        this.#running?.abort();
        if (!id) return;
        const name = decodeURIComponent(this.path.split("/").at(-1) ?? "");
        const config = await (await fetch(new URL("config", ROOT))).json();
        const dependency = config.dependencies.find((/** @type {{ api_name: string }} */ one) => one.api_name === name);
        const cancelled = { session_hash: id, event_id: id, fn_index: dependency?.id ?? -1 };
        await fetch(new URL("gradio_api/cancel", ROOT), {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(cancelled),
        });
    }
}

/**
 * What a refusal says about single parameters.
 * @param {string} text
 * @returns {{ parameter_name?: string, msg?: string, message?: string }[]}
 */
function details(text) {
    try {
        const { detail } = JSON.parse(text);
        return Array.isArray(detail) ? detail : [];
    } catch {
        return [];
    }
}

/**
 * Says at a field what is wrong with it, or takes it back.
 * @param {Element | null} block
 * @param {string} message
 */
function complain(block, message) {
    if (!block) return;
    block.querySelector(".block-error")?.remove();
    for (const control of block.querySelectorAll("input, select, textarea")) {
        if (message) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
    }
    if (!message) return;
    const error = document.createElement("p");
    error.className = "block-error";
    error.role = "alert";
    error.textContent = message;
    block.append(error);
}
