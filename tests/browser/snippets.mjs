// Copies every program of an API page, the way somebody does who wants to run it, and prints them
// as JSON: the endpoint, the language and the text.
import { done, ok, open } from "./browser.mjs";

const page = await open("/?view=api", { permissions: ["clipboard-read", "clipboard-write"] });
const programs = [];
const endpoints = page.locator("[data-endpoint]").filter({ has: page.getByRole("heading") });
const names = await endpoints.evaluateAll((sections) => sections.map((section) => section.dataset.endpoint));
ok(names.length > 0, "no endpoint is on the page");
for (const name of names) {
    const section = page.locator(`details[data-endpoint="${name}"]`);
    if (!(await section.evaluate((details) => details.open))) await section.locator("summary").click();
    for (const [language, title] of [["python", "Python"], ["javascript", "JavaScript"], ["curl", "cURL"]]) {
        await section.getByText(title, { exact: true }).click();
        await page.evaluate(() => navigator.clipboard.writeText(""));
        await section.getByRole("button", { name: `Copy ${title} for /${name}` }).click();
        await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
        programs.push({ endpoint: name, language, text: await page.evaluate(() => navigator.clipboard.readText()) });
    }
}
console.log(JSON.stringify(programs));
await done();
