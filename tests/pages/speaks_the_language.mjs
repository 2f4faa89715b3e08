// Nobody reads an English word of ours on a page in another language: not in texts, names and hints, nor in what
// opens. The page has no Latin letter of its author's.

import { done, equal, ok, open } from "../browser/browser.mjs";

/** All that people read or hear, by what it is. */
const words = (page) =>
    page.evaluate(() => {
        const found = [];
        // What the server says of a call it says to all clients; devices have names of their own.
        const skip = "script, style, select, .mark, .block-error, [data-testid=toast-text]";
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim();
            if (text && !walker.currentNode.parentElement.closest(skip)) found.push(text);
        }
        for (const element of document.body.querySelectorAll("*")) {
            if (element.closest(skip)) continue;
            for (const name of ["alt", "aria-label", "aria-description", "placeholder", "title"]) {
                const text = element.getAttribute(name)?.trim();
                if (text) found.push(text);
            }
        }
        return [...new Set(found)];
    });

/** Opens what is folded, and looks around all the time. */
async function everything(language) {
    // A value is refused on the way.
    const page = await open(`/?__lang=${language}`, {}, ["422"]);
    await page.waitForSelector("[data-ready]");
    const seen = new Set(await words(page));
    const look = async () => (await words(page)).forEach((text) => seen.add(text));
    const list = page.getByRole("combobox").first();
    await list.fill("zzz");
    await look();
    await list.press("Escape");
    const table = page.locator("v-dataframe");
    await table.locator(".thead .cell-menu-button, .thead button[aria-haspopup]").first().click();
    await look();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Ψ" }).click();
    await page.getByTestId("toast-body").waitFor();
    await look();
    await page.getByLabel("2", { exact: true }).fill("4");
    await page.getByRole("button", { name: "Ψ" }).click();
    await page.locator(".block-error").waitFor();
    await page.locator("[popovertarget=settings]").click();
    await look();
    const { lang, dir } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
    return { seen: [...seen], lang, dir };
}

const english = await everything("en");
ok(english.seen.length > 100, `only ${english.seen.length} texts were seen`);

// In Arabic nothing of ours has a Latin letter but names: of keys, formats, notations.
const NAMES = /Vetrina|API|Escape|Tab|Enter|Ctrl|Shift|CSV|now - 5m|YYYY-MM-DD( HH:MM:SS)?|rgb\(r, g, b\)|hsl\(h, s%, l%\)|#rrggbb|\b(ms|s|kB|MB|V)\b/g;
const arabic = await everything("ar");
equal([arabic.lang, arabic.dir], ["ar", "rtl"]);
equal(arabic.seen.filter((text) => /[A-Za-z]{2}/.test(text.replaceAll(NAMES, ""))), []);

// In German some words are the same.
const SAME = ["System", "Position", "Webcam"];
const german = await everything("de");
equal([german.lang, german.dir], ["de", ""]);
const common = german.seen.filter((text) => english.seen.includes(text) && /[A-Za-z]{2}/.test(text.replaceAll(NAMES, "")));
equal(common.filter((text) => !SAME.includes(text)), []);

await done();
