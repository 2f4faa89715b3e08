// Somebody talks with a function: writes, stops, asks again, takes back, and finds it all again later.

import { done, equal, match, ok, open, until, violations } from "../browser/browser.mjs";

const page = await open("/");
await page.locator("html[data-ready]").waitFor();
const box = page.getByPlaceholder("Type a message...");
const log = page.getByRole("log", { name: "Chatbot conversation" });
const [asked, answered] = [log.locator(".message.user"), log.locator(".message.bot")];
const send = page.getByRole("button", { name: "Send" });
const stop = page.getByRole("button", { name: "Stop" });
const idle = () => send.waitFor();

// The cursor is in the box; empty, it says what to begin with.
ok(await box.evaluate((it) => it === document.activeElement), "one can write at once");
await log.getByRole("button", { name: "Say much" }).click();

// A long answer is stopped by its button, and the box keeps what was written meanwhile.
await answered.getByText("long after 0").waitFor();
await box.fill("next");
await stop.click();
await idle();
// What came last is drawn by then.
await page.waitForTimeout(300);
const so_far = await answered.last().textContent();
await page.waitForTimeout(300);
equal(await answered.last().textContent(), so_far);
equal(await box.inputValue(), "next");

// Enter sends; Shift and Enter do not.
await box.press("Shift+Enter");
equal(await asked.count(), 1);
await box.fill("hi");
await box.press("Enter");
await log.getByText("hi after 3 ...").waitFor();
equal(await box.inputValue(), "");
await idle();
ok(await box.evaluate((it) => it === document.activeElement), "one can write on");
equal(await page.getByLabel("Letters").inputValue(), "2");

// Answers to choose from are said.
await log.getByRole("button", { name: "Enough" }).click();
await log.getByText("Enough after 6 ...").waitFor();
await idle();
await log.getByRole("button", { name: "Undo" }).click();
await until(async () => (await asked.count()) === 2, "it is taken back");
equal(await box.inputValue(), "Enough");
await log.getByRole("button", { name: "Retry" }).click();
await until(async () => (await answered.count()) === 2 && (await log.getByText("hi after 3 ...").count()) === 1, "it is answered again");
await idle();

// A message written anew begins from there.
await log.getByRole("button", { name: "Edit" }).first().click();
await log.getByRole("textbox").fill("low");
await log.getByRole("button", { name: "Submit" }).click();
await log.getByText("low after 0 ...").waitFor();
await idle();
equal(await asked.count(), 1);

// What fails says so, and may be asked again.
await box.fill("sorry");
await send.click();
await page.getByText("This is not to be answered").waitFor();
await idle();
ok(await log.getByRole("button", { name: "Retry" }).isVisible(), "one may ask again");

// The browser keeps it: a new one begins, the old one is gone on with.
const history = page.locator(".chat-history");
const kept = history.getByRole("listitem");
await until(async () => (await kept.count()) === 1, "it is kept");
await history.getByRole("button", { name: "New chat" }).click();
await log.getByRole("button", { name: "Say much" }).waitFor();
await box.fill("second");
await send.click();
await log.getByText("second after 0 ...").waitFor();
await idle();
await until(async () => (await kept.count()) === 2, "both are kept");
equal(await kept.getByRole("button").first().textContent(), "second");
await page.reload();
await page.locator("html[data-ready]").waitFor();
await until(async () => (await asked.count()) === 1, "what was said last is there again");
await kept.nth(1).getByRole("button").first().click();
await log.getByText("low after 0 ...").waitFor();
await box.fill("on");
await send.click();
await log.getByText(/on after \d ...$/).waitFor();
await idle();
await kept.nth(0).getByRole("button", { name: "Delete conversation" }).click();
await until(async () => (await kept.count()) === 1, "one is forgotten");
match(await log.textContent(), /on after/);

// The program's side of it is no trap for those who do not see it.
equal(await violations(page), []);
await done();
