// The function learns the headers, the address and the session of whoever calls.
import { connect, equal } from "./common.mjs";

const client = await connect();
for (const name of ["/ask", "/directly"]) {
    const [known] = (await client.predict(name, ["user-agent"])).data;
    equal(known.header, "node");
    equal(known.client, "127.0.0.1");
    equal(known.session, client.session_hash);
    equal(known.asked.startsWith("/gradio_api/"), true, known.asked);
}
equal((await client.predict("/ask", ["x-absent"])).data[0].header, null);
process.exit();
