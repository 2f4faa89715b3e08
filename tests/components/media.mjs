// Sounds and films are recorded, uploaded, played, trimmed, cleared and saved, by mouse and by keyboard.

import { readFile } from "node:fs/promises";
import { done, equal, match, ok, open, until, violations } from "../browser/browser.mjs";

const page = await open("/page");
await page.evaluate(() => {
    window.told = [];
    document.addEventListener("vetrina", ({ target, detail }) => {
        // That an answer came is told as well; here it matters what a person or a player does.
        if (detail.event === "change" && !target.props?.interactive) return;
        window.told.push(`${target.querySelector(".block-title").textContent} ${detail.event}`);
    });
});
/** What was told since the last question. */
const told = () => page.evaluate(() => window.told.splice(0));
const telling = (event) => until(() => page.evaluate((event) => window.told.includes(event), event), event);
const block = (label) => page.locator(".block", { has: page.getByText(label, { exact: true }) }).last();
const [heard, played, seen, shown] = ["Heard", "Played", "Seen", "Shown"].map(block);
const button = (place, name) => place.getByRole("button", { name, exact: true });
const clock = (place) => place.locator(".player > .count").textContent();
/** The bars of a picture. */
const heights = (place) => place.locator(".wave .played path").getAttribute("d").then((path) => [...path.matchAll(/v([\d.]+)/g)].map((bar) => Number(bar[1])));
/** What a press on Download brings. */
const saved = async (place) => {
    const download = page.waitForEvent("download");
    await place.getByRole("link", { name: "Download" }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

/** A WAV file with one second of a falling sound. */
function falling() {
    const samples = Int16Array.from({ length: 8000 }, (_, at) => (at % 20 < 10 ? 1 : -1) * Math.round(30000 * (1 - at / 8000)));
    const head = Buffer.alloc(44);
    head.write("RIFF");
    head.writeUInt32LE(36 + samples.byteLength, 4);
    head.write("WAVEfmt ", 8);
    [16, 8000, 16000].forEach((value, index) => head.writeUInt32LE(value, [16, 24, 28][index]));
    [1, 1, 2, 16].forEach((value, index) => head.writeUInt16LE(value, [20, 22, 32, 34][index]));
    head.write("data", 36);
    head.writeUInt32LE(samples.byteLength, 40);
    return Buffer.concat([head, Buffer.from(samples.buffer)]);
}

// A recording, with a pause; the function gets it when it is whole.
await button(heard, "Record").click();
await until(async () => (await heard.getByRole("timer").textContent()) === "0:01", "a second passes");
ok(Math.max(...(await heights(heard))) > 10, "what is heard is drawn");
await button(heard, "Pause").click();
await button(heard, "Resume").click();
await button(heard, "Stop").click();
await button(heard, "Play").waitFor();
await telling("Heard stop_recording");
equal(await told(), ["start_recording", "pause_recording", "input", "change", "stop_recording"].map((it) => `Heard ${it}`));
await button(played, "Play").waitFor();
const recorded = await saved(played);
equal([recorded.name, recorded.bytes.toString("latin1", 0, 4)], ["audio.wav", "RIFF"]);
ok(recorded.bytes.length > 20_000, "about a second is there");
await told();

// It can be cleared, and another be uploaded; both sides are drawn from its samples.
await button(heard, "Clear").click();
equal(await told(), ["input", "change", "clear"].map((it) => `Heard ${it}`));
await heard.locator("input[type=file]").setInputFiles({ name: "falling.wav", mimeType: "audio/wav", buffer: falling() });
await telling("Heard upload");
equal(await told(), ["input", "change", "upload"].map((it) => `Heard ${it}`));
await until(async () => (await clock(played)) === "0:00 / 0:01", "a second is there to play");
await until(async () => Math.max(...(await heights(heard))) > 40, "the picture is drawn");
await until(async () => Math.max(...(await heights(played))) > 40, "so is that of the answer");
const [fall, rise] = [await heights(heard), await heights(played)];
ok(fall[2] > 2 * fall.at(-3) && rise.at(-3) > 2 * rise[2], "one falls, the other rises");

// Playing: the end stops it, a press pauses it, the keyboard seeks in it.
equal(await played.getByTestId("subtitle-display").textContent(), "Words to read");
await played.getByTestId("subtitles-toggle").click();
ok(await played.getByTestId("subtitle-display").isHidden());
await button(played, "Play").click();
await telling("Played play");
await telling("Played stop");
equal(await told(), ["Played play", "Played stop"]);
await button(played, "Adjust playback speed to 1.5x, now 1×").click();
await button(played, "Adjust playback speed to 2x, now 1.5×").click();
await button(played, "Adjust playback speed to 0.5x, now 2×").click();
const seek = played.getByRole("slider", { name: "Position" });
await seek.focus();
await page.keyboard.press("Home");
equal(await seek.getAttribute("aria-valuetext"), "0:00 / 0:01");
await page.keyboard.press("ArrowRight");
equal(Number(await seek.inputValue()).toFixed(2), "0.05");
await page.keyboard.press(" ");
await telling("Played play");
await page.keyboard.press(" ");
await telling("Played pause");
await button(played, "Skip backwards by 0.05 seconds").click();
await button(played, "Adjust volume").click();
await page.keyboard.press("Home");
equal(await played.locator("audio").evaluate((audio) => audio.volume), 0);
await told();

// A part is cut out by keyboard, and what was there before comes back.
await button(heard, "Trim audio to selection").press("Enter");
const start = heard.getByRole("slider", { name: "Drag to adjust start time" });
for (let press = 0; press < 40; press++) await start.press("ArrowRight");
await start.press("Enter");
await button(heard, "Reset audio").waitFor();
await until(async () => (await heard.locator("audio").evaluate((audio) => audio.duration)).toFixed(1) === "0.4", "the part is there");
equal(await told(), ["Heard input", "Heard change"]);
await button(heard, "Reset audio").click();
await until(async () => (await heard.locator("audio").evaluate((audio) => audio.duration)) === 1, "the whole is back");
ok(!(await button(heard, "Reset audio").count()));
await told();

// A film from the camera; the function shows it again.
await button(seen, "Access webcam").click();
await button(seen, "Record").click();
await until(async () => (await seen.getByRole("timer").textContent()) === "0:01", "a second passes");
await button(seen, "Stop").click();
await telling("Seen stop_recording");
equal(await told(), ["start_recording", "input", "change", "stop_recording"].map((it) => `Seen ${it}`));
const video = shown.locator("video");
await until(() => video.evaluate(({ duration, videoWidth }) => Number.isFinite(duration) && duration > 0.5 && videoWidth > 0), "a film is there");
await video.evaluate((video) => {
    video.muted = true;
    return video.play();
});
await telling("Shown end");
equal(await told(), ["Shown play", "Shown stop", "Shown end"]);
const film = await saved(shown);
match(film.name, /^video\.(webm|mp4)$/);
ok(film.bytes.length > 1000);
await button(seen, "Clear").click();
equal(await told(), ["input", "change", "clear"].map((it) => `Seen ${it}`));

// A part of a film is cut out by keyboard, with its sound; what was there before comes back.
/** Two seconds of a film with a tone: red at first, then blue. */
const clip = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 48 });
    const pen = canvas.getContext("2d");
    const sound = new AudioContext();
    const [tone, heard] = [sound.createOscillator(), sound.createMediaStreamDestination()];
    tone.connect(heard);
    tone.start();
    const stream = new MediaStream([...canvas.captureStream(25).getTracks(), ...heard.stream.getTracks()]);
    const recorder = new MediaRecorder(stream, { mimeType: "video/webm;codecs=vp8,opus" });
    const recorded = new Promise((resolve) => recorder.addEventListener("dataavailable", ({ data }) => resolve(data)));
    recorder.start();
    const start = performance.now();
    for (let now = start; now < start + 2000; now = performance.now()) {
        pen.fillStyle = now < start + 1000 ? "red" : "blue";
        pen.fillRect(0, 0, 64, 48);
        await new Promise(requestAnimationFrame);
    }
    recorder.stop();
    return [...new Uint8Array(await (await recorded).arrayBuffer())];
});
await seen.locator("input[type=file]").setInputFiles({ name: "clip.webm", mimeType: "video/webm", buffer: Buffer.from(clip) });
await telling("Seen upload");
const cutter = button(seen, "Trim video to selection");
const own = seen.locator(".stage video");
const seconds = () => own.evaluate(({ duration, readyState }) => (readyState > 0 && Number.isFinite(duration) ? duration : 0));
const long = await until(seconds, "the clip is there");
await told();
await cutter.press("Enter");
await seen.getByRole("slider", { name: "Drag to adjust end time" }).press("Escape");
ok(await cutter.evaluate((it) => it === document.activeElement), "the focus is back where it was");
await cutter.press("Enter");
const first = seen.getByRole("slider", { name: "Drag to adjust start time" });
/** Whether a picture is blue where it begins. */
const isBlue = (picture) => picture.evaluate((picture) => {
    const dot = new OffscreenCanvas(1, 1).getContext("2d");
    dot.drawImage(picture, 0, 0, 1, 1);
    const [red, , blue] = dot.getImageData(0, 0, 1, 1).data;
    return blue > 200 && red < 50;
});
await until(() => isBlue(seen.locator(".scenes canvas").last()), "its end is blue on the strip");
for (let press = 0; press < 55; press++) await first.press("ArrowRight");
await first.press("Enter");
await seen.getByRole("progressbar", { name: "Trim" }).waitFor();
await button(seen, "Reset video").waitFor();
const short = await until(seconds, "the part is there");
ok(short > 0.1 * long && short < 0.6 * long, `${short} of ${long} s`);
equal(await told(), ["Seen input", "Seen change"]);
ok(await isBlue(own), "the part begins where it should");
const loud = await own.evaluate(async (film) => {
    const bytes = await (await fetch(film.src)).arrayBuffer();
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes);
    return Math.max(...sound.getChannelData(0));
});
ok(loud > 0.2, `the part is heard: ${loud}`);
await button(seen, "Reset video").press("Enter");
await until(async () => Math.abs((await seconds()) - long) < 0.01, "the whole is back");
ok(!(await button(seen, "Reset video").count()));

// So are its subtitles.
const titled = page.locator("v-video", { hasText: "Titled" });
await titled.locator("input[type=file]").setInputFiles({ name: "clip.webm", mimeType: "video/webm", buffer: Buffer.from(clip) });
await button(titled, "Trim video to selection").click();
const late = titled.getByRole("slider", { name: "Drag to adjust start time" });
for (let press = 0; press < 40; press++) await late.press("ArrowRight");
await late.press("Enter");
await button(titled, "Reset video").waitFor();
const cues = await until(
    () => titled.locator("video").evaluate(({ textTracks: [track] }) => track?.cues?.length && [...track.cues].map(({ startTime, endTime, text }) => ({ startTime, endTime, text }))),
    "the words are there",
);
equal(cues.map(({ text }) => text), ["Last words"]);
ok(cues[0].startTime > 0.2 && cues[0].startTime < 0.8, `they come in time: ${cues[0].startTime}`);

// A part that takes too long to record can be given up.
await cutter.click();
await first.press("Enter");
await button(seen, "Cancel").click();
await cutter.waitFor();
equal(await seconds(), long);
await button(seen, "Clear").click();

// What the browser cannot play is said.
await seen.locator("input[type=file]").setInputFiles({ name: "words.webm", mimeType: "video/webm", buffer: Buffer.from("words") });
await seen.getByRole("alert").filter({ hasText: "This cannot be shown here." }).waitFor();
ok(!(await cutter.count()));
await told();

// A film has a picture before it plays, and words while it does.
const hills = block("Hills").locator("video");
ok(await hills.evaluate(async (video) => (await createImageBitmap(await (await fetch(video.poster)).blob())).width === 640), "the picture is there");
equal(await hills.evaluate(({ loop, textTracks: [track] }) => [loop, track.mode, track.cues[0].text]), [true, "showing", "Words to read"]);

// It plays from where it is told to, is moved by a function, and functions hear where it stands.
const placed = block("Placed").locator("video");
const [from, noted] = ["From", "Noted"].map((label) => page.getByLabel(label, { exact: true }));
const stands = (wanted) => until(async () => Math.abs((await placed.evaluate((video) => video.currentTime)) - wanted) < 0.05, `it stands at ${wanted}`);
await stands(1.5);
for (const seconds of [0.5, 2, 0.5]) {
    await from.fill(String(seconds));
    await from.press("Enter");
    await stands(seconds);
}
await placed.evaluate(async (video) => {
    video.muted = true;
    await video.play();
    await new Promise((resolve) => setTimeout(resolve, 400));
    video.pause();
});
await until(async () => Number(await noted.inputValue()) > 0.6, "where it paused is noted");
equal(Number(await noted.inputValue()), Number((await placed.evaluate((video) => video.currentTime)).toFixed(2)));
// The same place as before is gone to again.
await from.press("Enter");
await stands(0.5);
await told();

// What is no sound is refused before it is sent.
await button(heard, "Clear").click();
await heard.locator("input[type=file]").setInputFiles({ name: "words.txt", mimeType: "text/plain", buffer: Buffer.from("words") });
await page.getByTestId("toast-body").filter({ hasText: "words.txt" }).waitFor();

for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    equal(await violations(page), [], scheme);
}
await done();
