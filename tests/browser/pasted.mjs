// Runs the programs in a folder one after the other, each as if it were the only one.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

const LIMIT = 60_000;
const [folder, mark] = process.argv.slice(2);
for (let number = 0; number < readdirSync(folder).length; number++) {
    console.log(mark);
    let timer;
    const late = new Promise((_, fail) => {
        timer = setTimeout(() => fail(new Error(`not done after ${LIMIT} ms`)), LIMIT);
    });
    try {
        await Promise.race([import(pathToFileURL(`${folder}/${number}.mjs`).href), late]);
    } catch (error) {
        console.log(`${mark}failed`);
        console.log(error);
    }
    clearTimeout(timer);
}
// Clients that were left open are not waited for.
process.exit();
