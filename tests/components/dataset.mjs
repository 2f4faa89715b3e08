// Samples are chosen by mouse and by keyboard, page by page.

import { done, equal, holds, open, until, violations } from "../browser/browser.mjs";

const page = await open();
const chosen = page.getByLabel("Chosen");

equal(await page.locator("v-dataset").first().locator("tbody tr").count(), 10);
equal(await page.getByRole("row", { name: "Person 3" }).getByRole("cell").nth(1).innerText(), "large");
await page.getByRole("cell", { name: "Person 3" }).click();
await holds(chosen, "3: Person 3, size 2");

await page.getByRole("button", { name: "Page 3" }).focus();
await page.keyboard.press("Enter");
await until(async () => (await page.locator("v-dataset").first().locator("tbody tr").count()) === 5, "the last page has five");
await page.getByRole("button", { name: "Sample 25" }).focus();
await page.keyboard.press("Space");
await holds(chosen, "24: Person 24, size 1");

await page.getByRole("button", { name: "#0000ff" }).click();
await holds(chosen, "#0000ff");
equal(await page.getByRole("button", { name: "#0000ff" }).getAttribute("aria-pressed"), "true");
equal(await violations(page), []);
await done();
