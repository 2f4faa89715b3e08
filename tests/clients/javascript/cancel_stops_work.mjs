// A cancelled submission stops working on the server, it is not only ignored.
import { call, connect, equal, follow, pause, until } from "./common.mjs";

const client = await connect();
const ticks = async () => (await call(client, "/ticks", []))[0];

const submission = client.submit("/work", [30]);
follow(submission, () => {});
await until(async () => (await ticks()) >= 3, "the work has begun");
await submission.cancel();

// A tick takes 50 ms: looks 300 ms apart tell standing still from going on.
await until(async () => {
    const before = await ticks();
    await pause(300);
    return (await ticks()) === before;
}, "the work stands still");
const before = await ticks();
await pause(500);
equal(await ticks(), before);

// Nothing is left behind: the next call runs to its end.
equal(await call(client, "/work", [0.1]), ["finished"]);
process.exit();
