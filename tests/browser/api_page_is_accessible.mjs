// No rule for accessible pages is broken on the API page, in any language, light or dark.
import { done, equal, open, violations } from "./browser.mjs";

for (const colorScheme of ["light", "dark"]) {
    const page = await open("/?view=api", { colorScheme });
    equal(await violations(page), [], `the API page, ${colorScheme}`);
    for (const language of ["JavaScript", "cURL", "Rust", "Python"]) {
        await page.getByText(language, { exact: true }).first().click();
        equal(await violations(page), [], `${language}, ${colorScheme}`);
    }
}
await done();
