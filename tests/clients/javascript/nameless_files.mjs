// What has no name, such as the answer of a `fetch`, is what its bytes say.
import { call, connect, equal, failure, words } from "./common.mjs";

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=";
const picture = new Blob([Buffer.from(dot, "base64")], { type: "image/png" });
const noPicture = new Blob(["words"], { type: "image/png" });

const client = await connect();
equal(await call(client, "/ending", [picture]), ["png"]);
equal(await call(client, "/message", [{ text: "look", files: [picture] }]), [1]);
for (const [api, sent, why] of [
    ["/ending", noPicture, "is not of a type that is taken"],
    ["/film", { video: picture, subtitles: null }, "is no video file"],
]) {
    const refused = words(await failure(client.predict(api, [sent])));
    equal(refused.includes(why), true, refused);
}
process.exit();
