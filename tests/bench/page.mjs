// Opens hello pages in Chromium and says what they weigh and when they can be used.
//
// argv: one JSON object { npm, browser, visits, pages: { name: url } }; prints { name: [visit, …] }.
//
// - requests, bytes: everything the page asks for until it has been quiet for a second, streams that stay open
//   included; bytes as they came over the wire, heads and compressed bodies. The page is left alone meanwhile.
// - form: a text field is on the screen and takes text.
// - usable: a name was typed into that field as soon as it was there, Submit was pressed, and the right answer is
//   on the screen. A press that comes to nothing (the page is drawn but does not listen yet) is repeated.
// Both times count from the start of the navigation, with an empty cache.

import { createRequire } from "node:module";

const { npm, browser, visits, pages } = JSON.parse(process.argv[2]);
const { chromium } = createRequire(`${npm}/`)("playwright-core");

const QUIET = 1000;
const PATIENCE = 30_000;

/** Runs in the page, before anything of its own. */
function useIt() {
  const NAME = "Bench", ANSWER = "Hello, Bench!!", PRESS_AGAIN = 30;
  const seen = window.__seen = { form: null, usable: null };
  const visible = (element) => element.checkVisibility() && !element.disabled && !element.readOnly;
  const find = (selector, fits) => [...document.querySelectorAll(selector)].find((one) => visible(one) && fits(one));
  let pressed = -Infinity;

  function type(field) {
    // Past the setters that frameworks put on their fields, as a key press would.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, NAME);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function answered() {
    const fields = [...document.querySelectorAll("textarea, input")];
    return fields.some((field) => field.value === ANSWER) || document.body.textContent.includes(ANSWER);
  }
  function look() {
    if (document.body && answered()) return void (seen.usable = performance.now());
    const field = find("textarea, input[type=text], input:not([type])", () => true);
    if (field) {
      seen.form ??= performance.now();
      const submit = find("button, input[type=submit]", (one) => (one.textContent || one.value).trim() === "Submit");
      if (field.value !== NAME) type(field);
      // Not in the moment of typing: frameworks gather changes and write them down a little later.
      else if (submit && performance.now() - pressed > PRESS_AGAIN) {
        pressed = performance.now();
        type(field);
        setTimeout(() => submit.click());
      }
    }
    setTimeout(look, 2);
  }
  if (window === window.top) look();
}

async function weigh(page, url) {
  const cdp = await page.context().newCDPSession(page);
  const requests = new Map();
  let last = Date.now();
  const note = (id, bytes) => {
    last = Date.now();
    if (requests.has(id)) requests.set(id, bytes(requests.get(id)));
  };
  cdp.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (/^(data|blob):/.test(request.url)) return;
    requests.set(requestId, 0);
    last = Date.now();
  });
  cdp.on("Network.responseReceived", ({ requestId, response }) => note(requestId, () => response.encodedDataLength));
  cdp.on("Network.dataReceived", ({ requestId, encodedDataLength }) => note(requestId, (sum) => sum + encodedDataLength));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => note(requestId, () => encodedDataLength));
  await cdp.send("Network.enable");
  await page.goto(url, { waitUntil: "load" });
  const start = Date.now();
  while (Date.now() - last < QUIET && Date.now() - start < PATIENCE) await page.waitForTimeout(50);
  return { requests: requests.size, bytes: [...requests.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

async function time(page, url) {
  await page.addInitScript(useIt);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.__seen.usable, null, { timeout: PATIENCE });
  return page.evaluate(() => ({ form: window.__seen.form / 1000, usable: window.__seen.usable / 1000 }));
}

const chrome = await chromium.launch({
  executablePath: browser,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    // Whoever asks for fonts or scripts from elsewhere is told at once that there is nothing.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});

/** Each visit is a new browser as far as the page can tell. */
async function visit(what, url) {
  const context = await chrome.newContext();
  try {
    return await what(await context.newPage(), url);
  } finally {
    await context.close();
  }
}

const figures = {};
try {
  for (let round = 0; round <= visits; round++) {
    for (const [name, url] of Object.entries(pages)) {
      const figure = { ...await visit(weigh, url), ...await visit(time, url) };
      // The first round is there to wake up the browser and the servers.
      if (round > 0) (figures[name] ??= []).push(figure);
    }
  }
} finally {
  await chrome.close();
}
console.log(JSON.stringify(figures));
