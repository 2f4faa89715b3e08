// What is kept for a tab, and what is kept in the browser: over clicks, refreshes, tabs and browsers.

import { done, equal, holds, open } from "../browser/browser.mjs";

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const count = (page) => page.getByLabel("Count", { exact: true });
const kept = (page) => page.getByLabel("Kept", { exact: true });

// A change of a kept value is told once, by what it is; the same value again is no change.
const page = await open();
await press(page, "More");
await holds(count(page), "1");
await press(page, "More");
await holds(count(page), "2");
await holds(page.getByLabel("Changes"), "2");
await press(page, "Same");
await holds(page.getByLabel("Runs"), "1");
equal(await page.getByLabel("Changes").inputValue(), "2");

// Another tab counts by itself, and a refresh from the beginning.
const tab = await open("/", page.context());
await press(tab, "More");
await holds(count(tab), "1");
await page.reload();
await press(page, "More");
await holds(count(page), "1");
await press(tab, "More");
await holds(count(tab), "2");

// What the browser keeps is there after a refresh and in another tab, and not in another browser.
await page.getByLabel("Name", { exact: true }).fill("Ada");
await press(page, "Keep");
await holds(kept(page), "Ada");
await page.reload();
await press(page, "Recall");
await holds(kept(page), "Ada");
const later = await open("/", page.context());
await press(later, "Recall");
await holds(kept(later), "Ada");
const other = await open();
await press(other, "Recall");
await holds(kept(other), "nobody");

// Nobody reads it there.
const stored = await page.evaluate(() => localStorage.getItem("who"));
equal(typeof stored, "string");
equal(stored.includes("Ada"), false);
await done();
