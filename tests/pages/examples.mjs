// A row of examples fills the inputs and runs the function: by mouse and by keyboard, on every page of rows.

import { done, equal, holds, open, until, violations } from "../browser/browser.mjs";

const page = await open("/");
const [name, times, greeting] = ["Name", "Times", "Greeting"].map((label) => page.getByLabel(label, { exact: true }));

// The row that the page opens with.
await holds(name, "Ada 3");
await holds(times, "3");
equal(await greeting.inputValue(), "");

const people = page.locator("v-dataset").first();
await people.getByRole("button", { name: "Sample 1", exact: true }).click();
await holds(greeting, "Hello Ada 1. ");

// The second leaves the number alone, and is chosen by the keyboard.
await times.fill("2");
await people.getByRole("button", { name: "Sample 2", exact: true }).focus();
await page.keyboard.press("Enter");
await holds(greeting, "Hello Ada 2. Hello Ada 2. ");

// Twelve rows are three pages of five.
equal(await people.locator("tbody tr").count(), 5);
await people.getByRole("button", { name: "Page 3" }).click();
equal(await people.locator("tbody tr").count(), 2);
await people.getByRole("button", { name: "Sample 12", exact: true }).click();
await holds(times, "12");

// Labels in place of values.
const marks = page.locator("v-dataset").nth(1);
await marks.getByRole("button", { name: "unsure" }).click();
await holds(page.getByLabel("Mark", { exact: true }), "?");
await until(async () => (await greeting.inputValue()).startsWith("Hello Ada 12."), "only the first runs the function");
equal(await violations(page), []);
await done();
