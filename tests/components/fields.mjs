// Fields tell of each letter once, of nothing while the page comes, and are used by mouse and by keyboard alike.

import { base, done, equal, match, notEqual, ok, open, until, violations } from "../browser/browser.mjs";

const page = await open();
await page.locator("html[data-ready]").waitFor();
await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
const { keyboard } = page;
const field = (label) => page.getByLabel(label, { exact: true });

/** What the functions heard, in alphabetical order: they run side by side. */
async function heard() {
    const answer = await fetch(`${base}/gradio_api/run/heard`, { method: "POST", headers: { "content-type": "application/json" }, body: '{"data":[]}' });
    return (await answer.json()).data[0];
}

/** Waits until functions heard just this, and nothing after it. */
async function hears(...expected) {
    const found = [];
    const wanted = JSON.stringify([...expected].sort());
    await until(async () => {
        found.push(...(await heard()));
        return found.length >= expected.length;
    }, `heard ${wanted}`).catch((error) => {
        throw new Error(`${error.message}, but ${JSON.stringify(found)}`);
    });
    await new Promise((wait) => setTimeout(wait, 150));
    found.push(...(await heard()));
    equal(JSON.stringify(found.sort()), wanted);
}

// While the page comes, only the slider that starts anywhere moves.
const [start] = await until(async () => { const all = await heard(); return all.length && all; }, "the slider moved");
match(start, /^random\.change [1-9]\d*/);
await hears();

// Text.
const text = field("Text");
equal(await text.evaluate((it) => [it.getAttribute("autocomplete"), it.getAttribute("onfocus"), it.maxLength]), ["name", null, 12]);
await text.focus();
await hears('text.focus ""');
await keyboard.type("ab");
await hears('text.change "a"', 'text.change "ab"', 'text.input "a"', 'text.input "ab"');
await keyboard.press("Enter");
await hears('text.submit "ab"');
await keyboard.press("Shift+Home");
await hears('text.select "Two(0, 2) \\"ab\\" true"');
await keyboard.press("End");
await page.locator("v-textbox", { has: text }).getByRole("button", { name: "Send" }).click();
await hears('text.blur "ab"', 'text.submit "ab"');
await page.getByRole("button", { name: "Halt" }).click();
await hears('text.stop "ab"');
const area = field("Area");
equal(await area.evaluate((it) => [it.rows, it.dir]), [7, "rtl"]);
await area.fill("one");
await hears('area.change "one"', 'area.input "one"');
await area.press("Enter");
await hears('area.change "one\\n"', 'area.input "one\\n"');
await page.locator("v-textbox", { has: area }).getByRole("button", { name: "Copy" }).click();
await hears('area.copy "one\\n"');
equal(await page.evaluate(() => navigator.clipboard.readText()), "one\n");

// Numbers.
const number = field("Number");
await number.focus();
await keyboard.type("4");
await hears("number.change Some(4.0)", "number.input Some(4.0)");
await keyboard.press("ArrowUp");
await hears("number.change Some(4.5)", "number.input Some(4.5)");
await keyboard.press("Enter");
await hears("number.submit Some(4.5)");
await number.fill("");
await hears();
const slider = page.getByRole("slider", { name: "range slider for Slider", exact: true });
const reset = page.locator("v-slider", { has: slider }).getByTestId("reset-button");
ok(!(await reset.isVisible()), "there is nothing to go back to");
await slider.focus();
await keyboard.press("ArrowRight");
await hears("slider.change 4.0", "slider.input 4.0", "slider.release 4.0");
const beside = field("number input for Slider");
await beside.focus();
await keyboard.press("Control+A");
await keyboard.type("99");
await hears("slider.change 9.0", "slider.input 9.0");
await beside.blur();
await hears("slider.change 10.0", "slider.input 10.0", "slider.release 10.0");
equal(await beside.inputValue(), "10");
await reset.click();
await hears("slider.change 3.0", "slider.input 3.0", "slider.release 3.0");

// Choices.
await field("Check").press("Enter");
await hears("check.change true", "check.input true", 'check.select "One(0) true true"');
await field("b").check();
await hears('group.change ["b"]', 'group.input ["b"]', 'group.select "One(1) \\"b\\" true"');
await page.getByRole("button", { name: "Select all" }).click();
await hears('group.change ["a", "b", "c"]', 'group.input ["a", "b", "c"]');
await field("Two").check();
await hears("radio.change Some(2)", "radio.input Some(2)", 'radio.select "One(1) 2 true"');

// One of many, by typing.
const city = field("City");
await city.focus();
await hears("city.focus None");
await keyboard.type("os");
await hears('city.key_up "o o"', 'city.key_up "s os"');
await keyboard.press("Enter");
await hears('city.change Some("Oslo")', 'city.input Some("Oslo")', 'city.key_up "Enter Oslo"', 'city.select "One(2) \\"Oslo\\" true"');
await keyboard.press("Tab");
await until(async () => (await heard()).some((it) => it.startsWith("city.blur")), "the field was left");
const free = field("Free");
await free.fill("Par");
await free.press("Enter");
await hears('free.change Some("Par")', 'free.input Some("Par")');

// Several of many: picked, taken away by their own button, all at once, and no more than two.
const tour = field("Tour");
const tours = page.locator("v-dropdown", { has: tour });
await tour.click();
await page.getByRole("option", { name: "Rome" }).click();
await hears('tour.change ["Rome"]', 'tour.input ["Rome"]', 'tour.select "One(0) \\"Rome\\" true"');
await keyboard.type("oslo");
await keyboard.press("Enter");
await hears('tour.change ["Rome", "Oslo"]', 'tour.input ["Rome", "Oslo"]', 'tour.select "One(2) \\"Oslo\\" true"');
await keyboard.type("par");
await keyboard.press("Enter");
await tours.getByText("At most 2.").waitFor();
await hears();
await tours.getByRole("button", { name: "Remove Rome" }).click();
await hears('tour.change ["Oslo"]', 'tour.input ["Oslo"]', 'tour.select "One(0) \\"Rome\\" false"');
await tour.fill("");
await tour.press("Backspace");
await hears("tour.change []", "tour.input []");
await tour.press("Escape");

// A colour, written and picked.
const color = field("Color");
const swatch = page.getByLabel("Pick a colour");
await color.fill("hsl(120, 100%, 50%)");
await color.press("Enter");
await hears("color.change Color { red: 0, green: 255, blue: 0, alpha: 255 }", "color.input Color { red: 0, green: 255, blue: 0, alpha: 255 }", "color.submit Color { red: 0, green: 255, blue: 0, alpha: 255 }");
equal(await swatch.inputValue(), "#00ff00");
await color.fill("blurple");
await color.blur();
await page.getByText("This is no colour.").waitFor();
await hears();
await swatch.fill("#0000ff");
await hears(...["change", "input", "release"].map((event) => `color.${event} Color { red: 0, green: 0, blue: 255, alpha: 255 }`));
equal(await color.inputValue(), "#0000ff");

// A date, written and picked.
const date = field("Date");
await date.fill("2020-02-30 00:00:00");
await date.blur();
await page.getByText("Write YYYY-MM-DD HH:MM:SS").waitFor();
await date.fill("now - 5m");
await date.press("Enter");
const told = [];
await until(async () => told.push(...(await heard())) === 2, "a change and a submit were heard");
await page.locator(".date-picker").evaluate((it) => {
    it.value = "2024-02-29T10:30";
    it.dispatchEvent(new Event("change"));
});
await hears('date.change Some("2024-02-29 10:30:00")');
equal(await date.inputValue(), "2024-02-29 10:30:00");

// Code.
const code = field("Code");
await code.focus();
await hears('code.focus "x = 1"');
await keyboard.press("Control+End");
await keyboard.press("Enter");
await hears('code.change "x = 1\\n"', 'code.input "x = 1\\n"');
await keyboard.type("def f():");
await keyboard.press("Enter");
await keyboard.type("pass");
equal(await code.inputValue(), "x = 1\ndef f():\n    pass");
equal(await page.locator(".code-paper .k").allTextContents(), ["def", "pass"]);
await keyboard.press("Shift+Tab");
equal(await code.inputValue(), "x = 1\ndef f():\npass");
await keyboard.press("Control+Z");
equal(await code.inputValue(), "x = 1\ndef f():\n    pass");
await keyboard.press("Control+/");
equal(await page.locator(".code-paper .c").allTextContents(), ["# pass"]);
await keyboard.press("Escape");
await keyboard.press("Tab");
ok(!(await code.evaluate((it) => it === document.activeElement)), "who has only keys gets out");
const loading = page.waitForEvent("download");
await page.getByRole("button", { name: "Download" }).click();
equal((await loading).suggestedFilename(), "file.py");
await page.locator("v-code").getByRole("button", { name: "Copy" }).click();
equal(await page.evaluate(() => navigator.clipboard.readText()), "x = 1\ndef f():\n    # pass");
// Of thousands of lines only those in view are painted, with their own numbers.
await code.evaluate((it) => {
    it.value = Array.from({ length: 5000 }, (_, line) => `print(${line})`).join("\n");
    it.dispatchEvent(new Event("input", { bubbles: true }));
});
await page.locator(".code-editor").evaluate((it) => it.scrollTo(0, it.scrollHeight));
await page.getByText("print(4999)").last().waitFor();
const painted = await page.locator(".code-paper > div").count();
ok(painted < 200, `${painted} lines are painted`);
const written = [];
await until(async () => {
    written.push(...(await heard()));
    return ["code.change", "code.input"].every((event) => written.some((it) => it.startsWith(event) && it.includes("4999")));
}, "the long code was heard");

// Emptied, without a function.
const calls = [];
page.on("request", (request) => calls.push(request.url()));
await page.getByRole("button", { name: "Clear" }).click();
const empty = [text, number, field("City"), field("Date"), field("Code")];
for (const one of empty) await until(async () => (await one.inputValue()) === "", "it is empty");
equal(await slider.inputValue(), "0");
ok(!(await field("Check").isChecked()) && !(await field("b").isChecked()) && !(await field("Two").isChecked()), "nothing is chosen");
const changes = await until(async () => { const all = await heard(); return all.length && all; }, "changes are heard");
ok(changes.every((it) => /\.change /.test(it)), `only changes are heard: ${changes}`);
ok(calls.every((url) => !url.includes("clear")), "no function was asked to clear");

equal(await violations(page), []);

// A button tells when a function gives it other words.
await page.getByRole("button", { name: "Rename", exact: true }).click();
await page.getByRole("button", { name: "Renamed" }).waitFor();
await until(async () => (await heard()).includes('rename.change "Renamed"'), "the button has other words");

// A long list begins with as many choices as it is told to show; more come at its end, by wheel, key or press.
const listed = page.locator(".listbox:not([hidden])");
const options = listed.getByRole("option");
await field("Year").click();
equal(await options.count(), 30);
await listed.getByText("70 more").waitFor();
await listed.evaluate((it) => it.scrollTo(0, it.scrollHeight));
await until(async () => (await options.count()) === 60, "the next ones come");
await listed.getByText("40 more").waitFor();
await page.keyboard.type("199");
equal(await options.count(), 10);
equal(await listed.getByText("more:").count(), 0);
await options.nth(3).click();
equal(await field("Year").inputValue(), "1993");
for (const reach of [() => listed.getByText("1 more").click(), () => page.keyboard.press("ArrowDown")]) {
    await field("Axis").focus();
    await page.keyboard.press("Escape");
    await field("Axis").click();
    equal(await options.count(), 2);
    if (!(await listed.locator(".active").getByText("y").count())) await page.keyboard.press("ArrowDown");
    await reach();
    equal(await options.count(), 3);
}
await page.keyboard.press("Enter");
equal(await field("Axis").inputValue(), "z");

// A mark that is drawn is seen where the colours are the reader's own.
await page.emulateMedia({ forcedColors: "active" });
const [mark, paper] = await field("Check").evaluate((it) => [getComputedStyle(it, "::before"), getComputedStyle(it)].map((style) => style.backgroundColor));
notEqual(mark, paper);

// Programs and dates read from left to right on a page in Arabic as well.
const arabic = await open("/", { locale: "ar" });
await arabic.locator("html[data-ready]").waitFor();
const direction = (place) => arabic.locator(place).first().evaluate((it) => getComputedStyle(it).direction);
equal(await direction("body"), "rtl");
for (const place of [".code-editor textarea", ".datetime input[type=text]"]) equal(await direction(place), "ltr");

await done();
