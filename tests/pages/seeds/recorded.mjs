// Records what is done on the page: words in one session, a file, a function that is not for others. Prints the programs.
import { base, done, equal, holds, match, ok, profile } from "../../browser/browser.mjs";
import { copied } from "./copied.mjs";

const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
await page.goto(`${base}/?view=api`);
await page.getByRole("button", { name: "Record calls" }).click();
await page.waitForURL((url) => url.search === "");
const count = (number) => page.getByText(`Recorded calls: ${number}`, { exact: true }).waitFor();
await count(0);

const remember = async (word, all) => {
    await page.getByLabel("Word", { exact: true }).fill(word);
    await page.getByRole("button", { name: "Remember" }).click();
    await holds(page.getByLabel("All words"), all);
};
await remember("one", "one");
await count(1);
await remember("two", "one and two");
// A page that is left and opened again goes on recording, with a new session of its own.
await page.getByTestId("file-upload").setInputFiles({ name: "three.txt", mimeType: "text/plain", buffer: Buffer.from("a\nb\nc\n") });
await page.getByText("three.txt").first().waitFor();
await page.getByRole("button", { name: "Count" }).click();
await holds(page.getByLabel("Counted"), "3 lines");
await page.getByRole("button", { name: "Off" }).click();
await holds(page.getByLabel("Sum"), "3");
await count(4);
await page.reload();
await count(4);

await page.locator(".recorder").getByRole("button", { name: "Stop" }).click();
const recorded = page.getByRole("region", { name: "Recorded API Calls" });
await recorded.locator("pre:visible").waitFor();
match(await recorded.innerText(), /3 calls, in order.*1 call of functions that are not for others is left out/);
const programs = await copied(page, recorded, "the recorded calls");
ok(programs[0].text.indexOf('"one"') < programs[0].text.indexOf('"two"'), programs[0].text);

// It can be thrown away.
await recorded.getByRole("button", { name: "Discard" }).click();
equal(await recorded.isVisible(), false);
await page.reload();
equal(await recorded.isVisible(), false);
console.log(JSON.stringify(programs));
await done();
