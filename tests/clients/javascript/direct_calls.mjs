// An endpoint that is not queued is called like any other.
import { call, connect, equal } from "./common.mjs";

const client = await connect();
equal(await call(client, "/nq", ["a"]), ["a!"]);
equal(await call(client, "/q", ["b"]), ["b!"]);
equal(await call(client, 0, ["c"]), ["c!"]);
process.exit();
