// Every look, in the light and in the dark: no rule for accessible pages is broken, and the look is what is seen.
import { done, equal, ok, open, profile, violations } from "../browser/browser.mjs";

const LOOKS = ["", "base", "soft", "monochrome", "glass", "ocean", "origin", "citrus"];
const style = (page, selector, name) =>
    page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], name);

for (const colorScheme of ["light", "dark"]) {
    const context = await profile({ colorScheme });
    const seen = new Set();
    for (const look of LOOKS) {
        const page = await open(`/${look}`, context);
        await page.locator("html[data-ready]").waitFor();
        equal(await violations(page), [], `${look || "default"}, ${colorScheme}`);
        const primary = page.getByRole("button", { name: "Order" });
        await primary.hover();
        const paint = (element) => ["backgroundColor", "backgroundImage", "borderRadius", "color"].map((name) => getComputedStyle(element)[name]).join(" ");
        await page.mouse.move(0, 0);
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
        seen.add(`${await primary.evaluate(paint)} ${await style(page, "body", "backgroundColor")}`);
        await page.close();
    }
    equal(seen.size, LOOKS.length, `each look is its own, ${colorScheme}`);
    await context.close();
}

// The choice of a visitor wins over the system, in a theme as well.
const page = await open("/monochrome", { colorScheme: "dark" });
const ink = () => style(page, "body", "color");
const dark = await ink();
await page.getByRole("button", { name: "Settings" }).click();
await page.getByRole("radio", { name: "Light" }).check();
const light = await ink();
ok(light !== dark, `${light} is not ${dark}`);

// A style sheet written for Gradio changes the same things here.
await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { --button-primary-background-fill: rgb(1, 2, 3); --input-radius: 11px; --block-title-text-color: rgb(4, 5, 6);
        --checkbox-background-color-selected: rgb(7, 8, 9); --table-even-background-fill: rgb(10, 11, 12); --prose-text-size: 19px;
        --button-large-radius: 13px; --loader-color: rgb(1, 1, 1); --checkbox-label-padding: 3px; --block-label-text-color: rgb(3, 2, 1); }`);
    document.adoptedStyleSheets = [sheet];
});
const expected = [
    [".button.primary", "backgroundColor", "rgb(1, 2, 3)"],
    [".button.primary", "borderRadius", "13px"],
    [".textbox .input", "borderRadius", "11px"],
    [".textbox .block-title", "color", "rgb(4, 5, 6)"],
    ["v-label .block-title", "color", "rgb(3, 2, 1)"],
    ["input[type=radio]:checked", "backgroundColor", "rgb(7, 8, 9)"],
    [".tbody tr", "backgroundColor", "rgb(10, 11, 12)"],
    [".prose p", "fontSize", "19px"],
    [".choices > .choice", "paddingTop", "3px"],
];
await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
for (const [selector, name, value] of expected) equal(await style(page, selector, name), value, `${selector} ${name}`);

await done();
