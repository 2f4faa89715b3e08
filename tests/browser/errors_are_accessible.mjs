// No rule for accessible pages is broken by a refused field, a toast, or tabs.
import { done, equal, open, violations } from "./browser.mjs";

for (const colorScheme of ["light", "dark"]) {
    const page = await open("/", { colorScheme });
    equal(await violations(page), [], `tabs, ${colorScheme}`);
    await page.getByRole("tab", { name: /user facing/i }).click();
    await page.getByRole("button", { name: "Submit" }).filter({ visible: true }).click();
    await page.getByRole("alert").first().waitFor();
    equal(await violations(page), [], `a toast, ${colorScheme}`);
}
await done();
