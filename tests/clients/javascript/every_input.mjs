// Every kind of input gives the function what the client sent.
import { call, connect, equal } from "./common.mjs";

const client = await connect();
const sent = ["words", "more", 2.5, 7, 6, false, ["a", "c"], "y", "d2", ["m2", "m3"], { deep: [1, null, "é"] }];
equal(await call(client, "/everything", sent), [sent]);

const empty = ["", "", 0, 0, 0, true, [], "x", "d1", [], []];
equal(await call(client, "/everything", empty), [empty]);
process.exit();
