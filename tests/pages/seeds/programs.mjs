// Copies the programs of some endpoints, and prints them as JSON.
import { base, done, profile } from "../../browser/browser.mjs";
import { copied } from "./copied.mjs";

const context = await profile({ permissions: ["clipboard-read", "clipboard-write"] });
const page = await context.newPage();
const programs = [];
for (const name of ["addition", "size"]) {
    await page.goto(`${base}/?view=api&endpoint=${name}`);
    programs.push(...(await copied(page, page.locator(`details[data-endpoint=${name}]`), `/${name}`)));
}
console.log(JSON.stringify(programs));
await done();
