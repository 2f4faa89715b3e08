// What an app offers, through the official TypeScript SDK: `client.mjs URL http|sse`.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const [url, transport] = process.argv.slice(2);
const sdk = (path) => import(`${pathToFileURL(process.env.MCP_SDK)}/dist/esm/${path}`);
const { Client } = await sdk("client/index.js");
const { StreamableHTTPClientTransport } = await sdk("client/streamableHttp.js");
const { SSEClientTransport } = await sdk("client/sse.js");

const client = new Client({ name: "suite", version: "1" });
const headers = { requestInit: { headers: { "x-api-token": "secret" } } };
await client.connect(
    transport === "sse"
        ? new SSEClientTransport(new URL(`${url}/gradio_api/mcp/sse`), headers)
        : new StreamableHTTPClientTransport(new URL(`${url}/gradio_api/mcp/`), headers),
);
const call = (name, args = {}, options) => client.callTool({ name, arguments: args }, undefined, options);
const text = (answer) => answer.content.filter((part) => part.type === "text").map((part) => part.text);

const { tools } = await client.listTools();
assert.ok(tools.some((tool) => tool.name === "letter_counter"));
assert.deepEqual(text(await call("letter_counter")), ["3"]);
assert.deepEqual((await call("halve", { number: 7 })).structuredContent, { half: 3, the_rest: 1 });
assert.equal((await call("test_image_content")).content[0].type, "image");
assert.deepEqual(text(await call("size", { file: "data:text/plain;base64,aGVsbG8=" })), ["5"]);
const refused = await call("order", { amount: 11 });
assert.ok(refused.isError);
assert.equal(refused._meta.failure.code, "out_of_stock");

const told = [];
await call("test_tool_with_progress", {}, { onprogress: (step) => told.push(step) });
assert.ok(told.some((step) => step.message === "Progress Testing: Step 50 of 100"), JSON.stringify(told));

assert.deepEqual(text(await call("visits")), ["1 by secret"]);
assert.deepEqual(text(await call("visits")), ["2 by secret"]);

const stop = new AbortController();
setTimeout(() => stop.abort("enough"), 300);
await assert.rejects(call("long", {}, { signal: stop.signal }));
for (let tries = 0; text(await call("cancelled"))[0] === "0"; tries++) {
    assert.ok(tries < 50, "a call goes on after it was cancelled");
    await new Promise((resolve) => setTimeout(resolve, 100));
}

const { contents } = await client.readResource({ uri: "test://template/7/data" });
assert.equal(JSON.parse(contents[0].text).id, "7");
const { messages } = await client.getPrompt({ name: "greet_user", arguments: { name: "Ann", style: "Formal" } });
assert.equal(messages[0].content.text, "Greet Ann.");
const { completion } = await client.complete({
    ref: { type: "ref/prompt", name: "greet_user" },
    argument: { name: "style", value: "F" },
});
assert.deepEqual(completion.values, ["Friendly", "Formal"]);
await client.close();
