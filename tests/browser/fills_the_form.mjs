// Somebody types, presses Submit, and reads the answer.
import { done, equal, holds, open } from "./browser.mjs";

const page = await open();
equal(await page.title(), "Hello");
await page.getByLabel("name").fill("World");
await page.getByRole("button", { name: "Submit" }).click();
await holds(page.getByLabel("output"), "Hello World!");

// Once more, with text that would break what is put together from strings.
await page.getByLabel("name").fill("<b>Zoë</b> 🦀 \"&'");
await page.getByRole("button", { name: "Submit" }).click();
await holds(page.getByLabel("output"), "Hello <b>Zoë</b> 🦀 \"&'!");

await page.getByRole("button", { name: "Clear" }).click();
await holds(page.getByLabel("name"), "");
await holds(page.getByLabel("output"), "");
await done();
