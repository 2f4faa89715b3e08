// Without JavaScript the page still shows what it is: title, labels, fields and the API.
import { done, equal, ok, open } from "./browser.mjs";

const page = await open("/", { javaScriptEnabled: false });
ok(await page.getByRole("heading", { level: 1 }).isVisible());
ok(await page.getByLabel("name").isVisible());
ok(await page.getByRole("button", { name: "Submit" }).isVisible());
ok(await page.getByText("output").first().isVisible());

await page.getByRole("link", { name: "Use via API" }).click();
ok(await page.getByText("/greet").first().isVisible());
ok(await page.locator("pre:visible, code:visible").first().isVisible());
for (const language of ["Python", "JavaScript", "cURL"]) {
    await page.getByText(language, { exact: true }).first().click();
    const visible = await page.locator("pre:visible").allTextContents();
    equal(visible.filter((text) => text.includes("greet")).length, 1, `${language}: ${visible}`);
}
await done();
