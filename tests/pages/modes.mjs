// Events that come while their function runs, how it is seen that it runs, and where the page goes then.

import { done, equal, holds, ok, open, until } from "../browser/browser.mjs";

const page = await open();
await page.locator("html[data-ready]").waitFor();
const button = (name) => page.getByRole("button", { name, exact: true });
const field = (label) => page.getByLabel(label, { exact: true });
const block = (label) => page.locator("v-textbox").filter({ has: field(label) });

// Three clicks while it runs: one call, three calls, or one more for the last of them.
for (const name of ["Once", "Multiple", "Always last"]) {
    await button(name).click();
    // The others come at once: a slow machine would still be aiming when the function is done.
    await button(name).evaluate((it) => [it.click(), it.click()]);
}
await holds(field("Multiple: runs"), "3");
await holds(field("Always last: runs"), "2");
await holds(field("Once: runs"), "1");
await page.waitForTimeout(1000);
equal(await Promise.all(["Once", "Multiple", "Always last"].map((name) => field(`${name}: runs`).inputValue())), ["1", "3", "2"]);

/** What is seen at a block while a function runs: a thread, a clock, nothing. */
async function seen(name, label) {
    await field("Out").fill("");
    await button(name).click();
    await page.waitForTimeout(800);
    const at = block(label);
    const what = {
        busy: await at.getAttribute("aria-busy"),
        thread: await at.locator(".thread").count(),
        clock: await at.getByTestId("status-tracker").count(),
    };
    await holds(field("Out"), "done");
    await until(async () => (await page.locator("[aria-busy=true]").count()) === 0, "nothing is busy any more");
    return what;
}
equal(await seen("Full", "Out"), { busy: "true", thread: 1, clock: 1 });
equal(await seen("Minimal", "Out"), { busy: "true", thread: 0, clock: 1 });
equal(await seen("Hidden", "Out"), { busy: null, thread: 0, clock: 0 });
equal(await seen("Elsewhere", "Aside"), { busy: "true", thread: 1, clock: 1 });
equal(await seen("Elsewhere", "Out"), { busy: null, thread: 0, clock: 0 });

// A limit ends it, and says so.
await button("Limited").click();
await page.getByTestId("toast-body").getByText("limit of 0.3 s").waitFor();
await page.getByTestId("toast-close").click();

// A script gives what the function is sent.
await button("With a script").click();
await holds(field("Out"), "scripted scripted");

// The page goes to what is new only when it is told to.
const top = () => page.evaluate(() => document.scrollingElement.scrollTop);
const isSeen = (label) => field(label).evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
});
await button("Stay").scrollIntoViewIfNeeded();
const before = await top();
ok(before > 500, "the button stands far down");
await button("Stay").click();
await holds(field("Out"), "here");
await page.waitForTimeout(500);
equal(await top(), before);
await button("Go back").click();
await until(() => isSeen("Out"), "it goes to the output");
ok((await top()) < before);
await button("Go there").click();
await holds(field("Far"), "there");
await until(() => isSeen("Far"), "it goes to the output far down");
await done();
