// A press on Copy puts the program on the clipboard as it stands there, and says that it did.
import { done, equal, ok, open } from "./browser.mjs";

const page = await open("/?view=api", { permissions: ["clipboard-read", "clipboard-write"] });
for (const [language, words] of [["Python", "gradio_client"], ["JavaScript", "@gradio/client"], ["cURL", "curl "]]) {
    await page.getByText(language, { exact: true }).first().click();
    const code = page.locator("pre:visible").filter({ hasText: words }).first();
    await page.getByRole("button", { name: /copy/i }).filter({ visible: true }).first().click();
    await page.waitForFunction((part) => navigator.clipboard.readText().then((text) => text.includes(part)), words);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    equal(copied.trim(), (await code.textContent()).trim());
    ok(await page.getByText(/copied/i).first().isVisible());
}
await done();
