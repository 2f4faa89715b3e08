// A server that was started anew knows nothing of what ran: the page says so, once, in words.
import { done, equal, ok, open } from "../browser/browser.mjs";

const page = await open("/", {}, ["net::", "Failed to fetch", "network error"]);
await page.getByLabel("N", { exact: true }).fill("1000");
await page.getByRole("button", { name: "Work" }).click();
const banner = page.locator(".toast").filter({ hasText: "The server cannot be reached" });
await banner.waitFor();
equal(await page.locator(".toast").count(), 1, "one banner");
const told = page.locator(".toast").filter({ hasText: "started anew" });
await told.waitFor({ timeout: 60_000 });
ok((await page.locator(".toast").count()) === 1, "one message");
equal(await page.locator("[aria-busy]").count(), 0, "nothing seems to run");
await done();
