// What functions show can be read, folded, searched, marked and copied.

import { done, equal, match, ok, open, until, violations } from "../browser/browser.mjs";

const page = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
await page.locator("html[data-ready]").waitFor();
const copied = () => page.evaluate(() => navigator.clipboard.readText());

// Markdown: everything the flavour has, and nothing that does harm.
const prose = page.locator("#prose .prose");
await page.getByLabel("Source").fill("# Head\n\none\ntwo $$x^2$$ <b onclick=alert(1)>bold</b><script>alert(1)</script>\n\n```python\nprint('x')\n```\n");
await page.getByRole("button", { name: "Write" }).click();
await prose.locator("math").waitFor();
equal(await prose.locator("p br").count(), 1);
equal(await prose.locator("script, [onclick]").count(), 0);
equal(await prose.getByRole("link", { name: /^Link to heading/ }).getAttribute("href"), "#user-head");
ok((await prose.locator("pre code").getAttribute("class")).includes("language-python"));
await prose.getByRole("button", { name: "Copy code" }).click();
await until(async () => (await copied()) === "print('x')\n", "the code is copied");
await page.locator("#prose").getByRole("button", { name: "Copy", exact: true }).click();
await until(async () => (await copied()).startsWith("# Head"), "the source is copied");

// As it streams in, what stands there already stays the same elements.
await page.getByRole("button", { name: "Stream" }).click();
await prose.getByRole("heading", { name: "Title" }).waitFor();
const heading = await prose.locator("h1").elementHandle();
await prose.getByText("last words").waitFor();
ok(await heading.evaluate((it) => it.isConnected), "the heading was drawn anew");

// HTML: safe, and it says when it is pressed.
const markup = page.locator("#markup");
equal(await markup.locator("[onclick]").count(), 0);
await markup.getByText("Press me").click();
await until(async () => (await page.getByLabel("Pressed").inputValue()) === "pressed", "the click arrives");

// JSON: twenty thousand items fold, and anything among them is found.
const tree = page.locator("#tree");
ok((await tree.locator("details, p").count()) < 1000, "all of it was drawn");
await tree.locator("summary").first().click();
equal(await tree.getByText("needle").isVisible(), false);
await tree.getByText("Object(2)").click();
equal(await tree.getByText("Object(2)").count(), 0);
match(await tree.locator(".json-tree").textContent(), /^\s*\{\s+"[a-z]+": /);
await tree.getByRole("button", { name: "Search" }).click();
const search = tree.getByRole("searchbox");
await search.fill("17777");
await until(async () => (await tree.locator(".count").textContent()) === "1 of 1", "it is found");
match(await tree.locator(".hit").textContent(), /17777/);
ok(await tree.locator(".hit").isVisible());
await search.fill("no such thing");
await tree.getByText("No match").waitFor();
await search.press("Escape");
equal(await search.count(), 0);

// A hundred thousand that all stand open are drawn as they come into view.
const nested = page.locator("#nested");
const lines = nested.locator("details, p");
const before = await lines.count();
ok(before < 2000, `${before} lines are drawn at once`);
await nested.scrollIntoViewIfNeeded();
await nested.locator(".json-tree").evaluate((place) => (place.scrollTop = place.scrollHeight));
await until(async () => (await lines.count()) > before, "what is scrolled to unfolds");
ok((await lines.count()) < 10_000, "the rest is left alone");

// Marked text: marks are changed, taken away and made, by pointer and by keyboard.
const marked = page.locator("#marked");
const parts = page.getByLabel("Parts");
const now = (text) => until(async () => (await parts.inputValue()) === text, text);
await marked.getByRole("button", { name: /^place/ }).click();
await marked.getByRole("combobox", { name: "Class" }).fill("city");
await page.keyboard.press("Enter");
await now("The fox from [Oslo:city] ran");
await marked.getByRole("group", { name: /The fox/ }).focus();
for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
await marked.getByRole("combobox", { name: "Class" }).fill("animal");
await page.keyboard.press("Enter");
await now("The [fox:animal] from [Oslo:city] ran");
await marked.getByText("ran", { exact: true }).dblclick();
await marked.getByRole("combobox", { name: "Class" }).fill("verb");
await marked.getByRole("button", { name: "Mark", exact: true }).click();
await now("The [fox:animal] from [Oslo:city] [ran:verb]");
await marked.getByRole("button", { name: /^city/ }).click();
await marked.getByRole("button", { name: "Remove mark" }).click();
await now("The [fox:animal] from Oslo [ran:verb]");
const text = await marked.locator(".marked-text").evaluate((place) => (document.getSelection().selectAllChildren(place), document.getSelection().toString()));
equal(text, "The fox from Oslo ran");
await marked.getByTestId("highlighted-text:category-legend").getByText("verb").hover();
equal(await marked.locator(".dim").count(), 1);

// Parts may be shown without the space around them; what is marked is what was chosen, and the space travels.
const bare = page.locator("#bare");
equal(await bare.locator(".textspan .text").allTextContents(), ["The fox", "ran", "home"]);
await bare.getByText("The fox", { exact: true }).dblclick({ position: { x: 4, y: 4 } });
await bare.getByRole("combobox", { name: "Class" }).fill("article");
await page.keyboard.press("Enter");
await now(" [The:article] fox[ ran :verb]home ");
equal(await bare.locator(".textspan .text").allTextContents(), ["", "The", "fox", "ran", "home"]);

// A label says which class was chosen.
await page.getByRole("button", { name: "dog" }).click();
await until(async () => (await page.getByLabel("Chosen").inputValue()) === "chosen", "the choice arrives");

// A chart is a picture; parameters unfold and can be linked to.
const chart = page.locator("#chart").getByRole("img", { name: "Chart" });
equal(await chart.evaluate((it) => it.naturalWidth), 30);
const params = page.locator("#params");
await params.getByText("name", { exact: true }).click();
equal(await params.locator("em").textContent(), "greet");
equal(await params.getByText("none").isVisible(), false);
await params.getByRole("button", { name: "Open all" }).click();
ok(await params.getByText("none").isVisible());
equal(await params.getByRole("link", { name: "Ui", exact: true }).getAttribute("href"), "#h-ui");
equal(await params.getByRole("link", { name: "Link to ui" }).getAttribute("href"), "#param-ui");

equal(await violations(page), []);
await done();
