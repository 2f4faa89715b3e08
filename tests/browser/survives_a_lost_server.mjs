// A server that cannot be reached is told once, in words; the form keeps what was typed.
import { done, equal, holds, ok, open } from "./browser.mjs";

const page = await open("/", {}, ["ERR_INTERNET_DISCONNECTED", "Failed to fetch", "net::"]);
await page.getByLabel("name").fill("World");
await page.context().setOffline(true);
await page.getByRole("button", { name: "Submit" }).click();
const told = page.locator("[role=alert], [role=status]").filter({ visible: true }).filter({ hasText: /connect|reach|network|offline|server/i });
await told.first().waitFor();
equal(await page.getByLabel("name").inputValue(), "World");
ok((await told.count()) === 1, "it is told once");
equal(await page.locator("[data-failed]").count(), 0, "nothing else says that the call failed");

await page.context().setOffline(false);
await page.getByRole("button", { name: "Submit" }).click();
await holds(page.getByLabel("output"), "Hello World!");
await done();
