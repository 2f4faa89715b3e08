// Who closes a page waits for nothing more: what ran for it stops, long before it would for a page that lost its line.
import { base, done, ok, open, profile, until } from "../browser/browser.mjs";

const ticks = async () => {
    const asked = { method: "POST", headers: { "content-type": "application/json" }, body: '{"data":[]}' };
    return (await (await fetch(`${base}/gradio_api/run/ticks`, asked)).json()).data[0];
};
const context = await profile();
// One tab more, which keeps the browser open.
await open("/", context);
const page = await open("/", context);
await page.getByLabel("N", { exact: true }).fill("4000");
await page.getByRole("button", { name: "Work" }).click();
await until(async () => (await ticks()) > 3, "it works");
const closed = Date.now();
await page.close();
let before = await ticks();
await until(async () => {
    await new Promise((wait) => setTimeout(wait, 300));
    const now = await ticks();
    const stands = now === before;
    before = now;
    return stands;
}, "it stops");
const took = Date.now() - closed;
ok(took < 7000, `it took ${took} ms`);
await done();
