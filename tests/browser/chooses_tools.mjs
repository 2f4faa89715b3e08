// The settings for MCP clients name the tools that are ticked, and can be copied; all of it is there without script.
import { done, equal, match, ok, open } from "./browser.mjs";

const still = await open("/?view=api#mcp", { javaScriptEnabled: false });
match(await still.locator("#mcp pre:visible").first().textContent(), /\/gradio_api\/mcp\/$/);

const page = await open("/?view=api", { permissions: ["clipboard-read", "clipboard-write"] });
await page.getByRole("link", { name: "MCP", exact: true }).click();
const section = page.locator("#mcp");
const address = section.locator("[data-mcp-url] pre");
await section.getByText("Cursor", { exact: true }).click();
const settings = section.locator("[data-client=cursor] pre");
ok(await settings.isVisible());
const whole = await settings.textContent();

const ticks = section.locator("[name=mcp-tool]");
const count = await ticks.count();
ok(count > 2, `${count} tools`);
const first = await ticks.first().inputValue();
await ticks.first().press("Space");
const left = JSON.parse(await settings.textContent()).mcpServers;
const [{ url }] = Object.values(left);
equal(url, (await address.textContent()).trim());
const named = new URL(url).searchParams.get("tools").split(",");
equal(named.length, count - 1);
ok(!named.includes(first), url);

await section.locator("[data-client=cursor] [data-copy]").click();
await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("tools=")));

await ticks.first().press("Space");
equal(await settings.textContent(), whole);
// One of them stays.
for (let place = 0; place < count; place++) await ticks.nth(place).uncheck({ force: true }).catch(() => {});
equal(await section.locator("[name=mcp-tool]:checked").count(), 1);
await done();
