// While a function runs one sees it: the time goes on, Stop takes the place of Submit, and stops.
import { done, equal, ok, open, until } from "./browser.mjs";

const page = await open();
await page.getByRole("tab", { name: /^work$/i }).click();
const panel = page.getByRole("tabpanel").filter({ visible: true });
await panel.getByLabel("Seconds").fill("60");
const submit = panel.getByRole("button", { name: "Submit" });
const stop = panel.getByRole("button", { name: "Stop" });
ok(!(await stop.isVisible()), "nothing runs, so there is nothing to stop");
await submit.click();
await stop.waitFor();
ok(!(await submit.isVisible()), "Stop takes the place of Submit");
await panel.locator("[aria-busy=true]").first().waitFor();

// The elapsed time is shown, and goes on.
const shown = async () => (await panel.textContent()).match(/\d+(\.\d+)?\s?s\b/)?.[0];
const first = await until(shown, "the elapsed time is shown");
await until(async () => (await shown()) !== first, "the elapsed time goes on");

const ticks = async () => {
    const answer = await page.request.post(`${page.url().replace(/[?#].*/, "")}gradio_api/run/ticks`, { data: { data: [] } });
    return (await answer.json()).data[0];
};
ok((await ticks()) > 0);
await stop.click();
await submit.waitFor();
await stop.waitFor({ state: "hidden" });
equal(await panel.locator("[aria-busy=true]").count(), 0);
await until(async () => {
    const before = await ticks();
    await page.waitForTimeout(300);
    return (await ticks()) === before;
}, "the work stands still");

await panel.getByLabel("Seconds").fill("0.1");
await submit.click();
await page.waitForFunction(() => [...document.querySelectorAll("textarea[readonly]")].some((field) => field.value === "finished"));
await done();
