// Texts that look like programs are shown, never run: in the form, the answer and the API page.
import { done, equal, open } from "./browser.mjs";

const page = await open();
let alerts = 0;
page.on("dialog", async (dialog) => {
    alerts++;
    await dialog.dismiss();
});
await page.getByRole("radio").first().check();
await page.getByRole("button", { name: "Submit" }).click();
await page.waitForFunction(() => [...document.querySelectorAll("textarea[readonly]")].some((field) => field.value.includes("</script>")));
equal(await page.locator("main img, main [onclick], main script").count(), 0);
await page.getByRole("button", { name: "Use via API" }).click();
await page.getByText("/echo").first().waitFor();
equal(await page.locator("main img, main [onclick], main [onerror]").count(), 0);
equal(alerts, 0);
await done();
