// What functions draw comes and goes; what has a key stays, with all that a person did there.
import { done, equal, holds, ok, open, until } from "../browser/browser.mjs";

const page = await open();
const field = (label) => page.getByLabel(label, { exact: true });
const press = (name) => page.getByRole("button", { name, exact: true }).click();
const focused = () => page.evaluate(() => document.activeElement?.closest("[data-id]")?.querySelector(".block-title")?.textContent);

// It is drawn when the page opens, and what it wants then is done.
await holds(field("Loaded"), "1 boxes");
await field("Box 0").fill("first");
await holds(field("Out"), "0: first");

// More of it: the element stays, and what is new about it is shown.
await field("Box 0").evaluate((box) => (box.closest("v-textbox").mark = true));
await field("Count").fill("3");
await field("Box 2").waitFor();
await holds(field("Loaded"), "3 boxes");
equal(await field("Box 0").inputValue(), "first");
ok(await field("Box 0").evaluate((box) => box.closest("v-textbox").mark));
await page.getByText("of 3").first().waitFor();
await field("Box 2").fill("third");
await holds(field("Out"), "2: third");

// Less of it.
await field("Count").fill("1");
await field("Box 2").waitFor({ state: "detached" });
equal(await page.getByLabel("Box 0", { exact: true }).count(), 1);
equal(await field("Box 0").inputValue(), "first");

// Whoever types into what is drawn anew meanwhile, types on: no letter is lost, nothing jumps.
await field("Own").focus();
await page.keyboard.press("End");
const scroll = await page.evaluate(() => (window.scrollTo(0, 60), window.scrollY));
await page.keyboard.type("ing all of it", { delay: 40 });
await page.getByText("So far: starting all of it").waitFor();
equal(await field("Own").inputValue(), "starting all of it");
equal(await focused(), "Own");
equal(await page.evaluate(() => window.scrollY), scroll);

// Updates reach what was drawn; kinds that were not on the page before bring their looks and scripts.
await press("a");
await page.getByRole("button", { name: "A", exact: true }).waitFor();
await field("Choice").click();
await page.getByRole("option", { name: "y" }).click();
await page.locator("v-label").getByText("sure").first().waitFor();

// A clock that was drawn ticks, and stops when it is gone.
await field("Text").fill("to");
await until(async () => Number(await field("Ticks").inputValue()) > 2, "it ticks");
await field("Text").fill("o");
await page.getByRole("button", { name: "t", exact: true }).waitFor({ state: "detached" });
await page.waitForTimeout(500);
const ticks = await field("Ticks").inputValue();
await page.waitForTimeout(600);
equal(await field("Ticks").inputValue(), ticks);

// A button that is drawn anew while it has the focus leaves it to the one in its place.
await field("Text").fill("xyz");
await page.getByRole("button", { name: "z", exact: true }).waitFor();
await page.getByRole("button", { name: "y", exact: true }).focus();
await field("Text").evaluate((box) => {
    box.value = "uvw";
    box.dispatchEvent(new Event("input", { bubbles: true }));
});
await page.getByRole("button", { name: "w", exact: true }).waitFor();
equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "v");

// Everybody has parts of their own.
const other = await open();
await holds(other.getByLabel("Loaded", { exact: true }), "1 boxes");
equal(await other.getByLabel("Box 0", { exact: true }).inputValue(), "");

await done();
