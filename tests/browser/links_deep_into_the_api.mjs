// Every endpoint and language of the API page has an address of its own, with and without script.
import { done, equal, match, ok, open } from "./browser.mjs";

const shown = async (page) => (await page.locator("pre:visible").allTextContents()).join("\n");

for (const javaScriptEnabled of [true, false]) {
    for (const [language, words] of [
        ["python", "from gradio_client import Client"],
        ["javascript", "@gradio/client"],
        ["curl", "curl "],
        ["rust", "vetrina::client"],
    ]) {
        const page = await open(`/?view=api&endpoint=rich&lang=${language}`, { javaScriptEnabled });
        const text = await shown(page);
        ok(text.includes(words) && text.includes("rich"), `${language}: ${text}`);
    }
}

// Whatever one chooses, the address can be given to somebody else.
const page = await open("/?view=api");
await page.getByText("JavaScript", { exact: true }).first().click();
await page.waitForFunction(() => /lang=javascript/.test(location.href));
const copy = await open(page.url().slice(process.argv[2].length));
match(await shown(copy), /@gradio\/client/);
equal(new URL(copy.url()).searchParams.get("view"), "api");
await done();
