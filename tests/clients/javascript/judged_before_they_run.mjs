// A validator's words reach whoever calls; what is valid goes on.
import { call, connect, equal, failure, words } from "./common.mjs";

const client = await connect();
equal((await client.predict("/show", [7, "Rome"])).data, ["7 Rome"]);
const error = words(await failure(call(client, "/show", [2, "London"])));
equal(error.includes("Age must be at least 3"), true, error);
equal(error.includes("City must not be London"), true, error);
equal((await client.predict("/show", { age: 9, city: "Oslo" })).data, ["9 Oslo"]);
process.exit();
