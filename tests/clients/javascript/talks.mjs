// A chat is called with a message alone: its session keeps what was said, and answers come word by word.
import { call, connect, equal, follow } from "./common.mjs";

const client = await connect();
const heard = [];
await follow(client.submit("/chat", ["one two three", "."]), (message) => {
    if (message.type === "data") heard.push(message.data[0]);
});
equal(heard.slice(0, 3), ["one. after 0", "one two. after 0", "one two three. after 0"]);
equal(await call(client, "/chat", { message: "four" }), ["four! after 2"]);
equal(await call(client, "/chat", { message: "five", end: "?" }), ["five? after 4"]);
// Another session starts anew.
equal(await call(await connect(), "/chat", { message: "one" }), ["one! after 0"]);
process.exit();
