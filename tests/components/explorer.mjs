// A tree of files: opened and chosen by mouse and by keyboard.

import { base, done, holds, ok, open, until } from "../browser/browser.mjs";

const page = await open();
const output = page.getByLabel("Output").first();
const submit = page.getByRole("button", { name: "Submit" }).first();
const shows = async (text) => until(async () => (await output.inputValue()) === text, `the answer is ${text}`);

const files = page.getByRole("group", { name: "Files" });

// A folder opens, and choosing it chooses what is in it, in folders below as well.
await files.getByLabel("expand directory").click();
await files.getByRole("checkbox", { name: "fog.txt" }).check();
await submit.click();
await shows("poems/fog.txt");
const folder = files.getByRole("checkbox", { name: "poems" });
await until(() => folder.evaluate((it) => it.indeterminate), "some of the folder is chosen");
await folder.check();
await files.getByRole("checkbox", { name: "rain.txt" }).waitFor();
await submit.click();
await shows("poems poems/late poems/late/rain.txt poems/fog.txt");
await files.getByRole("checkbox", { name: "rain.txt" }).uncheck();
await until(async () => !(await folder.isChecked()), "a folder is whole or not chosen");
await folder.check();
await folder.uncheck();

// The same by keyboard.
await files.getByLabel("expand directory").first().focus();
await page.keyboard.press("ArrowLeft");
await until(async () => (await files.getByLabel("expand directory").count()) === 1, "the folder is closed");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Space");
await submit.click();
await shows("index.txt");
await page.keyboard.press("Shift+Tab");

// A function hears which line it was, counted in its folder.
const told = page.getByLabel("Told");
await holds(told, '1 "index.txt" true');
await files.getByRole("checkbox", { name: "index.txt" }).uncheck();
await holds(told, '1 "index.txt" false');
await files.getByLabel("expand directory").click();
await files.getByRole("checkbox", { name: "fog.txt" }).check();
// Before it stand the folder itself and what is in it.
await holds(told, '2 "poems/fog.txt" true');
await files.getByRole("checkbox", { name: "fog.txt" }).uncheck();
await holds(told, '2 "poems/fog.txt" false');

// Of a long folder those lines are drawn that are seen; the rest can be reached and chosen all the same.
await page.goto(base + "/long");
const all = files.getByRole("checkbox", { name: "all" });
await all.check();
await submit.click();
// The folder is one of what it holds.
await shows("301");
const undrawn = files.locator("li.bare");
ok((await undrawn.count()) > 150, "far lines are not drawn yet");
ok(await all.isChecked(), "a folder is whole, drawn or not");
await files.getByRole("checkbox", { name: "000.txt" }).focus();
await page.keyboard.press("End");
const last = files.getByRole("checkbox", { name: "299.txt" });
ok(await last.evaluate((it) => it === document.activeElement), "the last line has the focus");
ok(await last.isChecked());
await page.keyboard.press("Space");
await submit.click();
await shows("300");
ok(!(await all.isChecked()), "one is missing");
await done();
