// A call that finds the queue full is told so; the ones in the queue get their answers.
import { call, connect, equal, failure, follow, until, words } from "./common.mjs";

const client = await connect();

/** Submits, and knows when the server took it. */
function submit(value) {
    const state = { known: false, result: null };
    const read = (message) => {
        state.known ||= message.stage === "pending";
        if (message.type === "data") state.data = message.data;
    };
    state.result = follow(client.submit("/slow", [value]), read).then(() => state.data);
    return state;
}

const running = submit("one");
// It runs when nobody waits any more: the queue shows its size to whoever asks.
const waiting = async () => (await (await fetch(`${client.config.root}/gradio_api/queue/status`)).json()).queue_size;
await until(() => running.known, "the first call is known");
await until(async () => (await waiting()) === 0, "the first call runs");
const second = submit("two");
await until(async () => (await waiting()) === 1, "the second call waits");

const error = await failure(call(client, "/slow", ["three"]));
equal(/busy|full/.test(words(error)), true, words(error));

equal(await running.result, ["one"]);
equal(await second.result, ["two"]);
process.exit();
