// Results that come one after the other are shown as they come.
import { done, ok, open } from "./browser.mjs";

const page = await open();
await page.getByRole("tab", { name: /^slowly$/i }).click();
const panel = page.getByRole("tabpanel").filter({ visible: true });
await panel.getByLabel("N", { exact: true }).fill("30");
await panel.getByRole("button", { name: "Submit" }).click();
const seen = new Set();
await page.exposeFunction("seen", (value) => seen.add(value));
await page.waitForFunction(() => {
    const field = [...document.querySelectorAll("[role=tabpanel]:not([hidden]) input[readonly], [role=tabpanel]:not([hidden]) input[disabled], [role=tabpanel]:not([hidden]) output")].at(-1);
    const value = field?.value ?? field?.textContent ?? "";
    window.seen(value);
    return value === "29";
});
ok(seen.size > 5, [...seen].join());
await done();
