// Copies every program of the API pages at the paths it is given, the way somebody does who wants
// to run it, and prints them as JSON: the path, the endpoint, the language and the text.
import { base, done, ok, profile } from "./browser.mjs";

const LANGUAGES = [["python", "Python"], ["javascript", "JavaScript"], ["curl", "cURL"], ["rust", "Rust"]];
const programs = [];
const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
for (const path of process.argv.slice(3)) {
    await page.goto(`${base}${path}/?view=api`);
    const endpoints = page.locator("[data-endpoint]").filter({ has: page.getByRole("heading") });
    await endpoints.first().waitFor();
    const names = await endpoints.evaluateAll((sections) => sections.map((section) => section.dataset.endpoint));
    ok(names.length > 0, `no endpoint is on the page of ${path}`);
    for (const name of names) {
        const section = page.locator(`details[data-endpoint="${name}"]`);
        if (!(await section.evaluate((details) => details.open))) await section.locator("> summary").click();
        for (const [language, title] of LANGUAGES) {
            await section.getByText(title, { exact: true }).click();
            await page.evaluate(() => navigator.clipboard.writeText(""));
            await section.getByRole("button", { name: `Copy ${title} for /${name}` }).click();
            await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
            const text = await page.evaluate(() => navigator.clipboard.readText());
            programs.push({ path, endpoint: name, language, text });
        }
    }
}
console.log(JSON.stringify(programs));
await done();
