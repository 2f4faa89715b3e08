// The API page can call an endpoint, and shows what went over the wire.
import { done, ok, open } from "./browser.mjs";

const page = await open("/?view=api");
const trial = page.locator("form").filter({ visible: true }).first();
if (!(await trial.isVisible().catch(() => false))) await page.getByText(/try it/i).first().click();
await page.getByRole("textbox", { name: /name/ }).filter({ visible: true }).first().fill("World");
await page.getByRole("button", { name: /^(send|run|try)/i }).filter({ visible: true }).first().click();
await page.getByText("Hello World!").first().waitFor();
const text = await page.locator("main").textContent();
ok(text.includes("200") && text.includes('"data"'), text);
await done();
