// A conversation is read, answered, rated, taken back, written anew and copied, and it streams in calmly.

import { done, equal, holds, match, ok, open, until, violations } from "../browser/browser.mjs";

const page = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
await page.locator("html[data-ready]").waitFor();
const copied = () => page.evaluate(() => navigator.clipboard.readText());
const talk = page.locator("#talk");
const [words, heard] = [page.getByLabel("Words"), page.getByLabel("Heard")];
const last = talk.getByTestId("bot").last();

// Empty, it says so and offers something to begin with.
equal(await talk.locator(".chat-empty strong").textContent(), "anything");
await talk.getByRole("button", { name: "Say hello" }).click();
await holds(words, 'example "Say hello"');

await words.fill("one");
await words.press("Enter");
await talk.getByText("You said one").waitFor();
equal(await last.locator("em").textContent(), "one");
equal(await talk.getByTestId("user").getByRole("paragraph").textContent(), "one");

// The program has a face here, the person none.
equal(await talk.locator("article.user > .avatar").count(), 0);
await until(() => talk.locator("article.bot > .avatar").evaluate((it) => it.naturalWidth === 1), "the picture is there");

// What is thought stands folded until somebody wants to know.
const thought = talk.locator("details.thought");
equal(await thought.getAttribute("open"), null);
match(await thought.locator("summary").textContent(), /Thinking\s*deep\s*1\.5 s/);
await thought.locator("summary").click();
await talk.getByText("Hm.").waitFor();

await talk.getByRole("button", { name: "no", exact: true }).click();
await holds(heard, 'option 1 "no"');
await talk.getByLabel("Like", { exact: true }).click();
await holds(heard, "Thumb(true) at 1");
await talk.getByLabel("Dislike", { exact: true }).click();
await holds(heard, "Thumb(false) at 1");
equal(await talk.getByLabel("clicked dislike").count(), 1);
equal(await talk.getByLabel("clicked like").count(), 0);
await talk.getByRole("button", { name: "Feedback" }).click();
await talk.getByRole("button", { name: "Spam" }).click();
await holds(heard, 'Opinion("Spam") at 1');
await talk.getByRole("button", { name: "Retry" }).click();
await holds(heard, 'retry 0 "one"');

await talk.locator(".bot").getByRole("button", { name: "Copy message" }).click();
await until(async () => (await copied()).endsWith("You said *one*\n\nby a program"), "a message is copied with its mark");
await talk.getByRole("button", { name: "Copy conversation" }).click();
await until(async () => (await copied()).startsWith("User: one\n\nAssistant: Hm."), "the conversation is copied");

// Written anew: Escape leaves it, Enter takes it.
await talk.locator(".user").getByRole("button", { name: "Edit" }).click();
await page.keyboard.type("?");
await page.keyboard.press("Escape");
equal(await talk.getByTestId("user").getByRole("paragraph").textContent(), "one");
await talk.locator(".user").getByRole("button", { name: "Edit" }).click();
await talk.getByLabel("Message text").fill("two");
await page.keyboard.press("Enter");
await holds(heard, '"one" became "two"');
equal(await talk.getByTestId("user").getByRole("paragraph").textContent(), "two");

await talk.getByRole("button", { name: "Undo" }).click();
await talk.locator(".chat-empty").getByText("anything").waitFor();

// What stands between a model's marks is a thought: open while it is written, folded when it is over.
await page.getByRole("button", { name: "Reason" }).click();
const reasoning = talk.locator("details.thought");
await until(async () => /Reasoning\s*Let me see/.test(await reasoning.textContent()), "it thinks");
ok((await reasoning.getAttribute("open")) !== null, "one reads along");
await reasoning.getByLabel("Working").waitFor();
await until(async () => (await last.locator("strong").allTextContents()).join() === "42", "it answers");
equal(await reasoning.getAttribute("open"), null);
equal(await reasoning.locator(".spinner").count(), 0);
ok(!(await talk.textContent()).includes("think>"), "the marks are not to be seen");

// Files and components are shown as what they are, and nothing in them does harm.
await page.getByRole("button", { name: "Everything" }).click();
const picture = talk.getByTestId("user").locator("img");
await until(() => picture.evaluate((it) => it.naturalWidth === 1), "the picture is there");
equal(await talk.getByText("nobody sees this").count(), 0);
await talk.getByTestId("html").locator("b").waitFor();
equal(await talk.locator("script").count(), 0);
equal(await talk.getByRole("link", { name: "data.bin" }).count(), 1);
ok(await talk.locator(".thought .thought").getByText("inner", { exact: true }).isVisible());
equal(await violations(page), []);

// A component in a message is the component: its module comes when it is needed, and what changes is changed in place.
const loaded = (name) => page.evaluate((name) => performance.getEntriesByType("resource").some((it) => it.name.includes(`/components/${name}-`)), name);
ok(!(await loaded("label")) && !(await loaded("dataframe")), "nothing is fetched before it is needed");
await page.evaluate(() => {
    new MutationObserver(() => (window.firstLabel ??= document.querySelector("#talk v-label"))).observe(document.querySelector("#talk"), { childList: true, subtree: true });
});
await page.getByRole("button", { name: "Components" }).click();
const inside = (kind) => talk.getByTestId("bot").locator(`v-${kind}`);
await until(async () => /75/.test(await inside("label").textContent()), "the last value is there");
ok(await page.evaluate(() => window.firstLabel?.isConnected), "it is still the first element");
match(await inside("label").textContent(), /How sure.*two/s);
await until(async () => (await inside("markdown").locator("em").textContent()) === "two", "what the server makes into HTML is made anew");
await inside("dataframe").getByText("Alan").first().waitFor();
await inside("highlightedtext").getByText("place").waitFor();
equal(await inside("code").getByRole("textbox").inputValue(), "print(1)");
ok(await inside("code").getByRole("textbox").evaluate((it) => it.readOnly), "there is nothing to type into");
await until(() => inside("image").locator("img").evaluate((it) => it.naturalWidth === 1), "the picture is there");
await inside("gallery").getByLabel("Thumbnail 2 of 2").waitFor();
await inside("audio").getByRole("button", { name: "Play", exact: true }).waitFor();
await inside("file").getByText("pixel.png").waitFor();
equal(await inside("textbox").getByLabel("Said").inputValue(), "only to read");
const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((it) => it.id));
equal(ids.length, new Set(ids).size);
// They work as anywhere: the gallery shows one of its pictures large.
await inside("gallery").getByLabel("Thumbnail 1 of 2").click();
await inside("gallery").getByRole("button", { name: "Close" }).click();
equal(await violations(page), []);

// Five hundred messages; one more streams in, and nothing above it is drawn anew.
await page.getByRole("button", { name: "Long" }).click();
await talk.getByText("Answer 249").waitFor();
await until(async () => (await talk.getByTestId("bot").locator("strong").count()) === 250, "all are rendered");
const thread = talk.getByRole("log");
const atEnd = () => thread.evaluate((it) => it.scrollHeight > 2 * it.clientHeight && Math.abs(it.scrollTop) < 2);
ok(await atEnd(), "it opens at its end");
const first = await talk.getByTestId("bot").nth(248).elementHandle();
const drawn = await page.evaluate(() => {
    const seen = { others: 0 };
    const messages = document.querySelector("#talk .messages");
    const old = [...messages.children];
    new MutationObserver((changes) => (seen.others += changes.filter(({ target }) => old.slice(0, -1).some((it) => it.contains(target))).length)).observe(messages, { childList: true, subtree: true, characterData: true });
    return (window.seen = seen);
});
equal(drawn.others, 0);
await page.getByRole("button", { name: "Stream" }).click();
await talk.getByText(/97 98 99/).waitFor();
ok(await first.evaluate((it) => it.isConnected));
equal(await page.evaluate(() => window.seen.others), 0);
await until(atEnd, "it keeps to its end");

// Whoever reads further up stays there.
await thread.evaluate((it) => (it.scrollTop = -2000));
await talk.getByRole("button", { name: "Scroll to the last message" }).click();
await until(atEnd, "it goes back to its end");

await talk.getByRole("button", { name: "Clear" }).click();
await holds(heard, "cleared");
equal(await talk.getByTestId("bot").count(), 0);

// Who is faster than the page is heard all the same.
const hurried = await page.context().newPage();
await hurried.route("**/components/textbox-*", (route) => setTimeout(() => route.continue(), 1500));
await hurried.goto(page.url());
await hurried.getByLabel("Words").fill("first");
await hurried.keyboard.press("Enter");
await hurried.locator("#talk").getByText("You said first").waitFor();
await done();
