// The two components of the example, by keyboard and by mouse: a map of seats and a video.

import { done, equal, holds, match, ok, open, profile, until, violations } from "../browser/browser.mjs";

const page = await open("/");

// Arrow keys go from seat to seat; what it costs is asked from the server.
const seat = (row, number) => page.getByRole("button", { name: new RegExp(`^Row ${row}, seat ${number}(,|$)`) });
const seats = page.getByRole("group", { name: "Seats" });
await seat("A", 1).focus();
for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
ok(await seat("B", 2).evaluate((it) => it === document.activeElement), "the arrows lead to B2");
equal(await seats.locator('[tabindex="0"]').count(), 1);
await page.keyboard.press("Space");
equal(await seat("B", 2).getAttribute("aria-pressed"), "true");
await page.getByText("1 seat · 36.00 €").waitFor();

// A seat that is taken stays so.
equal(await seat("A", 4).getAttribute("aria-disabled"), "true");
await seat("A", 4).click({ force: true });
equal(await seat("A", 4).getAttribute("aria-pressed"), "false");

// The last one allowed sets off an event of this component's own; one more is refused.
for (const number of [3, 4, 5]) await seat("B", number).click();
const booking = page.getByRole("textbox", { name: "Booking" });
await holds(booking, "That is all: nobody may have more than 4.");
await seat("B", 6).click();
await page.getByText("No more than 4 seats for one person").waitFor();
await page.getByRole("button", { name: "Book" }).click();
await holds(booking, "Booked: B2, B3, B4, B5");
equal(await violations(page), []);

// A video is sent, watched, and written a note on.
await page.getByRole("tab", { name: "Video" }).click();
const clip = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    for (let frame = 0; frame < 12; frame++) {
        context.fillStyle = `hsl(${frame * 30} 60% 50%)`;
        context.fillRect(0, 0, canvas.width, canvas.height);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await new Promise((resolve) => ((recorder.onstop = resolve), recorder.stop()));
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
});
await page.getByTestId("file-upload").setInputFiles({ name: "clip.webm", mimeType: "video/webm", buffer: Buffer.from(clip) });
const player = page.locator("video");
await until(() => player.evaluate((it) => it.readyState > 0 && it.videoWidth > 0), "the video is loaded");
await player.evaluate((it) => it.play());
await until(() => player.evaluate((it) => it.ended), "the video is played");
await page.getByLabel("A note on this moment").fill("all colours");
await page.keyboard.press("Enter");
const notes = page.getByRole("textbox", { name: "Notes" });
await until(async () => (await notes.inputValue()).includes("all colours"), "the note is there");
match(await notes.inputValue(), /^0:0\d\.\d {2}all colours\n$/);

// Subtitles come beside it; what is no video is refused in words.
await page.getByTestId("file-upload").setInputFiles({ name: "clip.vtt", mimeType: "text/vtt", buffer: Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n") });
await until(() => player.evaluate((it) => it.textTracks[0]?.cues?.length === 1), "the subtitles are loaded");
await page.getByRole("button", { name: "Describe" }).click();
await holds(page.getByRole("textbox", { name: "File" }), `clip.webm, ${clip.length} bytes`);
equal(await violations(page), []);
await page.getByRole("button", { name: "Remove clip.webm" }).click();
await page.getByText("Drop a video here").waitFor();

// Texts follow the language of the page.
const german = await open("/", await profile({ locale: "de-DE" }));
await german.getByRole("button", { name: "Reihe A, Platz 4, belegt" }).waitFor();
await done();
