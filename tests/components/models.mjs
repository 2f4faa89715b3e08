// Models in each of the formats are drawn, turned round, moved and brought nearer, by mouse and by keyboard.

import { done, equal, holds, match, notEqual, open, until, violations } from "../browser/browser.mjs";

// What is refused is told in the console as well.
const page = await open("/", {}, ["nothing to draw", "GL Driver"]);
await page.locator("html[data-ready]").waitFor();
const block = (label) => page.locator("v-model3d", { has: page.getByText(label, { exact: true }) });
const [model, seen] = ["Model", "Seen"].map(block);
/** What there is to see: a sum of it, and how many dots are not of the colour behind it. */
async function look(place) {
    const png = await place.locator("canvas").screenshot();
    return page.evaluate(async (bytes) => {
        const picture = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
        const { width, height } = picture;
        const paper = new OffscreenCanvas(width, height).getContext("2d");
        paper.drawImage(picture, 0, 0);
        const { data } = paper.getImageData(0, 0, width, height);
        const behind = (10 * width + 10) * 4;
        let [sum, dots] = [0, 0];
        for (let at = 0; at < data.length; at += 4) {
            const differs = [0, 1, 2].some((part) => Math.abs(data[at + part] - data[behind + part]) > 3);
            if (differs) [sum, dots] = [(sum * 31 + at + data[at]) % 2147483647, dots + 1];
        }
        return { sum, dots };
    }, [...png]);
}
const give = (name, bytes) => model.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
const clear = () => model.getByRole("button", { name: "Clear" }).click();

const triangle = [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 0], [0, 1, 0], [0, 0, 1]];
const floats = Float32Array.from(triangle.flat());
const obj = `${triangle.map((it) => `v ${it.join(" ")}`).join("\n")}\nf 1 2 3\nf -3 -2 -1\n`;
const ascii = `solid x\n${[0, 3].map((at) => `facet normal 0 0 1\nouter loop\n${triangle.slice(at, at + 3).map((it) => `vertex ${it.join(" ")}`).join("\n")}\nendloop\nendfacet`).join("\n")}\nendsolid`;
const binary = Buffer.alloc(84 + 2 * 50);
binary.writeUInt32LE(2, 80);
floats.forEach((value, at) => binary.writeFloatLE(value, 84 + Math.floor(at / 9) * 50 + 12 + (at % 9) * 4));
const ply = `ply\nformat ascii 1.0\nelement vertex 6\nproperty float x\nproperty float y\nproperty float z\nproperty uchar red\nproperty uchar green\nproperty uchar blue\nelement face 2\nproperty list uchar int vertex_indices\nend_header\n${triangle.map((it) => `${it.join(" ")} 255 120 0`).join("\n")}\n3 0 1 2\n3 3 4 5\n`;
const json = {
    asset: { version: "2.0" }, scene: 0, scenes: [{ nodes: [0] }], nodes: [{ mesh: 0, rotation: [0, 0.7071068, 0, 0.7071068], scale: [2, 2, 2] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, material: 0 }] }], materials: [{ pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1] } }],
    accessors: [{ bufferView: 0, componentType: 5126, count: 6, type: "VEC3" }], bufferViews: [{ buffer: 0, byteLength: floats.byteLength }],
};
const gltf = JSON.stringify({ ...json, buffers: [{ byteLength: floats.byteLength, uri: `data:application/octet-stream;base64,${Buffer.from(floats.buffer).toString("base64")}` }] });
const text = Buffer.from(JSON.stringify({ ...json, buffers: [{ byteLength: floats.byteLength }] }).padEnd(1000));
const chunk = (kind, bytes) => Buffer.concat([Buffer.from(Uint32Array.of(bytes.length, kind).buffer), bytes]);
const chunks = Buffer.concat([chunk(0x4e4f534a, text), chunk(0x004e4942, Buffer.from(floats.buffer))]);
const glb = Buffer.concat([Buffer.from(Uint32Array.of(0x46546c67, 2, 12 + chunks.length).buffer), chunks]);

for (const [name, bytes] of [["a.obj", obj], ["text.stl", ascii], ["binary.stl", binary], ["a.ply", ply], ["a.gltf", gltf], ["a.glb", glb]]) {
    await give(name, bytes);
    await until(async () => (await look(model)).dots > 500, `${name} is drawn`);
    await model.getByText(name).waitFor();
    if (name !== "a.glb") await clear();
}
await holds(page.getByLabel("Cleared"), "5");
// What a function shows is drawn as well.
await until(async () => (await look(seen)).dots > 500, "the answer is drawn");

const canvas = model.locator("canvas");
match(await canvas.getAttribute("aria-label"), /^a.glb: /);
const start = await look(model);
await canvas.focus();
for (const [key, name] of [["ArrowLeft", "turned"], ["Shift+ArrowUp", "moved"], ["+", "nearer"]]) {
    const before = await look(model);
    await page.keyboard.press(key);
    await until(async () => (await look(model)).sum !== before.sum, `it is ${name}`);
}
await model.getByRole("button", { name: "Reset" }).click();
await until(async () => (await look(model)).sum === start.sum, "it stands as before");
const { x, y, width, height } = await canvas.boundingBox();
await page.mouse.move(x + width / 2, y + height / 2);
await page.mouse.down();
await page.mouse.move(x + width / 2 + 80, y + height / 2 + 30, { steps: 4 });
await page.mouse.up();
notEqual((await look(model)).sum, start.sum);
const near = await look(model);
await page.mouse.wheel(0, -300);
await until(async () => (await look(model)).dots > near.dots, "the wheel brings it nearer");

// What cannot be drawn can still be seen to be there.
await clear();
await give("cloud.splat", "0");
await model.getByText("This cannot be shown here").waitFor();
await model.getByText("cloud.splat, 1 B").waitFor();
equal(await violations(page), []);
await done();
