// Asks a chat and looks at the frames of the page while the answer comes.
//
// argv: one JSON object { npm, browser, url }; prints the 95th percentile of the frames' lengths in seconds, of some answers.

import { createRequire } from "node:module";

const { npm, browser, url } = JSON.parse(process.argv[2]);
const { chromium } = createRequire(`${npm}/`)("playwright-core");

const ANSWERS = 3;
const FRAMES = 360;

const chrome = await chromium.launch({
  executablePath: browser,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});

/** Runs in the page: the lengths of so many frames. */
function frames(count) {
  return new Promise((done) => {
    const lengths = [];
    let last = performance.now();
    const look = (now) => {
      lengths.push(now - last);
      last = now;
      if (lengths.length > count) done(lengths.slice(1));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

const figures = [];
try {
  for (let answer = 0; answer < ANSWERS; answer++) {
    const page = await chrome.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await page.locator("html[data-ready]").waitFor();
    const box = page.getByPlaceholder("Type a message...");
    await box.fill("Go");
    await box.press("Enter");
    await page.getByText("Some words with a name").last().waitFor();
    // What was said before is drawn by then.
    await page.waitForTimeout(2000);
    const lengths = (await page.evaluate(frames, FRAMES)).sort((one, other) => one - other);
    figures.push(lengths[Math.floor(lengths.length * 0.95)] / 1000);
    await page.close();
  }
} finally {
  await chrome.close();
}
console.log(JSON.stringify(figures));
