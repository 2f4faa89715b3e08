// The API page is whole without this file; it adds what only a script can do.
import { keepAddress } from "./address.js";
import { offerCopies } from "./copy.js";
import { search } from "./find.js";
import { tryOut } from "./try.js";

keepAddress();
offerCopies();
search();
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll(".try form"))) {
    tryOut(form);
}
