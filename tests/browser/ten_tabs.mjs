// A browser has six connections to one host: ten tabs must not wait for each other's.
import { done, holds, open, profile } from "./browser.mjs";

const context = await profile();
const tabs = [];
for (let n = 0; n < 10; n++) tabs.push(await open("/", context));
await Promise.all(tabs.map(async (page, n) => {
    await page.getByLabel("name").fill(`tab ${n}`);
    await page.getByRole("button", { name: "Submit" }).click();
    await holds(page.getByLabel("output"), `Hello tab ${n}!`);
}));
// And again, now that each has had a stream.
for (const [n, page] of tabs.entries()) {
    await page.getByLabel("name").fill(`again ${n}`);
    await page.getByLabel("name").press("Enter");
    await holds(page.getByLabel("output"), `Hello again ${n}!`);
}
await done();
