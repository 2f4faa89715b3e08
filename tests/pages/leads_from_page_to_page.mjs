// The bar of an app of several pages: where it leads, what stands in it, and how functions change it.
import { base, done, equal, holds, ok, open, until, violations } from "../browser/browser.mjs";

const page = await open();
const bar = page.getByRole("navigation", { name: "Pages" });
const link = (name) => bar.getByRole("link", { name, exact: true });
const names = async () => (await bar.getByRole("link").allTextContents()).map((name) => name.trim());

equal(await names(), ["Home", "The second", "About us"]);
equal(await link("Home").getAttribute("aria-current"), "page");
equal(await link("About us").getAttribute("target"), "_blank");
equal(await violations(page), []);

// A page has what stands on it, and nothing of the others.
await link("The second").click();
await page.getByRole("heading", { name: "The second page" }).waitFor();
equal(new URL(page.url()).pathname, "/second");
equal(await link("The second").getAttribute("aria-current"), "page");
equal(await page.getByRole("button", { name: "Hide" }).count(), 0);
equal(await page.title(), "The second · Home");

// The form of a function works here.
await page.getByLabel("X", { exact: true }).fill("3");
await page.getByLabel("Y", { exact: true }).fill("4");
await page.getByRole("button", { name: "Submit" }).click();
await until(async () => (await page.locator("main").textContent()).includes("12") || (await page.locator("input").evaluateAll((all) => all.some((it) => it.value === "12"))), "the product is shown");

// Functions hide the bar, bring it back, and change what stands in it.
await link("Home").click();
await page.getByRole("button", { name: "Hide" }).click();
await bar.waitFor({ state: "detached" });
await page.getByRole("button", { name: "Show" }).click();
await bar.waitFor();
equal(await names(), ["Start", "The second", "Deep", "Chosen"]);
await page.getByRole("button", { name: "Leave out" }).click();
await link("Start").waitFor({ state: "hidden" });
equal(await bar.getByRole("link").filter({ visible: true }).first().textContent(), "The second");
equal(new URL(await link("Chosen").evaluate((it) => it.href)).search, "?option=2");

// A path may have slashes in it; events, and the way back, work from there.
await link("Deep").click();
await page.getByRole("heading", { name: "Deep below" }).waitFor();
equal(page.url(), `${base}/tools/deep`);
await page.getByLabel("Name", { exact: true }).fill("Ada");
await page.getByLabel("Name", { exact: true }).press("Enter");
await holds(page.getByLabel("Greeting", { exact: true }), "Hello Ada");
await link("Home").click();
await page.getByRole("heading", { name: "The first page" }).waitFor();

// On a phone it scrolls by itself, not the page.
await page.setViewportSize({ width: 390, height: 800 });
ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is as wide as the phone");
await done();
