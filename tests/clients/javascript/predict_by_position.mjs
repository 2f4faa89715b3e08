// Arguments by position, with the endpoint by name and by number.
import { call, connect, equal } from "./common.mjs";

const client = await connect();
equal(await call(client, "/greet", ["World"]), ["Hello World!"]);
equal(await call(client, "greet", ["World"]), ["Hello World!"]);
equal(await call(client, 0, ["World"]), ["Hello World!"]);
equal(await call(client, "/greet", ['Zoë 🦀 "quoted"\nnext']), ['Hello Zoë 🦀 "quoted"\nnext!']);
equal(await call(client, "/greet", [""]), ["Hello !"]);
process.exit();
