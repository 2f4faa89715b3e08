// Choices are made by mouse and by keyboard.

import { done, open, until } from "../browser/browser.mjs";

const page = await open();
await page.getByLabel("Large").check();
await page.getByLabel("a", { exact: true }).check();
await page.getByRole("slider").focus();
await page.keyboard.press("ArrowRight");
await page.getByRole("button", { name: "Submit" }).click();
const output = page.getByLabel("Output");
await until(async () => (await output.inputValue()) === "Large a 1", "the choices arrive");
await done();
