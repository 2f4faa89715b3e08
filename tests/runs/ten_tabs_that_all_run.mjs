// A browser has six connections to one host: ten tabs that each show a stream must not wait for each other.
import { done, equal, holds, open, profile } from "../browser/browser.mjs";

const context = await profile({}, ["ERR_ABORTED"]);
const tabs = [];
for (let n = 0; n < 10; n++) tabs.push(await open("/", context));
await Promise.all(tabs.map(async (page, n) => {
    await page.getByLabel("N", { exact: true }).fill("300");
    await page.getByLabel("First").fill(String(n * 1000));
    await page.getByRole("button", { name: "Count" }).click();
}));
// While all of them are at work, each shows something of its own.
await Promise.all(tabs.map(async (page, n) => {
    await page.waitForFunction((n) => {
        const text = document.querySelector("v-textbox textarea, v-textbox input")?.value ?? "";
        return text.startsWith("step") && Math.floor(Number(text.slice(5)) / 1000) === n;
    }, n);
    await holds(page.getByLabel("After"), `then step ${n * 1000 + 299}`);
}));
// And what is no stream is answered as well.
for (const page of tabs) {
    await page.getByRole("button", { name: "Remember" }).click();
    await holds(page.getByLabel("After"), "seen 1");
    equal(await page.locator(".toast").count(), 0);
}
await done();
