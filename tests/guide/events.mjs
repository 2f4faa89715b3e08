// An event that only this component has runs its function once, with what the component says of it.

import { done, holds, open } from "../browser/browser.mjs";

const page = await open("/");
const note = page.getByRole("textbox", { name: "Note" });
await note.fill("hello");
await note.press("Enter");
const heard = page.getByRole("textbox", { name: "Heard" });
await holds(heard, '[{"text":"hello","length":5}]');
await note.fill("again");
await note.press("Enter");
await holds(heard, '[{"text":"hello","length":5}][{"text":"again","length":5}]');
await done();
