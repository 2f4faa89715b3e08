// Dark and light follow the system, until somebody chooses; the choice is kept and never flashes.
import { done, ok, open, profile, until } from "./browser.mjs";

/** How light it is behind the page, from 0 for black to 255 for white. */
const lightness = (page) => page.evaluate(() => {
    const colours = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
    const pencil = new OffscreenCanvas(1, 1).getContext("2d");
    // Drawn, because a colour may be written in any of many ways.
    pencil.fillStyle = colours.find((colour) => colour !== "rgba(0, 0, 0, 0)") ?? "white";
    pencil.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pencil.getImageData(0, 0, 1, 1).data;
    return Math.round((red + green + blue) / 3);
});

const isLight = async (page) => (await lightness(page)) > 180;
const isDark = async (page) => (await lightness(page)) < 80;

const light = await open("/", { colorScheme: "light" });
const dark = await open("/", { colorScheme: "dark" });
ok(await isLight(light), `${await lightness(light)}`);
ok(await isDark(dark), `${await lightness(dark)}`);

// The system changes its mind while the page is open.
await light.emulateMedia({ colorScheme: "dark" });
await until(() => isDark(light), "the page follows the system");

const context = await profile({ colorScheme: "light" });
const page = await open("/", context);
await page.getByRole("button", { name: "Settings" }).click();
await page.getByRole("radio", { name: "Dark" }).check();
await until(() => isDark(page), "the choice is applied");

// The next page is dark from the first byte on: the server draws it so.
const html = await (await context.request.get(page.url())).text();
ok(/<html[^>]*class="[^"]*dark/.test(html), html.slice(0, 200));
const next = await open("/", context);
ok(await isDark(next));
ok(await isDark(await open("/?view=api", context)));

await next.getByRole("button", { name: "Settings" }).click();
await next.getByRole("radio", { name: "System" }).check();
await until(() => isLight(next), "the system is followed again");
await done();
