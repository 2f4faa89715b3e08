// What has a default may be left out; what has none may not.
import { call, connect, equal, failure, words } from "./common.mjs";

const client = await connect();
equal(await call(client, "/shout", { text: "Hey" }), ["Hey!!"]);
equal(await call(client, "/shout", { text: "Hey", mark: "?" }), ["Hey??"]);

const error = await failure(call(client, "/shout", { times: 1 }));
equal(words(error).includes("text"), true, words(error));
process.exit();
