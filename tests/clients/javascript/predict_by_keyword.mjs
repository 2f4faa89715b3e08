// Arguments by name, in any order; a wrong name is refused.
import { call, connect, equal, failure, words } from "./common.mjs";

const client = await connect();
equal(await call(client, "/shout", { text: "Hey", times: 3, mark: "?" }), ["Hey???"]);
equal(await call(client, "/shout", { mark: "?", times: 1, text: "Hey" }), ["Hey?"]);

const error = await failure(call(client, "/shout", { text: "Hey", volume: 11 }));
equal(words(error).includes("volume"), true, words(error));
process.exit();
