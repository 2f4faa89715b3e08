// A page that is loaded again starts from nothing.
import { done } from "../../browser/browser.mjs";
import { open, say } from "./common.mjs";

const page = await open();
await say(page, "a", []);
await say(page, "b", ["a"]);
await page.reload();
await say(page, "c", []);
await say(page, "d", ["c"]);
await done();
