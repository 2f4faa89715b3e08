// Reads every program of the API pages at the paths it is given and prints them as JSON: the path,
// the endpoint, the language and the text. One of each page is copied, the way somebody does who
// wants to run it: what is copied is what is read.
import { base, done, equal, ok, profile } from "./browser.mjs";

const programs = [];
const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
for (const [number, path] of process.argv.slice(3).entries()) {
    await page.goto(`${base}${path}/?view=api`);
    const endpoints = page.locator("details[data-endpoint]");
    await endpoints.first().waitFor();
    const shown = await endpoints.evaluateAll((all) => all.flatMap((details) => {
        const figures = [...details.querySelectorAll(".programs figure[data-lang]")];
        const text = (figure) => `${figure.querySelector("code").textContent}\n`;
        return figures.map((it) => ({ endpoint: details.dataset.endpoint, language: it.dataset.lang, text: text(it) }));
    }));
    ok(shown.length > 0, `no program is on the page of ${path}`);
    const { endpoint, language, text } = shown[number % shown.length];
    const section = page.locator(`details[data-endpoint="${endpoint}"]`);
    if (!(await section.evaluate((details) => details.open))) await section.locator("> summary").click();
    await section.locator("label", { has: page.locator(`input[value="${language}"]`) }).first().click();
    await section.locator(`.programs figure[data-lang="${language}"]`).getByRole("button", { name: /^Copy / }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    equal(await page.evaluate(() => navigator.clipboard.readText()), text, `what was copied for /${endpoint}`);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    programs.push(...shown.map((program) => ({ path, ...program })));
}
console.log(JSON.stringify(programs));
await done();
