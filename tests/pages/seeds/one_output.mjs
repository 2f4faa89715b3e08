// The page has one place for what comes back; what is kept stands nowhere.
import { done, equal } from "../../browser/browser.mjs";
import { open, say } from "./common.mjs";

const page = await open();
await say(page, "a", []);
equal(await page.getByTestId("json").count(), 1);
equal(await page.getByRole("textbox").count(), 1);
equal(await page.locator("v-state").count(), 0);
await done();
