// Every kind of event, set off as a person does, and what the function was told of it.

import { done, equal, holds, open, until } from "../browser/browser.mjs";

const page = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
await page.locator("html[data-ready]").waitFor();
const tells = (text) => holds(page.getByLabel("Told", { exact: true }), text);

// A cell, with its row and its column.
await page.locator('v-dataframe .tbody [data-row="1"][data-col="0"]').click();
await tells("Dataframe.select (1, 0) 3 [Number(3), Number(4)] [Number(1), Number(3)] true");

// An option that is taken, and given up.
await page.getByLabel("y", { exact: true }).check();
await tells('Checkboxgroup.select 1 "y" true');
await page.getByLabel("y", { exact: true }).uncheck();
await tells('Checkboxgroup.select 1 "y" false');

// A key, and what stands in the box by then.
await page.getByLabel("City").selectText();
await page.getByLabel("City").press("o");
await tells("Dropdown.key_up o o");
await page.keyboard.press("Escape");

await page.locator("v-textbox", { hasText: "Text" }).getByRole("button", { name: "Copy" }).click();
await tells('Textbox.copy "to copy"');
equal(await page.evaluate(() => navigator.clipboard.readText()), "to copy");

// A file, as the function may read it.
const files = page.locator("v-file");
const file = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });
await files.locator("input[type=file]").setInputFiles([file("one.txt", "1"), file("two.txt", "2")]);
const link = files.getByRole("link", { name: "two.txt" });
await Promise.all([page.waitForEvent("download"), link.click()]);
await tells("File.download two.txt [50]");
await files.getByRole("button", { name: "Remove this file: one.txt" }).click();
await tells("File.delete one.txt [49]");

const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const pictures = page.locator("v-gallery");
await pictures.locator("input[type=file]").setInputFiles([{ name: "pixel.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") }]);
await pictures.getByRole("button", { name: "Remove pixel.png" }).click();
await tells("Gallery.delete pixel.png");

// What is thought of a message, and what becomes of it.
const talk = page.locator("v-chatbot");
await talk.getByLabel("Like", { exact: true }).click();
await tells('Chatbot.like 1 ["two"] true');
await talk.getByLabel("Dislike", { exact: true }).click();
await tells('Chatbot.like 1 ["two"] false');
await talk.getByRole("button", { name: "Retry" }).click();
await tells('Chatbot.retry 0 "one"');
await talk.getByRole("button", { name: "Undo" }).click();
await tells('Chatbot.undo 0 "one"');
await talk.locator(".user").getByRole("button", { name: "Edit" }).click();
await talk.getByLabel("Message text").fill("uno");
await page.keyboard.press("Enter");
await tells('Chatbot.edit 0 "one" "uno"');

// Several events, one function: it knows which it was.
await page.getByRole("button", { name: "Go", exact: true }).click();
await tells("Button.click None");
await page.getByLabel("Text", { exact: true }).press("Enter");
await tells("Textbox.submit None");

// What comes again and again is taken as often as was asked for.
await page.getByRole("button", { name: "Tick" }).click();
await until(async () => Number(await page.getByLabel("Fast").inputValue()) >= 5, "most of ten are taken");
await holds(page.getByLabel("Slow"), "1");

await done();
