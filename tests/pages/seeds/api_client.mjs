// Calls by keyword and by position give the same.
import { call, connect, equal } from "../../clients/javascript/common.mjs";

const client = await connect();
const [a, b, c] = [3, 5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]];
equal(await call(client, "/add_and_slice", { a, b, c }), [8, [4, 5]]);
equal(await call(client, "/add_and_slice", [a, b, c]), [8, [4, 5]]);
process.exit();
