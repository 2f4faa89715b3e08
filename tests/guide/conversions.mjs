// A list of choices shows names and sends values.

import { done, holds, open } from "../browser/browser.mjs";

const page = await open("/");
await page.getByRole("tab", { name: "Size" }).click();
await page.getByRole("combobox", { name: "Size" }).click();
await page.getByRole("option", { name: "Rather large" }).click();
await page.getByRole("tabpanel", { name: "Size" }).getByRole("button", { name: "Submit" }).click();
await holds(page.getByRole("tabpanel", { name: "Size" }).getByRole("textbox", { name: "Output" }), "Large");
await done();
