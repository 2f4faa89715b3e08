// A client that is given the address finds the app's configuration.
import { connect, equal, URL } from "./common.mjs";

const client = await connect();
equal(client.config.version, "5.49.1");
equal(client.config.protocol, "sse_v3");
equal(client.config.api_prefix, "/gradio_api");
equal(client.config.root.replace(/\/$/, ""), URL.replace(/\/$/, ""));
equal(client.config.title, "Hello");
process.exit();
