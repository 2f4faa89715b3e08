// An error of the function is a toast with its words and a mark at its answer; the form stays, and works again.
import { done, equal, ok, open } from "./browser.mjs";

const page = await open();
const tab = page.getByRole("tab", { name: /user facing/i });
await tab.click();
await page.getByRole("tabpanel").filter({ visible: true }).getByLabel("X").fill("something");
await page.getByRole("button", { name: "Submit" }).filter({ visible: true }).click();
const toast = page.getByRole("alert");
await toast.filter({ hasText: "bad input" }).waitFor();
equal(await page.getByRole("tabpanel").filter({ visible: true }).getByLabel("X").inputValue(), "something");
await toast.getByRole("button", { name: /close|dismiss/i }).click();
await toast.waitFor({ state: "hidden" });

// Where the answer was to be there is a word of it, until something else is shown there.
const marked = page.getByRole("tabpanel").filter({ visible: true }).locator("[data-failed]");
equal(await marked.getAttribute("data-failed"), "Error");
await page.getByRole("button", { name: "Clear" }).filter({ visible: true }).click();
await marked.waitFor({ state: "detached" });

// A crash says that something went wrong, and no more.
await page.getByRole("tab", { name: /^panics$/i }).click();
await page.getByRole("tabpanel").filter({ visible: true }).getByLabel("X").fill("something");
await page.getByRole("button", { name: "Submit" }).filter({ visible: true }).click();
await page.getByRole("alert").first().waitFor();
ok(!(await page.locator("body").textContent()).includes("secret detail"));

await page.getByRole("tab", { name: /^fine$/i }).click();
const panel = page.getByRole("tabpanel").filter({ visible: true });
await panel.getByLabel("X").fill("still here");
await panel.getByRole("button", { name: "Submit" }).click();
await page.waitForFunction(() => [...document.querySelectorAll("textarea[readonly]")].some((field) => field.value === "still here"));
await done();
