// Work that is stopped, fails half-way, tells how far it is, and is left behind.

import { done, equal, holds, open, until, violations } from "../browser/browser.mjs";

const page = await open("/");
const press = (name) => page.getByRole("button", { name, exact: true }).click();
const field = (name) => page.getByLabel(name, { exact: true });
const value = (name) => field(name).inputValue();

// A run that is stopped has not gone well; what comes afterwards in any case comes.
await press("Count");
await until(async () => Number(await value("Shown")) > 3, "it counts");
await press("Enough");
await holds(field("Then"), "then");
await holds(field("Badly"), "badly");
equal(await value("Well"), "");
const stopped = await value("Shown");
await page.waitForTimeout(400);
equal(await value("Shown"), stopped);

// What was shown before a failure stays.
await press("Break");
await page.getByTestId("toast-body").getByText("No more numbers").waitFor();
equal(await value("Shown"), "42");
equal(await page.getByTestId("toast-body").locator("b").textContent(), "Broken");
await page.getByTestId("toast-close").click();

// A loop in a loop has a bar in a bar, where the answer will be.
await press("Go through");
const bars = page.locator("v-textbox", { hasText: "Done" }).getByRole("progressbar");
await until(async () => (await bars.count()) === 2, "two bars");
equal(await bars.first().getAttribute("aria-label"), "Chapters");
equal(await bars.last().getAttribute("aria-label"), "Pages");
equal(await violations(page), []);
await holds(field("Done"), "read");
equal(await bars.count(), 0);

// Only what is meant for the eye is shown; what has no end stays.
await press("Note");
await page.getByTestId("toast-body").getByText("It is there").waitFor();
equal(await page.getByTestId("toast-body").count(), 1);
equal(await page.getByTestId("toast-body").locator("b").textContent(), "Saved");
await page.getByTestId("toast-close").click();

// Whoever goes away while it works leaves nothing behind that works.
await press("Count");
await until(async () => (await value("Shown")) !== stopped, "it counts again");
await page.close();
await done();
