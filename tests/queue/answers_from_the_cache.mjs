// An answer that was worked out before says so, in place of the time it took.

import { done, equal, holds, open } from "../browser/browser.mjs";

const page = await open("/");
const submit = () => page.getByRole("button", { name: "Submit", exact: true }).click();
const took = page.locator("[data-took]");
await page.getByLabel("Text").fill("four");
await submit();
await holds(page.getByLabel("Output"), "4");
equal(/^\d+ ms$|^\d+\.\d s$/.test(await took.textContent()), true);
await submit();
await took.getByText("From the cache").waitFor();
equal(await page.getByLabel("Output").inputValue(), "4");
await page.getByLabel("Text").fill("seven");
await submit();
await holds(page.getByLabel("Output"), "5");
await done();
