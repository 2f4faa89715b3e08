// A thousand boxes, each with its listener: soon there, and quick to type into.
import { done, equal, holds, ok, open } from "../browser/browser.mjs";

const page = await open();
const draw = async () => {
    const before = await page.evaluate(() => performance.now());
    await page.getByRole("button", { name: "Draw" }).click();
    await page.getByLabel("Box 999", { exact: true }).waitFor();
    return (await page.evaluate(() => performance.now())) - before;
};
const first = await draw();

// From a key to the letter on the screen.
const box = page.getByLabel("Box 500", { exact: true });
await box.scrollIntoViewIfNeeded();
await box.focus();
const waits = await box.evaluate((it) => {
    const all = [];
    it.addEventListener("input", (event) => {
        requestAnimationFrame(() => setTimeout(() => all.push(performance.now() - event.timeStamp)));
    });
    return (window.waits = all);
});
equal(waits, []);
await page.keyboard.type("quickly", { delay: 50 });
await holds(page.getByLabel("Out"), "500: quickly");
const letters = await page.evaluate(() => window.waits.sort((a, b) => a - b));
const middle = letters[Math.floor(letters.length / 2)];

// Once more, with a thousand that go.
await box.evaluate((it) => (it.closest("v-textbox").old = true));
await page.getByRole("button", { name: "Draw" }).click();
await page.waitForFunction(() => ![...document.querySelectorAll("v-textbox")].some((it) => it.old));
equal(await page.locator("v-textbox").count(), 1001);
await page.getByLabel("Box 7", { exact: true }).fill("x");
await holds(page.getByLabel("Out"), "7: x");

console.log(`1,000 boxes: there after ${Math.round(first)} ms, a letter after ${Math.round(middle)} ms`);
ok(first < 10_000, `drawn after ${first} ms`);
ok(middle < 250, `a letter after ${middle} ms`);
await done();
