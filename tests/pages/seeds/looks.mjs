// An input with its name on the left, the answer with its name on the right.
import { done, equal, ok } from "../../browser/browser.mjs";
import { open } from "./common.mjs";

const page = await open();
const input = await page.locator(".block.number, .block.textbox").first().boundingBox();
const output = await page.locator(".block.json").boundingBox();
ok(input.x + input.width <= output.x, `${JSON.stringify(input)} stands left of ${JSON.stringify(output)}`);
for (const name of ["Clear", "Submit"]) equal(await page.getByRole("button", { name, exact: true }).count(), 1);
await done();
