// The message, title and duration of an error reach the caller; the details of a crash do not.
import { call, connect, equal, failure, words } from "./common.mjs";

const client = await connect();

let error = await failure(call(client, "/user_facing", ["x"]));
equal(error.message, "bad input");

error = await failure(call(client, "/full", ["x"]));
equal([error.message, error.title, error.duration, error.visible], ["bad <b>html</b>", "Oops", 3, false]);

error = await failure(call(client, "/panics", ["x"]));
equal(words(error).includes("secret detail"), false, words(error));

// The server lives on, and so does this client's session.
equal(await call(client, "/fine", ["still here"]), ["still here"]);
process.exit();
