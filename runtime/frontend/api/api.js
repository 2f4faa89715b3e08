// The API page is whole without this file; it adds what only a script can do.
import "../core/theme.js";
import { ROOT, keepAddress } from "./address.js";
import { offerCopies } from "./copy.js";
import { search } from "./find.js";
import { offerTools } from "./mcp.js";
import { offerRecorder } from "./recorded.js";
import { tryOut } from "./try.js";

keepAddress();
offerCopies();
search();
offerTools();
offerRecorder();
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-path]"))) {
    link.href = new URL(link.dataset.path ?? "", ROOT).href;
}
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll(".try form"))) {
    tryOut(form);
}
