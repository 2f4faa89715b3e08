// A hidden endpoint is not listed, and answers whoever knows its name.
import { call, connect, equal } from "./common.mjs";

const client = await connect();
equal(Object.keys((await client.view_api()).named_endpoints), ["/shown"]);
equal(await call(client, "/hidden", ["x"]), ["hidden x"]);
process.exit();
