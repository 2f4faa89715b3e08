// The API page over the page of the app: what was typed stays, and what is done next becomes a program.
import { done, equal, holds, match, ok, open, until, violations } from "./browser.mjs";

// What looks for faults writes styles into what it looks at; that the page itself does not is checked elsewhere.
const page = await open("/", {}, ["Applying inline style"]);
await page.locator("html[data-ready]").waitFor();
await page.getByLabel("name").fill("Ada");
const dialog = page.getByRole("dialog", { name: "Use via API" });
const offer = page.getByRole("button", { name: "Use via API" });

// By the keyboard: it opens, reads, and goes where one came from.
await offer.focus();
await page.keyboard.press("Enter");
await dialog.getByRole("heading", { name: "Use via API", level: 1 }).waitFor();
await page.waitForURL((url) => url.search === "?view=api");
await dialog.getByText("JavaScript", { exact: true }).first().click();
await dialog.locator("pre:visible", { hasText: "@gradio/client" }).first().waitFor();
equal(await violations(page), []);
await page.keyboard.press("Escape");
await dialog.waitFor({ state: "detached" });
await page.waitForURL((url) => url.search === "");
await holds(page.getByLabel("name"), "Ada");
ok(await offer.evaluate((it) => it === document.activeElement), "the focus comes back");

// Back leads out of it as well, and its keys are its own.
await offer.click();
await dialog.getByRole("heading", { level: 1 }).waitFor();
await page.goBack();
await dialog.waitFor({ state: "detached" });
await page.getByLabel("name").fill("a/b");
await page.getByLabel("name").press("/");
await holds(page.getByLabel("name"), "a/b/");

// What is done next is recorded.
await offer.click();
await dialog.getByRole("button", { name: "Record calls" }).click();
await dialog.waitFor({ state: "detached" });
await holds(page.getByLabel("name"), "a/b/");
await page.getByRole("button", { name: "Submit" }).click();
await holds(page.getByLabel("output"), "Hello a/b/!");
await page.getByText("Recorded calls: 1", { exact: true }).waitFor();
await page.locator(".recorder").getByRole("button", { name: "Stop" }).click();
const recorded = dialog.getByRole("region", { name: "Recorded API Calls 1" });
await recorded.locator("pre:visible").waitFor();
match(await recorded.locator("pre:visible").innerText(), /a\/b\//);
equal(await page.locator(".recorder").count(), 0);

// On a phone it is all of the screen, and nothing is cut off.
await page.setViewportSize({ width: 390, height: 844 });
// It is on its way there for a moment.
await until(async () => Math.round((await dialog.boundingBox()).width) === 390, "it is as wide as the screen");
const scroller = dialog.locator(".over-page");
equal(await scroller.evaluate((it) => it.scrollWidth - it.clientWidth), 0);
await dialog.getByRole("button", { name: "Close" }).click();
await dialog.waitFor({ state: "detached" });
await holds(page.getByLabel("output"), "Hello a/b/!");
await done();
