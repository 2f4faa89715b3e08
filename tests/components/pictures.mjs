// Pictures are given, looked at, chosen from and taken away, by mouse and by keyboard.

import { deflateSync } from "node:zlib";
import { done, equal, holds, match, ok, open, profile, until, violations } from "../browser/browser.mjs";

/** A PNG of one colour. */
function png(width, height, [r, g, b]) {
    const part = (type, data) => {
        const body = Buffer.concat([Buffer.from(type), data]);
        const framed = Buffer.alloc(body.length + 8);
        framed.writeUInt32BE(data.length);
        body.copy(framed, 4);
        framed.writeUInt32BE(crc(body), body.length + 4);
        return framed;
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width);
    head.writeUInt32BE(height, 4);
    head.set([8, 2], 8);
    const row = Buffer.from([0, ...Array(width).fill([r, g, b]).flat()]);
    const pixels = deflateSync(Buffer.concat(Array(height).fill(row)));
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    return Buffer.concat([signature, part("IHDR", head), part("IDAT", pixels), part("IEND", Buffer.alloc(0))]);
}

function crc(bytes) {
    let sum = -1;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (sum ^ -1) >>> 0;
}

const file = (name, bytes = png(40, 20, [200, 60, 40])) => ({ name, mimeType: "image/png", buffer: bytes });
const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await open("/", context);
const told = page.getByLabel("Told");
const block = (id) => page.locator(`#${id}`);
const loaded = (img) => until(() => img.evaluate((it) => it.complete && it.naturalWidth), "the picture is there");

// Image: upload, drop another one upon it, look, take away.
const picture = block("picture");
await picture.locator("input[type=file]").setInputFiles(file("red.png"));
await holds(told, "uploaded red.png");
equal(await loaded(picture.locator("img")), 40);
const data = await page.evaluateHandle((bytes) => {
    const all = new DataTransfer();
    all.items.add(new File([new Uint8Array(bytes)], "blue.png", { type: "image/png" }));
    return all;
}, [...png(30, 30, [40, 60, 200])]);
await picture.locator(".stage").dispatchEvent("drop", { dataTransfer: data });
await holds(told, "uploaded blue.png");
equal(await loaded(picture.locator("img")), 30);

await picture.getByRole("button", { name: "Fullscreen" }).click();
const viewer = page.getByRole("dialog", { name: "Picture" });
await viewer.getByRole("button", { name: "Zoom in" }).click();
await page.keyboard.press("+");
const zoomed = () => viewer.locator(".stage").evaluate((it) => it.style.transform);
match(await zoomed(), /scale\(1\.9/);
await page.keyboard.press("ArrowLeft");
match(await zoomed(), /translate\((?!0px)/);
await page.keyboard.press("0");
equal(await zoomed(), "");
await page.keyboard.press("Escape");
await viewer.waitFor({ state: "detached" });
ok(await picture.locator("img").isVisible(), "the picture is back in its place");

await picture.getByRole("button", { name: "Remove Image" }).click();
await holds(told, "cleared");
ok(await picture.getByTestId("drop-area").isVisible(), "there is room for another one");

// Paste: first words, then a picture.
await page.evaluate(() => navigator.clipboard.writeText("words"));
await picture.getByLabel("Paste from clipboard").click();
await picture.getByText("There is no picture in the clipboard.").waitFor();
await page.evaluate(async (bytes) => {
    const blob = new Blob([new Uint8Array(bytes)], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
}, [...png(16, 16, [1, 2, 3])]);
await picture.getByText("Paste from clipboard").click();
await holds(told, "uploaded clipboard.png");

// A file that is none.
await picture.getByRole("button", { name: "Remove Image" }).click();
await picture.locator("input[type=file]").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
await page.getByTestId("toast-text").getByText("a.txt is not of a type that is taken").waitFor();

// The camera.
await picture.getByLabel("Capture from camera").click();
await picture.getByRole("button", { name: "Click to Access Webcam" }).click();
await picture.getByRole("button", { name: "select input source" }).click();
await page.getByRole("menu", { name: "Cameras" }).getByText("fake_device_0").waitFor();
await page.keyboard.press("Escape");
await picture.getByRole("button", { name: "capture photo" }).click();
await holds(told, "uploaded webcam.webp");
ok((await loaded(picture.locator("img"))) >= 320, "it is as large as the camera gives it");

// A point of a picture, by mouse and by keys.
const shown = block("shown").locator("img");
await shown.scrollIntoViewIfNeeded();
const box = await shown.boundingBox();
// It is 200 by 100 pixels, as large as its place allows, in the middle of it.
const scale = Math.min(box.width / 200, box.height / 100);
const at = (pixel, of, room) => (room - of * scale) / 2 + (pixel + 0.5) * scale;
await shown.click({ position: { x: at(50, 200, box.width), y: at(50, 100, box.height) } });
await holds(told, "(50, 50)");
await shown.focus();
await page.keyboard.press("ArrowRight");
await page.keyboard.press("Enter");
await holds(told, "(104, 50)");
equal(await block("shown").getByLabel("Download").getAttribute("download"), "image.webp");

// ImageSlider: the divider by keys; what it shows follows.
const divider = page.getByLabel("Divider between the pictures");
await divider.focus();
await page.keyboard.press("Home");
await until(async () => (await divider.getAttribute("aria-valuetext")) === "0 %", "the divider is at its left end");
await page.keyboard.press("End");
await until(async () => (await divider.getAttribute("aria-valuetext")) === "100 %", "and at its right end");

// AnnotatedImage: the legend and the regions themselves.
const marked = block("marked");
await marked.getByRole("button", { name: "right" }).focus();
equal(await marked.locator(".region.lit").count(), 1);
await page.keyboard.press("Enter");
await holds(told, '1 "right"');
const drawn = marked.locator("img");
await loaded(drawn);
const { width, height } = await drawn.boundingBox();
const part = Math.min(width / 80, height / 60);
await drawn.click({ position: { x: width / 2 - 20 * part, y: height / 2 }, force: true });
await holds(told, '0 "left"');

// Gallery: look at one, step on, close; add one, remove one.
const crowd = block("crowd");
const across = () => crowd.locator(".gallery-grid").evaluate((it) => getComputedStyle(it).gridTemplateColumns.split(" ").length);
equal(await across(), 3);
await crowd.getByLabel("Thumbnail 2 of 3").click();
await holds(told, "opened");
const large = crowd.getByTestId("detailed-image");
equal(await large.getAttribute("alt"), "Second");
equal(await violations(page), []);
await page.keyboard.press("ArrowRight");
equal(await large.getAttribute("alt"), "Third");
await page.keyboard.press("ArrowRight");
equal(await large.getAttribute("alt"), "First");
await page.keyboard.press("End");
equal(await large.getAttribute("alt"), "Third");
// One of the small ones keeps the focus while it is looked at.
const small = crowd.locator(".strip .thumbnail").first();
await small.focus();
await page.keyboard.press("Enter");
equal(await large.getAttribute("alt"), "First");
ok(await small.evaluate((it) => it === document.activeElement && it.matches("[aria-current=true]")), "the small one is still there");
equal(await crowd.getByLabel("Download").getAttribute("download"), "image.webp");
await page.keyboard.press("Escape");
await holds(told, "closed");
ok(await crowd.getByLabel("Thumbnail 1 of 3").evaluate((it) => it === document.activeElement), "the focus is where it was");
await crowd.locator("input[type=file]").setInputFiles([file("four.png"), file("five.png")]);
await holds(told, "5 now");
equal(await across(), 4);
await crowd.getByLabel("Thumbnail 5 of 5").hover();
await crowd.getByRole("button", { name: "Remove five.png" }).click();
await holds(told, "4 left");
// The grid is one stop of Tab, and arrows go about in it; what is removed leaves the focus to what is next.
equal(await crowd.locator(".thumbnail[tabindex='0']").count(), 1);
ok(await crowd.getByLabel("Thumbnail 4 of 4").evaluate((it) => it === document.activeElement), "the focus is at the one that is left");
await page.keyboard.press("Home");
await page.keyboard.press("ArrowRight");
ok(await crowd.getByLabel("Thumbnail 2 of 4").evaluate((it) => it === document.activeElement), "the arrow goes on");
await page.keyboard.press("Delete");
await holds(told, "3 left");
equal(await violations(page), []);
await crowd.getByLabel("Clear").click();
ok(await crowd.getByTestId("drop-area").isVisible(), "an empty gallery asks for pictures");
await done();
