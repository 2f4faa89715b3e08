// A value that is refused is told at its field, which gets the focus; mending it clears the words.
import { done, equal, holds, match, ok, open } from "./browser.mjs";

// The server refuses with 422, which the browser's console tells as well.
const page = await open("/", {}, ["422"]);
const field = page.getByLabel("Int", { exact: true });
await field.fill("99");
await page.getByRole("button", { name: "Submit" }).click();
await page.waitForFunction(() => document.querySelector("[aria-invalid=true]"));
equal(await field.getAttribute("aria-invalid"), "true");
const said = await field.evaluate((input) => {
    const ids = `${input.getAttribute("aria-errormessage") ?? ""} ${input.getAttribute("aria-describedby") ?? ""}`;
    return ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
});
match(said, /10/);
ok(await field.evaluate((input) => input === document.activeElement), "the field has the focus");

await field.fill("7");
await page.getByRole("button", { name: "Submit" }).click();
await page.waitForFunction(() => !document.querySelector("[aria-invalid=true]"));
await holds(field, "7");
await done();
