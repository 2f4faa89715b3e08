// Every kind of input can be used the way people use it, and sends what they chose.
import { done, equal, ok, open, until } from "./browser.mjs";

const page = await open();

await page.getByLabel("Text", { exact: true }).fill("words");
await page.getByLabel("Area", { exact: true }).fill("more");
await page.getByLabel("Num", { exact: true }).fill("2.5");
await page.getByLabel("Int", { exact: true }).fill("7");

const slider = page.getByRole("slider", { name: "Slider" });
await slider.focus();
await page.keyboard.press("ArrowRight");
equal(await slider.inputValue(), "6");

await page.getByRole("checkbox", { name: "Check", exact: true }).uncheck();
await page.getByRole("checkbox", { name: "c", exact: true }).check();
await page.getByRole("radio", { name: "y", exact: true }).check();

const drop = page.getByRole("combobox", { name: "Drop" });
await drop.click();
await page.getByRole("option", { name: "d2" }).click();
equal(await drop.inputValue(), "d2");

// Typing filters, Enter takes, and what was taken becomes a chip that can be removed again.
const multi = page.getByRole("combobox", { name: "Multi" });
await multi.click();
await multi.pressSequentially("m3");
await until(async () => (await page.getByRole("option").filter({ visible: true }).allTextContents()).join() === "m3", "typing filters");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Enter");
await page.keyboard.press("Escape");
await page.getByRole("button", { name: /m1/ }).click();

const answer = page.waitForRequest((request) => request.url().endsWith("/queue/join"));
await page.getByRole("button", { name: "Submit" }).click();
const sent = (await answer).postDataJSON().data;
equal(sent.slice(0, 10), ["words", "more", 2.5, 7, 6, false, ["a", "c"], "y", "d2", ["m3"]]);

await until(async () => (await page.locator("main").textContent()).includes('"words"'), "the result is shown");
ok(!(await page.getByRole("alert").count()));
await done();
