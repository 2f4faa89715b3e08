// What the scripts beside this file share: the message app, used as a person does.

import { open, until } from "../../browser/browser.mjs";

/** What the JSON tree of a page says, without the spaces that only lay it out. */
const tree = async (page) => (await page.getByTestId("json").innerText()).replace(/\s+/g, " ");

/** Sends a message and waits for what is shown: the message, and those before it. */
export async function say(page, text, previous) {
    await page.getByLabel("Message").fill(text);
    await page.getByRole("button", { name: "Submit" }).click();
    let seen;
    const told = async () => {
        // A folded branch shows its size alone.
        for (const branch of await page.locator('[data-testid="json"] details:not([open]) > summary').all()) await branch.click();
        seen = await tree(page);
        const [current, before] = seen.split("Previous messages");
        return current.includes(`"${text}"`) && [...(before ?? "").matchAll(/"([^"]*)"/g)].map(([, it]) => it).join() === previous.join();
    };
    await until(told, `${text} after ${JSON.stringify(previous)}`).catch((error) => {
        throw new Error(`${error.message}, but ${seen}`);
    });
}

export { open };
