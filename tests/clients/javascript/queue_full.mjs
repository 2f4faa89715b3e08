// A call that finds the queue full is told so; the ones in the queue get their answers.
import { call, connect, equal, failure, until, words } from "./common.mjs";

const client = await connect();

/** Submits, and remembers the stages the submission went through. */
function submit(value) {
    const stages = [];
    const result = (async () => {
        for await (const message of client.submit("/slow", [value])) {
            if (message.type === "status") stages.push(`${message.stage}:${message.position ?? ""}`);
            if (message.type === "data") return message.data;
        }
    })();
    return { stages, result };
}

const running = submit("one");
// It runs when nobody waits any more: the queue shows its size to whoever asks.
const waiting = async () => (await (await fetch(`${client.config.root}/gradio_api/queue/status`)).json()).queue_size;
await until(() => running.stages.length > 0, "the first call is known");
await until(async () => (await waiting()) === 0, "the first call runs");
const second = submit("two");
await until(async () => (await waiting()) === 1, "the second call waits");

const error = await failure(call(client, "/slow", ["three"]));
equal(/busy|full/.test(words(error)), true, words(error));

equal(await running.result, ["one"]);
equal(await second.result, ["two"]);
process.exit();
