// Events, what follows them, changes of components, kept values and notes, as a reader sees them.
import { done, equal, holds, open } from "../browser/browser.mjs";

const page = await open();
const field = (label, of = page) => of.getByLabel(label, { exact: true });
const press = (name, of = page) => of.getByRole("button", { name, exact: true }).click();
const shows = (label, value, of = page) => holds(field(label, of), value);

// Opening the page is an event.
await shows("Greeting", "Hello Ada");

// One event follows another; what is for failures alone stays away.
await press("Go well");
await shows("Greeting", "went well");
await shows("After", "it went well, then");
equal(await field("Note").inputValue(), "");

// And the other way round; the failure is told, and closed by its button.
await press("Go wrong");
await shows("After", "went wrong");
const toast = page.getByTestId("toast-body");
await toast.getByText("No way").waitFor();
await page.getByTestId("toast-close").click();
await toast.waitFor({ state: "detached" });
equal(await field("Note").inputValue(), "");

// What is typed stays when a function skips, hides and shows the box.
await field("Note").fill("typed");
await press("Leave");
await press("Hide");
await field("Note").waitFor({ state: "hidden" });
await press("Show");
await field("Note").waitFor();
await shows("Note", "typed");

// Help that comes later is read with its box as well.
await press("Explain");
await page.getByText("A few words").waitFor();
equal(await field("Note").evaluate((box) => document.getElementById(box.getAttribute("aria-describedby")).textContent), "A few words");

// What is kept grows, with a note; another tab and a refresh start anew.
await press("Remember");
await shows("After", "Ada");
await page.getByTestId("toast-body").getByText("Heard Ada").waitFor();
await field("Name").fill("Bob");
await press("Remember");
await shows("After", "Ada Bob");
const tab = await open("/", page.context());
await press("Remember", tab);
await shows("After", "Ada", tab);
await page.reload();
await press("Remember");
await shows("After", "Ada");

await done();
