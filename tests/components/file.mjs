// Files by click, by drop (folders too), by paste and by button; what is sent, refused, removed, moved and saved.

import { mkdtemp, mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { done, open, until } from "../browser/browser.mjs";

const folder = await mkdtemp(join(tmpdir(), "vetrina-"));
const file = async (name, content) => {
    const path = join(folder, name);
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, content);
    return path;
};
const [one, two, three] = [await file("one.txt", "1"), await file("two.txt", "22"), await file("three.txt", "333")];
const page = await open("/", {}, ["413"]);

// A folder is dropped, with a folder in it.
await file("shelf/a.txt", "a");
await file("shelf/deep/b.txt", "b");
const area = page.locator("v-file", { hasText: "Shelf" }).getByTestId("drop-area");
await area.scrollIntoViewIfNeeded();
const box = await area.boundingBox();
const devtools = await page.context().newCDPSession(page);
const data = { items: [], files: [join(folder, "shelf")], dragOperationsMask: 1 };
for (const type of ["dragEnter", "dragOver", "drop"]) {
    await devtools.send("Input.dispatchDragEvent", { type, x: box.x + 20, y: box.y + 20, data });
}
const shows = async (box, text) => until(async () => (await box.inputValue()) === text, `it shows ${text}`);
await shows(page.getByLabel("Inside"), "a.txt b.txt");

const list = page.locator("v-file", { hasText: "List" });
const input = list.locator("input[type=file]");
const order = page.getByLabel("Order", { exact: true });

// Chosen, and more added.
const [chooser] = await Promise.all([page.waitForEvent("filechooser"), list.getByTestId("drop-area").click()]);
await chooser.setFiles([one, two]);
await shows(order, "one.txt two.txt");
await input.setInputFiles(three);
await shows(order, "one.txt two.txt three.txt");

// Moved by keyboard, and dragged.
await list.getByRole("button", { name: "Move three.txt" }).focus();
await page.keyboard.press("ArrowUp");
await shows(order, "one.txt three.txt two.txt");
await page.keyboard.press("ArrowUp");
await shows(order, "three.txt one.txt two.txt");
const from = await list.getByRole("button", { name: "Move three.txt" }).boundingBox();
const to = await list.getByRole("button", { name: "Move two.txt" }).boundingBox();
await page.mouse.move(from.x + 5, from.y + 10);
await page.mouse.down();
await page.mouse.move(to.x + 5, to.y + to.height + 10, { steps: 8 });
await page.mouse.up();
await shows(order, "one.txt two.txt three.txt");

// Saved by their names.
const [saved] = await Promise.all([page.waitForEvent("download"), list.getByRole("link", { name: "two.txt" }).click()]);
if ((await readFile(await saved.path(), "utf8")) !== "22") throw new Error("another file was saved");
const [note] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save" }).click()]);
if (note.suggestedFilename() !== "order.txt") throw new Error(note.suggestedFilename());

// Removed one by one, or all at once.
await list.getByLabel("Remove this file: two.txt").click();
await shows(page.getByLabel("Deleted"), "two.txt");
await shows(order, "one.txt three.txt");
await list.getByLabel("Clear").click();
await shows(order, "");
await list.getByTestId("drop-area").waitFor();

// Pasted.
await list.getByTestId("drop-area").focus();
await list.getByTestId("drop-area").evaluate((area) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["p"], "pasted.txt", { type: "text/plain" }));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
});
await shows(order, "pasted.txt");

// Of another type, too large, and stopped on the way.
const toast = page.getByTestId("toast-body");
await input.setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("png") });
await toast.filter({ hasText: "x.png is not of a type that is taken: text" }).waitFor();
await page.getByTestId("toast-close").click();
await page.route("**/upload", (route) => setTimeout(() => route.continue().catch(() => {}), 2000));
await input.setInputFiles({ name: "slow.txt", mimeType: "text/plain", buffer: Buffer.alloc(3_000_000) });
await page.getByRole("progressbar", { name: "Uploading slow.txt" }).waitFor();
await page.getByRole("button", { name: "Cancel: slow.txt" }).click();
await page.getByRole("progressbar", { name: "Uploading slow.txt" }).waitFor({ state: "detached" });
await page.unroute("**/upload");
await shows(order, "pasted.txt");
await page.route("**/upload", (route) => route.fulfill({ status: 413, body: "File size exceeded maximum allowed size of 3 bytes." }));
await input.setInputFiles(three);
await toast.filter({ hasText: "File size exceeded" }).waitFor();
await page.unroute("**/upload");
await page.getByTestId("toast-close").click();

// By a button, which tells its click as well.
const [asked] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Add" }).click()]);
await asked.setFiles(one);
await shows(order, "one.txt");
await shows(page.getByLabel("Clicks"), "1");

// A message: files are attached, pasted and taken away; a long text that is pasted becomes a file.
const message = page.locator("v-multimodaltextbox");
const text = message.getByTestId("textbox");
await text.fill("Hello");
const [attach] = await Promise.all([page.waitForEvent("filechooser"), message.getByTestId("upload-button").click()]);
await attach.setFiles([one, two]);
await message.getByRole("listitem").nth(1).waitFor();
await message.getByLabel("Remove one.txt").click();
await text.evaluate((box) => {
    const transfer = new DataTransfer();
    transfer.setData("text", "long ".repeat(20));
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
});
// Its name is seen while it is still on its way; it can be removed once it is there.
await message.getByLabel("Remove pasted_text.txt").waitFor();
await text.press("Enter");
await shows(page.getByLabel("Said"), "Hello [two.txt 2] [pasted_text.txt 100]");
await done();
