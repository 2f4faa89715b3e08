// Fifty cuts in the middle of a stream: every step is shown, once and in order, and never is more than one word said of it.
import { done, equal, holds, ok, open } from "../browser/browser.mjs";

const page = await open("/", {}, ["ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "Failed to fetch", "network error"]);
await page.locator("html[data-ready]").waitFor();
await page.evaluate(() => {
    window.steps = [];
    const shown = document.querySelector("textarea, input")?.ownerDocument.querySelectorAll("v-textbox")[0];
    const receive = shown.receive.bind(shown);
    shown.receive = (props) => {
        if ("value" in props) window.steps.push(props.value);
        receive(props);
    };
    window.toasts = 0;
    new MutationObserver(() => (window.toasts = Math.max(window.toasts, document.querySelectorAll(".toast").length)))
        .observe(document.querySelector(".toasts"), { childList: true });
});
await page.getByLabel("N", { exact: true }).fill("600");
await page.getByRole("button", { name: "Count" }).click();
await holds(page.getByLabel("After"), "then step 599");
equal(await page.evaluate(() => window.steps), Array.from({ length: 600 }, (_, step) => `step ${step}`));
ok((await page.evaluate(() => window.toasts)) <= 1, "banners pile up");
await done();
