// Everything can be reached and used with the keyboard alone, and one sees where one is.
import { done, equal, holds, ok, open } from "./browser.mjs";

const page = await open();

/** Presses Tab until the focus is on something that is called `name`. */
async function tabTo(name) {
    for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
            const element = document.activeElement;
            const style = element && getComputedStyle(element);
            const label = element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
            return {
                name: label.trim(),
                seen: style ? style.outlineStyle !== "none" || style.boxShadow !== "none" : false,
            };
        });
        if (focused.name.startsWith(name)) {
            ok(focused.seen, `one does not see that ${name} has the focus`);
            return;
        }
    }
    throw new Error(`${name} cannot be reached with Tab`);
}

await tabTo("name");
await page.keyboard.type("keys");
await tabTo("Submit");
await page.keyboard.press("Space");
await holds(page.getByLabel("output"), "Hello keys!");

await page.getByLabel("name").focus();
await page.keyboard.press("Control+A");
await page.keyboard.type("enter");
await page.keyboard.press("Enter");
await holds(page.getByLabel("output"), "Hello enter!");

await page.getByLabel("name").focus();
await tabTo("Clear");
await page.keyboard.press("Enter");
await holds(page.getByLabel("name"), "");

await tabTo("Use via API");
await tabTo("Settings");
await page.keyboard.press("Enter");
const dialog = page.getByRole("dialog", { name: "Settings" });
await dialog.waitFor();
await page.keyboard.press("Escape");
await dialog.waitFor({ state: "hidden" });
equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), "Settings");
await done();
