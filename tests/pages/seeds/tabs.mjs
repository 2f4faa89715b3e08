// Two tabs of one browser, with the same cookies, have a history each.
import { done } from "../../browser/browser.mjs";
import { open, say } from "./common.mjs";

const first = await open();
await say(first, "a", []);
const second = await open("/", first.context());
await say(second, "z", []);
await say(first, "b", ["a"]);
await say(second, "y", ["z"]);
await done();
