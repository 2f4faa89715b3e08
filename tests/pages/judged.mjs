// What a validator refuses is told where it was entered; what is mended goes on; a validator that fails is told by a toast.

import { done, equal, holds, open, until, violations } from "../browser/browser.mjs";

const page = await open("/", {}, ["422", "400"]);
const [age, city] = [page.getByLabel("Age", { exact: true }), page.getByLabel("City", { exact: true })];
const press = (name) => page.getByRole("button", { name, exact: true }).click();
const said = (text) => page.locator(".block-error", { hasText: text });

await age.fill("2");
await city.fill("London");
await press("Show");
await said("Age must be at least 3").waitFor();
await said("City must not be London").waitFor();
equal(await page.getByLabel("Shown").inputValue(), "");
equal(await page.locator("v-number .block-error").textContent(), "Age must be at least 3");
await until(() => age.evaluate((it) => it === document.activeElement), "the first that is wrong has the focus");
equal(await age.getAttribute("aria-invalid"), "true");
equal(await page.getByTestId("toast-body").count(), 0);
equal(await violations(page), []);

// What is mended is no longer complained of; the other still is.
await age.fill("7");
await said("Age must be at least 3").waitFor({ state: "detached" });
equal(await said("City must not be London").count(), 1);
await press("Show");
await said("City must not be London").waitFor();
equal(await page.locator(".block-error").count(), 1);
await city.fill("Rome");
await press("Show");
await holds(page.getByLabel("Shown"), "7 Rome");
equal(await page.locator(".block-error").count(), 0);

await press("Fail");
await page.getByTestId("toast-body").getByText("Nobody can judge this").waitFor();
await page.getByTestId("toast-close").click();
await page.getByTestId("toast-body").waitFor({ state: "detached" });

// A batch of one, as the page sees it.
await press("Upper");
await holds(page.getByLabel("Shown"), "ROME of 1");
await done();
