// A camera and a microphone run, and functions are given what they see and hear.

import { done, equal, holds, ok, open, profile, until } from "../browser/browser.mjs";

const context = await profile({ permissions: ["camera", "microphone"] });
const page = await open("/page", context);
const sent = { joins: 0, pieces: 0, closes: 0 };
page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (path.endsWith("/queue/join")) sent.joins++;
    else if (path.endsWith("/close")) sent.closes++;
    else if (path.includes("/stream/")) sent.pieces++;
});
const camera = page.locator("#camera");
const told = page.getByLabel("Told");
const start = async () => {
    const access = camera.getByRole("button", { name: "Click to Access Webcam" });
    const record = camera.getByRole("button", { name: "Record" });
    await access.or(record).first().waitFor();
    if (await access.isVisible()) await access.click();
    await record.click();
};

// Each picture is one of the same call, and takes the other inputs along as they are then.
await start();
const moving = page.locator("#seen img");
await moving.waitFor();
const before = await moving.getAttribute("src");
ok(before.startsWith("data:image/jpeg;base64,"), before);
await until(async () => (await moving.getAttribute("src")) !== before, "the picture moves");
await page.getByLabel("Factor").fill("7");
await until(async () => (await told.inputValue()).endsWith("at 7"), "the newest factor is used");
await camera.getByRole("progressbar", { name: "Time left" }).waitFor();
await camera.getByRole("button", { name: "Stop" }).click();
await holds(told, "over");
equal([sent.joins, sent.closes], [2, 1]);
ok(sent.pieces > 2, `${sent.pieces} pieces`);
const count = sent.pieces;
await page.waitForTimeout(400);
equal(sent.pieces, count);
await camera.getByRole("button", { name: "Record" }).waitFor();

// The time of a call is limited; then it is over by itself.
await start();
await until(async () => / at 7$/.test(await told.inputValue()), "it goes on");
await holds(told, "over");
await camera.getByRole("button", { name: "Record" }).waitFor();
equal(sent.closes, 1);

// All that is said is heard, the end as well.
const voice = page.locator("#voice");
const from = performance.now();
await voice.getByRole("button", { name: "Record" }).click();
await page.waitForTimeout(2500);
await voice.getByRole("button", { name: "Stop" }).click();
const said = (performance.now() - from) / 1000;
await until(() => sent.closes === 2, "it is told that no more is said");
const heard = () => page.getByLabel("Length").inputValue().then(Number.parseFloat);
await until(async () => Math.abs((await heard()) - said) < 1, "nothing of what was said is lost");

// A film comes in short ones.
const film = page.locator("#film");
await film.getByRole("button", { name: "Access webcam" }).click();
await film.getByRole("button", { name: "Record" }).click();
await until(async () => /^[3-9] true$/.test(await page.getByLabel("Clips").inputValue()), "clips come, each a film");
await film.getByRole("button", { name: "Stop" }).click();
await until(() => sent.closes === 3, "it is told that no more is seen");
await film.getByRole("button", { name: "Access webcam" }).waitFor();

// A sound is heard before all of it is made, and is a file like any other afterwards.
await page.getByRole("button", { name: "Make" }).click();
const audio = page.locator("#tune audio");
await until(() => audio.evaluate((it) => it.src.startsWith("blob:") && it.buffered.length > 0), "the first piece is there");
await page.locator("#tune").getByRole("button", { name: "Play", exact: true }).click();
await until(() => audio.evaluate((it) => it.currentTime > 0), "it is heard");
await until(() => audio.evaluate((it) => Math.abs(it.duration - 3) < 0.2), "it is as long as all its pieces");
await until(() => audio.evaluate((it) => it.src.includes("/file=") && it.duration === 3), "the whole takes its place");

// Films as browsers record them, one after the other: seen before the last is there, and one film in the end.
for (const type of ["video/webm;codecs=vp8", "video/mp4;codecs=avc1.42001f"]) {
    const recorded = await page.evaluate(async (mimeType) => {
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        const timer = setInterval(() => pen.fillRect(Math.random() * 300, Math.random() * 150, 9, 9), 30);
        const films = [];
        for (let count = 0; count < 3; count++) {
            const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType });
            const parts = [];
            recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
            const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
            recorder.start();
            await new Promise((resolve) => setTimeout(resolve, 1200));
            recorder.stop();
            await stopped;
            films.push([...new Uint8Array(await new Blob(parts).arrayBuffer())]);
        }
        clearInterval(timer);
        return films;
    }, type);
    const [mimeType] = type.split(";");
    const ending = mimeType.split("/")[1];
    const files = recorded.map((bytes, number) => ({ name: `${number}.${ending}`, mimeType, buffer: Buffer.from(bytes) }));
    if (await page.locator("#films").getByRole("button", { name: "Clear" }).isVisible()) {
        await page.locator("#films").getByRole("button", { name: "Clear" }).click();
    }
    await page.locator("#films input[type=file]").setInputFiles(files);
    await page.locator("#films").getByText(`2.${ending}`).waitFor();
    const player = () => page.evaluate(() => {
        const it = document.querySelector("#reel video");
        return it && { source: it.src, at: [it.currentTime, it.duration] };
    });
    const before = await player();
    await page.getByRole("button", { name: "Show", exact: true }).click();
    const seen = async () => {
        const now = await player();
        return now?.source.startsWith("blob:") && now.source !== before?.source && now.at;
    };
    const early = await until(async () => {
        const at = await seen();
        return at && at[0] > 0 && at;
    }, `${type}: it is seen`);
    ok(early[1] === null || early[1] === Infinity || early[1] < 3, `${type}: before the end, ${early}`);
    const address = await until(
        () => page.locator("#reel a[download]").getAttribute("href").catch(() => null).then((it) => it?.includes("playlist") ? null : it),
        `${type}: all of it is one file`,
    );
    await until(async () => ((await seen()) || [0])[0] > 3, `${type}: it is seen to its end`);
    const whole = await page.evaluate(async (address) => {
        const film = document.createElement("video");
        film.muted = true;
        film.src = address;
        await film.play();
        film.currentTime = 3;
        await new Promise((resolve) => film.addEventListener("ended", resolve));
        return [film.duration, film.videoWidth];
    }, address);
    ok(whole[0] > 3 && whole[0] < 4.5 && whole[1] === 300, `${type}: the whole film plays, ${whole}`);
}
await done();
