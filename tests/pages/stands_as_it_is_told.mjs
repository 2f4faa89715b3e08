// Shares of a row, sizes, what is seen and what is not, and pages as wide and as high as the window.
import { done, equal, ok, open, until } from "../browser/browser.mjs";

const page = await open();
await page.locator("html[data-ready]").waitFor();
const box = async (locator) => (await locator.boundingBox()) ?? ok(false, `${locator} has no box`);
const block = (label) => page.locator(".block").filter({ has: page.getByLabel(label, { exact: true }) }).last();
const near = (a, b, what, by = 12) => ok(Math.abs(a - b) <= by, `${what}: ${a} is not near ${b}`);
const width = async (label) => (await box(block(label))).width;

// `scale` shares a row, above what `min_width` asks for.
const [narrow, wide] = [await width("Narrow"), await width("Wide")];
near(wide - 100, 3 * (narrow - 100), "shares of the row");

// What has no room for its least width goes on in the next line.
const [first, next] = [await box(block("First")), await box(block("Next"))];
ok(next.y > first.y, "the second stands below");

// Lengths may be said in units of CSS.
near((await box(page.locator("#high"))).height, 17 * 16, "the height of the row", 1);

// The share of a column is not that of what stands in it.
near(await width("Inside one"), await width("Inside two"), "a row within");

const button = async (name) => (await box(page.getByRole("button", { name }))).width;
near((await button("Large share")) - 50, 4 * ((await button("Small share")) - 50), "shares of buttons");

// What is not visible is not there; what is hidden is, but not seen.
equal(await page.locator("#gone").count(), 0);
equal(await page.locator("#hidden").count(), 1);
equal(await page.locator("#hidden.one.two").isVisible(), false);
await page.getByRole("button", { name: "Show" }).click();
await page.locator("#gone").waitFor();
await page.locator("#hidden.three").waitFor();
equal(await page.locator("#hidden.one").count(), 0);

// Shares change on events.
await page.getByRole("button", { name: "Turn round" }).click();
await until(async () => (await width("Narrow")) > (await width("Wide")), "the shares are changed");

// What is higher than its place scrolls there, for the keyboard as well.
const inner = page.locator("#fold details > .form");
near((await box(inner)).height, 150, "the height of what is folded", 1);
near((await box(page.locator("#one"))).height, 200, "the height of a tab", 1);
for (const place of [inner, page.locator("#one")]) {
    await place.focus();
    await page.keyboard.press("End");
    await until(() => place.evaluate((it) => it.scrollTop > 0), "it scrolls");
}
await page.getByRole("button", { name: "Higher" }).click();
await until(async () => Math.abs((await box(inner)).height - 320) < 2, "it is higher now");

// What stands in a tab that is not open may be there already.
equal(await page.locator("#waits").count(), 1);
equal(await page.locator("#waits").isVisible(), false);

// On a phone nothing is wider than the screen, whatever its least width.
await page.setViewportSize({ width: 390, height: 800 });
ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is as wide as the phone");

const full = await open("/full", { viewport: { width: 1800, height: 900 } });
await full.locator("html[data-ready]").waitFor();
ok((await box(full.locator("#top"))).width > 1600, "the page is as wide as the window");
const talk = await box(full.locator("#talk"));
ok(talk.height > 400, `the conversation takes what is left: ${talk.height}`);
const say = await box(full.locator("#say"));
ok(say.y > talk.y + talk.height - 1, "what follows stands below");
ok(say.y + say.height <= 900, "and in the window");
equal(await full.evaluate(() => document.documentElement.scrollHeight <= innerHeight), true, "nothing is out of sight");

await done();
