// What the scripts beside this file share: the client under test, and checks that say what they saw.

import assert from "node:assert/strict";

/** Both lines of the client are tested; the caller says which file is the one to load. */
const { Client } = await import(process.env.GRADIO_CLIENT);

export const URL = process.argv[2];
export const connect = () => Client.connect(URL, { events: ["data", "status"] });

export const equal = assert.deepEqual;

/**
 * The error that a call ends with; one that succeeds is the mistake. The first line of the client
 * throws some errors where no promise hears of them, so strays count as well.
 */
export async function failure(promise) {
    const stray = new Promise((resolve) => process.once("unhandledRejection", resolve));
    const error = await Promise.race([stray, promise.then((value) => ({ value }), (error) => error)]);
    if ("value" in error) {
        throw new Error(`the call should have failed, it returned ${JSON.stringify(error.value)}`);
    }
    return error;
}

/**
 * Reads a submission's messages up to its end. A `for await` would do, but the first line of the
 * client hangs when one is left.
 */
export async function follow(submission, onMessage) {
    for (;;) {
        const { value, done } = await submission.next();
        if (done) return;
        await onMessage(value);
        if (value.type === "status" && ["complete", "error"].includes(value.stage)) return;
    }
}

/** The words of an error, whichever shape the client gives it. */
export const words = (error) => `${error?.message ?? ""} ${JSON.stringify(error)}`;

/** Waits until `question()` is true, and names what never came. */
export async function until(question, what, seconds = 20) {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
        if (await question()) return;
        await pause(20);
    }
    throw new Error(`${what}: not within ${seconds} s`);
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One call's result. */
export async function call(client, name, values) {
    return (await client.predict(name, values)).data;
}
