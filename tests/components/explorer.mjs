// A tree of files: opened and chosen by mouse and by keyboard.

import { done, open, until } from "../browser/browser.mjs";

const page = await open();
const output = page.getByLabel("Output");
const submit = page.getByRole("button", { name: "Submit" });
const shows = async (text) => until(async () => (await output.inputValue()) === text, `the answer is ${text}`);

// A folder opens, and choosing it chooses what is in it, in folders below as well.
await page.getByLabel("expand directory").click();
await page.getByRole("checkbox", { name: "fog.txt" }).check();
await submit.click();
await shows("poems/fog.txt");
const folder = page.getByRole("checkbox", { name: "poems" });
await until(() => folder.evaluate((it) => it.indeterminate), "some of the folder is chosen");
await folder.check();
await page.getByRole("checkbox", { name: "rain.txt" }).waitFor();
await submit.click();
await shows("poems poems/late poems/late/rain.txt poems/fog.txt");
await page.getByRole("checkbox", { name: "rain.txt" }).uncheck();
await until(async () => !(await folder.isChecked()), "a folder is whole or not chosen");
await folder.check();
await folder.uncheck();

// The same by keyboard.
await page.getByLabel("expand directory").first().focus();
await page.keyboard.press("ArrowLeft");
await until(async () => (await page.getByLabel("expand directory").count()) === 1, "the folder is closed");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Space");
await submit.click();
await shows("index.txt");
await page.keyboard.press("Shift+Tab");
await done();
