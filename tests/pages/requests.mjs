// A function that a page calls knows the page's query, the browser's cookies and headers, and the session of the tab.

import { base, done, equal, match, notEqual, profile, until } from "../browser/browser.mjs";

const context = await profile({ userAgent: "A browser under test" });
await context.addCookies([{ name: "token", value: "abc", url: base }]);

/** What the function knows, asked from a tab by a button. */
async function known(page, button) {
    const answered = page.waitForResponse((response) => /queue\/(join|data)|\/run\//.test(response.url()));
    await page.getByRole("button", { name: button, exact: true }).click();
    await answered;
    const tree = page.getByTestId("json");
    await until(async () => (await tree.innerText()).includes("asked"), "the function answers");
    // Nothing is folded, so it stands there as JSON.
    return JSON.parse(await tree.innerText());
}

const sessions = [];
for (const button of ["Ask", "Ask directly"]) {
    const page = await context.newPage();
    await page.goto(`${base}/?from=a+poster%21`);
    const facts = await known(page, button);
    equal(facts.header, "A browser under test");
    equal(facts.from, "a poster!");
    equal(facts.cookie, "abc");
    equal(facts.client, "127.0.0.1");
    match(facts.asked, button === "Ask" ? /queue\/join/ : /run\/directly/);
    sessions.push(facts.session);
}
notEqual(sessions[0], sessions[1]);
notEqual(sessions[0], null);
await done();
