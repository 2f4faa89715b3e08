// Two hundred calls, sixteen at a time, of one client: none is lost, none is mixed up.
import { call, connect, equal } from "./common.mjs";

const client = await connect();
const lost = [];
let next = 0;

async function worker() {
    while (next < 200) {
        const n = next++;
        try {
            equal(await call(client, "/greet", [String(n)]), [`Hello ${n}!`]);
        } catch (error) {
            lost.push(`${n}: ${error.message}`);
        }
    }
}

await Promise.all(Array.from({ length: 16 }, worker));
equal(lost, []);
process.exit();
