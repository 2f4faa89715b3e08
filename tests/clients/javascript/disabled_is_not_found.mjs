// A disabled endpoint cannot be called by name.
import { call, connect, equal, failure } from "./common.mjs";

const client = await connect();
const error = await failure(call(client, "/disabled", ["x"]));
equal(error instanceof Error, true);
equal(await call(client, "/shown", ["x"]), ["x"]);
process.exit();
