// A tab that nobody looks at holds no connection; what runs for it goes on, and is shown as it comes.
import { base, done, equal, holds, profile, until } from "../browser/browser.mjs";

const page = await (await profile({}, ["ERR_ABORTED"])).newPage();
const lines = new Set();
page.on("request", (request) => request.url().includes("queue/data") && !request.url().includes("rest=true") && lines.add(request));
for (const event of ["requestfinished", "requestfailed"]) page.on(event, (request) => lines.delete(request));
await page.goto(base);
const look = (state) => page.evaluate((state) => {
    Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}, state);
await page.getByRole("button", { name: "Remember" }).click();
await holds(page.getByLabel("After"), "seen 1");

await page.getByLabel("N", { exact: true }).fill("800");
await page.getByRole("button", { name: "Count" }).click();
await until(async () => lines.size === 1, "the line is open");
await look("hidden");
await until(async () => lines.size === 0, "the line is closed");
await holds(page.getByLabel("After"), "then step 799");
equal(lines.size, 0);
// Its session lives on, and so does the page.
await look("visible");
await page.getByRole("button", { name: "Remember" }).click();
await holds(page.getByLabel("After"), "seen 2");
equal(lines.size, 1);
await done();
