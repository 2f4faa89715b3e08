// From the foot of the page to the page of the API, and back: what is listed there, and that all buttons work.
import { done, equal, holds, ok, open } from "../../browser/browser.mjs";

const page = await open();
await page.locator("html[data-ready]").waitFor();
for (const [first, name] of ["Off", "Hidden", "Add"].entries()) {
    await page.getByLabel("First").fill(String(first));
    await page.getByRole("button", { name, exact: true }).click();
    await holds(page.getByLabel("Sum"), String(first + 2));
}

await page.getByRole("button", { name: "Use via API" }).click();
await page.getByRole("heading", { name: "Use via API" }).waitFor();
const named = await page.locator("details[data-endpoint]").evaluateAll((all) => all.map((one) => one.dataset.endpoint));
equal(named, ["addn", "addn_1", "addition", "remember", "lines", "add_and_slice", "plain", "size"]);
await page.getByText("Eight endpoints").first().waitFor();

// The parameters of the function that no page has, with what its comments say.
await page.goto(`${page.url().split("?")[0]}?view=api&endpoint=add_and_slice`);
const section = page.locator("details[data-endpoint=add_and_slice]");
const text = await section.locator("table").first().innerText();
for (const word of ["a", "Where the part begins.", "integer", "required", "The whole list."]) ok(text.includes(word), `${word} in ${text}`);
await done();
