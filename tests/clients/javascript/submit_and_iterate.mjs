// A submission tells its states in order, then its data, then that it is complete.
import { connect, equal, follow } from "./common.mjs";

const client = await connect();
const seen = [];
await follow(client.submit("/greet", ["World"]), (message) => {
    seen.push([message.type, message.type === "data" ? message.data : message.stage]);
});
equal(seen[0], ["status", "pending"]);
equal(seen.filter(([type]) => type === "data"), [["data", ["Hello World!"]]]);
equal(seen.at(-1), ["status", "complete"]);
process.exit();
