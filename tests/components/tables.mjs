// A table is edited, sorted, searched, copied and pasted as in a spreadsheet, by mouse and by keyboard.

import { done, equal, holds, ok, open, profile, until, violations, base } from "../browser/browser.mjs";

const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
await page.goto(`${base}/`);
await page.waitForSelector("[data-ready]");

const items = page.locator("v-dataframe").nth(0);
const shown = page.locator("v-dataframe").nth(1);
const large = page.locator("v-dataframe").nth(3);
const cell = (table, row, column) => table.locator(`.tbody [data-row="${row}"][data-col="${column}"]`);
const words = async (table, row, column) => (await cell(table, row, column).locator(".cell-text").textContent()).trim();
const reads = (table, row, column, text) =>
    until(async () => (await words(table, row, column)) === text, `row ${row}, column ${column} reads ${text}`);
const keys = async (...all) => {
    for (const key of all) await page.keyboard.press(key);
};
const column = (table, at) => table.locator(`.tbody [data-col="${at}"] .cell-text`).allTextContents();

// Typing takes the place of what is there; Enter, Tab and leaving keep it, Escape does not.
await cell(items, 0, 1).click();
await page.keyboard.type("3.5");
await keys("Enter");
await reads(items, 0, 1, "3.5");
await holds(page.getByLabel("Total"), "14");
await holds(page.getByLabel("Changes"), "1");
await holds(page.getByLabel("Edited"), "0 1 2.5 3.5");
ok(await cell(items, 1, 1).evaluate((td) => td.classList.contains("active")), "Enter goes on to the cell below");
await keys("F2", "Alt+Enter", "Escape", "ArrowUp");
await keys("F2", "Backspace", "Escape");
await reads(items, 0, 1, "3.5");
await page.keyboard.type("4");
await keys("Tab");
await reads(items, 0, 1, "4");
ok(await cell(items, 0, 2).evaluate((td) => td.classList.contains("active")), "Tab goes on");
await keys("ArrowLeft");
await holds(page.getByLabel("Chosen"), "0 1 4 3");
await keys("ArrowLeft");
await holds(page.getByLabel("Chosen"), '0 0 "pear" 3');
await page.keyboard.type("plum");
await page.getByLabel("Edited").click();
await reads(items, 0, 0, "plum");

// A box is ticked by mouse and by the space bar.
await cell(items, 1, 2).getByRole("checkbox").check();
await holds(page.getByLabel("Edited"), "1 2 false true");
await keys("Space");
await holds(page.getByLabel("Edited"), "1 2 true false");

// A block is selected, copied for spreadsheets, emptied, and pasted elsewhere; longer pastes make rows.
await cell(items, 0, 0).click();
await keys("Shift+ArrowDown", "Shift+ArrowRight", "Control+c");
equal(await page.evaluate(() => navigator.clipboard.readText()), "plum,4\napple,10");
const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text());
ok(html.includes("<td>apple</td>"), html);
await cell(items, 2, 0).click();
await keys("Control+v");
await reads(items, 2, 0, "plum");
await reads(items, 3, 0, "apple");
await cell(items, 3, 0).click();
await keys("Delete");
await reads(items, 3, 0, "");
await page.evaluate(() => navigator.clipboard.writeText("kiwi\t7\nlime\t8"));
await cell(items, 3, 0).click();
await keys("Control+v");
await reads(items, 4, 0, "lime");
await holds(page.getByLabel("Total"), "33");

// Sorting is a matter of looking, not of the value.
await items.getByRole("button", { name: "price", exact: true }).click();
await until(async () => (await column(items, 1)).join() === "4,4,7,8,10", "the smallest price is first");
await items.getByRole("button", { name: "price", exact: true }).click();
await until(async () => (await column(items, 1)).join() === "10,8,7,4,4", "the greatest price is first");
await page.getByRole("button", { name: "Dearer" }).click();
await until(async () => (await column(shown, 1)).join() === "5,11,5,8,9", "the value keeps its order");
await items.getByRole("button", { name: "price", exact: true }).click();

// Rows and columns come and go by the menu, which the keyboard opens.
await cell(items, 1, 0).click();
await keys("Shift+F10");
await page.getByRole("menuitem", { name: "Add row below" }).click();
await reads(items, 2, 0, "");
await reads(items, 3, 0, "plum");
await keys("Shift+F10", "ArrowDown", "ArrowDown", "Enter");
await reads(items, 2, 0, "plum");
await cell(items, 0, 0).click();
await items.getByRole("button", { name: "Open cell menu" }).click();
await page.getByRole("menuitem", { name: "Add column to the right" }).click();
await until(async () => (await items.locator(".thead th").count()) === 4, "a column is added");
await items.locator('.thead [data-col="1"]').hover();
await items.getByRole("button", { name: "Column menu: 4" }).click();
await page.getByRole("menuitem", { name: "Delete column" }).click();
await until(async () => (await items.locator(".thead th").count()) === 3, "the column is gone");

// What was done is taken back, and done once more.
await cell(items, 0, 0).click();
await page.keyboard.type("cherry");
await keys("Enter", "Control+z");
await reads(items, 0, 0, "plum");
await keys("Control+y");
await reads(items, 0, 0, "cherry");
await keys("Control+z");
await reads(items, 0, 0, "plum");

// A column is filtered.
await items.locator('.thead [data-col="1"]').hover();
await items.getByRole("button", { name: "Column menu: price" }).click();
await page.getByRole("menuitem", { name: "Filter" }).click();
await page.getByLabel("Condition").selectOption(">");
await page.getByLabel("Value", { exact: true }).fill("7");
await page.getByRole("button", { name: "Apply" }).click();
await until(async () => (await column(items, 0)).join() === "apple,lime", "only what costs more");

// Rows and columns come and go between their limits, by menu, by key and by paste.
const team = page.locator("#team");
const adder = team.getByRole("button", { name: "+ Row" });
const offered = async () => {
    await keys("Shift+F10");
    const all = await page.getByRole("menuitem").allTextContents();
    await keys("Escape");
    return all.map((it) => it.trim());
};
const grown = ["Add row above", "Add row below"];
const wider = ["Add column to the left", "Add column to the right"];
await reads(team, 1, 0, "");
equal(await team.locator(".tbody tr").count(), 2);
await cell(team, 0, 0).click();
equal(await offered(), [...grown, ...wider, "Clear"]);
await keys("Control+Delete");
await adder.click();
await holds(page.getByLabel("Size"), "3 × 1");
await page.evaluate(() => navigator.clipboard.writeText("Ada\nAlan\nGrace\nEdsger\nTony"));
await cell(team, 0, 0).click();
await keys("Control+v");
await reads(team, 3, 0, "Edsger");
await holds(page.getByLabel("Size"), "4 × 1");
equal(await adder.isVisible(), false);
await keys("Shift+F10");
await page.getByRole("menuitem", { name: "Add column to the right" }).click();
await holds(page.getByLabel("Size"), "4 × 2");
equal(await offered(), ["Delete row", "Delete column", "Clear"]);
await cell(team, 1, 0).click();
await keys("Control+Delete");
await holds(page.getByLabel("Size"), "3 × 2");
ok(await adder.isVisible(), "there is room again");

// A large table comes in parts, is written in, and goes back as a whole.
await page.getByRole("button", { name: "Make" }).click();
await reads(large, 0, 1, "row 0");
equal(await large.locator("table").getAttribute("aria-rowcount"), "5001");
ok((await large.locator(".tbody tr").count()) < 100, "few rows are drawn");

// Rows come while the scrolling goes on, not only when it rests.
const came = await large.locator(".table-wrap").evaluate((place) => new Promise((resolve) => {
    const end = performance.now() + 20_000;
    place.scrollTop = 5000;
    (function on() {
        place.scrollTop += 25;
        const read = [...place.querySelectorAll(".tbody .cell-text")].map((it) => Number(it.closest("td").dataset.row));
        const last = Math.max(...read);
        if (last > 600 || performance.now() > end) resolve(last);
        else requestAnimationFrame(on);
    })();
}));
ok(came > 600, `row ${came} was the last that came`);
await large.locator(".table-wrap").evaluate((place) => (place.scrollTop = 0));
await cell(large, 0, 1).click();
await keys("Control+ArrowDown");
await reads(large, 4999, 1, "row 4999");
const sent = page.waitForRequest((request) => request.url().includes("queue/join") && request.postData().includes("held"));
await page.keyboard.type("the end");
await keys("Enter");
await page.getByRole("button", { name: "Read" }).click();
ok((await sent).postData().length < 20_000, "rows that the server has are not sent");
await holds(page.getByLabel("End"), "4999 the end");

equal(await violations(page), []);

// Words among numbers are marked where they stand; the server, which refuses them, says the same at the field.
const other = await open("/", {}, ["422"]);
const priced = cell(other.locator("v-dataframe").nth(0), 1, 1);
await priced.click();
await other.keyboard.type("dear");
await other.keyboard.press("Enter");
await other.getByText("row 2, column `price`: expected a number").waitFor();
equal(await priced.getAttribute("aria-invalid"), "true");
equal(await other.locator(".tbody [aria-invalid]").count(), 1);
await priced.click();
await other.keyboard.type("7");
await other.keyboard.press("Enter");
await until(async () => (await other.locator("[aria-invalid]").count()) === 0, "a number is as it should be");
await done();
