// A submission tells its states in order, then its data, then that it is complete.
import { connect, equal } from "./common.mjs";

const client = await connect();
const seen = [];
for await (const message of client.submit("/greet", ["World"])) {
    if (message.type === "data") seen.push(["data", message.data]);
    if (message.type === "status") seen.push(["status", message.stage]);
    if (message.type === "status" && message.stage === "complete") break;
}
equal(seen[0], ["status", "pending"]);
equal(seen.filter(([type]) => type === "data"), [["data", ["Hello World!"]]]);
equal(seen.at(-1), ["status", "complete"]);
process.exit();
