// What is sent on one page is remembered there, and by nobody else.
import { done } from "../../browser/browser.mjs";
import { open, say } from "./common.mjs";

const page = await open();
await say(page, "a", []);
await say(page, "b", ["a"]);
await say(page, "c", ["b", "a"]);
await done();
