// Copying programs from the page of the API, as somebody does who wants to run them.

const LANGUAGES = [["python", "Python"], ["javascript", "JavaScript"], ["curl", "cURL"], ["rust", "Rust"]];

/** The programs that stand at `place`, by the button that copies what is `about` something. */
export async function copied(page, place, about) {
    const programs = [];
    for (const [language, title] of LANGUAGES) {
        await place.getByText(title, { exact: true }).click();
        await page.evaluate(() => navigator.clipboard.writeText(""));
        await place.getByRole("button", { name: `Copy ${title} for ${about}` }).click();
        await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
        programs.push({ language, text: await page.evaluate(() => navigator.clipboard.readText()) });
    }
    return programs;
}
