// Integers, lists and several results come through with their types.
import { call, connect, equal } from "./common.mjs";

const client = await connect();
equal(await call(client, "/add_and_slice", [40, 2, ["x", "y", "z"]]), [42, "x-y-z"]);
equal(await call(client, "/add_and_slice", { a: -1, b: 1, c: [] }), [0, ""]);

equal(await call(client, "/rich", { flag: true }), [{ flag: true, ratio: 0.5, mode: "fast", tags: null, extra: null }]);
equal(await call(client, "/rich", [false, 0.25, "slow", ["a", "é"], { k: 1 }]), [
    { flag: false, ratio: 0.25, mode: "slow", tags: ["a", "é"], extra: { k: 1 } },
]);
process.exit();
