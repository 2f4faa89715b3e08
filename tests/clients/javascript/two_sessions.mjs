// Two clients at once get their own answers.
import { call, connect, equal } from "./common.mjs";

const clients = await Promise.all([connect(), connect()]);
equal(clients[0].session_hash === clients[1].session_hash, false);
const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => call(clients[i % 2], "/greet", [`${i % 2}-${i}`])),
);
equal(answers, Array.from({ length: 10 }, (_, i) => [`Hello ${i % 2}-${i}!`]));
process.exit();
