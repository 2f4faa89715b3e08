// Four scores are sent; the page shows the three highest of them as a tree.
import { done, equal, open, until } from "../../browser/browser.mjs";

const page = await open();
for (const [score, best] of [[3, [3]], [9, [9, 3]], [1, [9, 3, 1]], [7, [9, 7, 3]]]) {
    await page.getByLabel("Score", { exact: true }).fill(String(score));
    await page.getByRole("button", { name: "Submit" }).click();
    let seen;
    const told = async () => (seen = (await page.getByTestId("json").innerText()).replace(/\s/g, "")) === JSON.stringify(best);
    await until(told, `${best} after ${score}`).catch((error) => {
        throw new Error(`${error.message}, but ${seen}`);
    });
}
equal(await page.getByTestId("json").locator("details").count(), 1);
await done();
