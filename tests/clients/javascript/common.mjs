// What the scripts beside this file share: the client under test, and checks that say what they saw.

import assert from "node:assert/strict";

/** Both lines of the client are tested; the caller says which file is the one to load. */
const { Client } = await import(process.env.GRADIO_CLIENT);

export const URL = process.argv[2];
export const connect = () => Client.connect(URL, { events: ["data", "status"] });

export const equal = assert.deepEqual;

/** The error that a promise ends with; one that succeeds is the mistake. */
export async function failure(promise) {
    let value;
    try {
        value = await promise;
    } catch (error) {
        return error;
    }
    throw new Error(`the call should have failed, it returned ${JSON.stringify(value)}`);
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

// A client holds its streams open; the script is over when its last line has run.
process.on("unhandledRejection", (error) => {
    console.error(error);
    process.exit(1);
});
