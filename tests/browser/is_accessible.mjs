// No rule for accessible pages is broken: on forms of all kinds, in light and in dark, with an answer.
import { done, equal, open, until, violations } from "./browser.mjs";

for (const colorScheme of ["light", "dark"]) {
    const page = await open("/", { colorScheme });
    equal(await violations(page), [], `the form, ${colorScheme}`);

    await page.getByRole("combobox", { name: "Drop" }).click();
    equal(await violations(page), [], `an open list, ${colorScheme}`);
    await page.getByRole("option").filter({ visible: true }).first().click();
    await page.getByLabel("Int", { exact: true }).fill("7");

    await page.getByRole("button", { name: "Submit" }).click();
    await until(async () => (await page.locator("main").textContent()).includes('"abc"'), "the result is shown");
    equal(await violations(page), [], `the answer, ${colorScheme}`);

    await page.getByRole("button", { name: "Settings" }).click();
    equal(await violations(page), [], `the settings, ${colorScheme}`);
}
await done();
