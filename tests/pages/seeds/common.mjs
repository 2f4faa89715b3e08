// What the scripts beside this file share: the message app, used as a person does.

import { open, until } from "../../browser/browser.mjs";

/** What a tree without folded branches says; one that is being drawn says nothing yet. */
function read(text) {
    try {
        return JSON.parse(text);
    } catch {
        return {};
    }
}

/** Sends a message and waits for what is shown: the message, and those before it. */
export async function say(page, text, previous) {
    await page.getByLabel("Message").fill(text);
    await page.getByRole("button", { name: "Submit" }).click();
    let seen;
    const told = async () => {
        // A folded branch shows its size alone.
        for (const branch of await page.locator('[data-testid="json"] details:not([open]) > summary').all()) await branch.click();
        seen = await page.getByTestId("json").innerText();
        const { "Current messages": current, "Previous messages": before } = read(seen);
        return current === text && before.join() === previous.join();
    };
    await until(told, `${text} after ${JSON.stringify(previous)}`).catch((error) => {
        throw new Error(`${error.message}, but ${seen}`);
    });
}

export { open };
