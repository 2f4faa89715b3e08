// On a narrow screen nothing is cut off, and everything is large enough for a finger.
import { done, equal, holds, open } from "./browser.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const page = await open("/", phone);

async function fits(what) {
    const { wide, small } = await page.evaluate(() => {
        const inView = (element) => {
            const { width, height } = element.getBoundingClientRect();
            return width > 0 && height > 0 && getComputedStyle(element).visibility !== "hidden";
        };
        // A target is as large as the label around it.
        const size = (element) => (element.closest("label") ?? element).getBoundingClientRect();
        const targets = document.querySelectorAll(
            "button, a[href], input:not([readonly]), " +
            "textarea:not([readonly]), select, summary, [role=tab]");
        return {
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            small: [...targets]
                .filter(inView)
                .filter((target) => size(target).height < 43.5)
                // Links within a sentence are text.
                .filter((target) => !(target.matches("p a, li a, td a, .prose a")))
                .map((target) => `${Math.round(size(target).height)} px: ${target.outerHTML.slice(0, 120)}`),
        };
    });
    equal(wide, 0, `${what} is ${wide} px wider than the screen`);
    equal(small, [], `${what} has targets that are too small`);
}

await fits("the form");
await page.getByLabel("name").fill("a long word ".repeat(30));
await page.getByRole("button", { name: "Submit" }).tap();
await holds(page.getByLabel("output"), `Hello ${"a long word ".repeat(30)}!`);
await fits("the answer");

await page.goto(`${page.url()}?view=api`);
await fits("the API page");
await done();
