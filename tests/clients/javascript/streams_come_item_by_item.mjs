// A function that gives one result after the other: each arrives whole, and cancelling ends it.
import { connect, equal, follow, until } from "./common.mjs";

const client = await connect();

async function items(name, values) {
    const seen = [];
    await follow(client.submit(name, values), (message) => {
        if (message.type === "data") seen.push(message.data);
    });
    return seen;
}

// The last item comes once more with the end.
equal(await items("/text", [3]), [["0 "], ["0 1 "], ["0 1 2 "], ["0 1 2 "]]);
equal((await items("/mixed", [2])).at(-1), ["step 1", { i: 1, items: [0], odd: true }, 1]);

const shapes = await items("/shapes", []);
equal(shapes[2], [{ a: 2, c: null, l: [1] }]);
equal(shapes.slice(4, 7), [[[1, 2, 3]], [[1, 9]], [null]]);
equal(shapes.at(-1), [{ nested: [{ t: "hello" }, { t: "wo", u: 1 }] }]);

for (let seed = 0; seed < 16; seed++) {
    const all = (await client.predict("/all_wild", [seed])).data[0];
    const seen = await items("/wild", [seed]);
    equal(seen.length, all.length + 1);
    // This client changes a value in its place when the next one comes, so that only what all changes
    // came to can be compared, and what came whole at the end.
    equal(seen.slice(-2), [[all.at(-1)], [all.at(-1)]]);
}

let count = 0;
const submission = client.submit("/slowly", [1000]);
follow(submission, (message) => {
    if (message.type === "data") count++;
});
await until(() => count >= 2, "the first items are here");
await submission.cancel();
equal(count < 1000, true);
process.exit();
