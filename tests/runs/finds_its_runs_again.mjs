// A page that is loaded again in the middle of a run goes on with it; what was kept for it begins anew.
import { done, equal, holds, ok, open, until } from "../browser/browser.mjs";

const page = await open("/", {}, ["ERR_ABORTED"]);
const shown = page.getByLabel("Shown");
const after = page.getByLabel("After");
await page.getByRole("button", { name: "Remember" }).click();
await holds(after, "seen 1");
await page.getByRole("button", { name: "Remember" }).click();
await holds(after, "seen 2");
await page.getByLabel("N", { exact: true }).fill("400");
await page.getByRole("button", { name: "Count" }).click();
await until(async () => (await shown.inputValue()).startsWith("step"), "it counts");
const before = Number((await shown.inputValue()).slice(5));

await page.reload();
// It is there at once, further than before, seen to be at work, and goes on to its end and what follows it.
await until(async () => (await shown.inputValue()).startsWith("step"), "it is shown again");
const now = Number((await shown.inputValue()).slice(5));
ok(now >= before && now < 399, `${before}, then ${now}`);
await page.locator("[aria-busy]").first().waitFor();
await holds(after, "then step 399");
equal(await shown.inputValue(), "step 399");

// And once more, now that all is over: what was shown is shown, and nothing runs again.
await page.reload();
await holds(shown, "step 399");
await holds(after, "then step 399");
equal(await page.locator("[aria-busy]").count(), 0);
// What is kept for a page begins anew with it.
await page.getByRole("button", { name: "Remember" }).click();
await holds(after, "seen 1");

// A copy of the tab is another tab.
const copy = await page.context().newPage();
await copy.goto(page.url());
await copy.locator("html[data-ready]").waitFor();
equal(await copy.getByLabel("Shown").inputValue(), "");
await done();
