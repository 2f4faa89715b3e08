/** Formatted text that changes while somebody reads it. For the components that show some. */
import { copy, el, icon, page } from "./component.js";

/**
 * Shows HTML that the server has made safe, and keeps of what stands there all that is still right: what is selected
 * stays selected, a picture does not blink, and whoever unfolded something finds it unfolded.
 * @param {Element} place
 * @param {string} html
 */
export function settle(place, html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    dress(fresh);
    become(place, fresh);
}

/**
 * Gives each block of code its language and a button to copy it, and the box of each task the name of the task.
 * @param {Element} place
 */
export function dress(place) {
    for (const box of place.querySelectorAll("li > input:not([aria-label])")) {
        box.setAttribute("aria-label", box.nextSibling?.textContent?.trim() || "…");
    }
    for (const pre of place.querySelectorAll("pre:not(figure > pre)")) {
        const language = /language-(\S+)/.exec(pre.firstElementChild?.className ?? "")?.[1] ?? "";
        const button = el("button", { type: "button", class: "button quiet small icon-only copy-code", "aria-label": "Copy code", title: "Copy code" }, icon("copy"));
        const figure = el("figure", { class: "code" }, el("figcaption", {}, language, button));
        pre.replaceWith(figure);
        figure.append(pre);
    }
}

/**
 * Lets those buttons work, also those that come later.
 * @param {Element} place
 */
export function copiesCode(place) {
    place.addEventListener("click", async ({ target }) => {
        const button = /** @type {Element} */ (target).closest(".copy-code");
        if (!button) return;
        await copy(button.closest("figure")?.querySelector("pre")?.textContent ?? "");
        button.replaceChildren(icon("check"));
        page.announce("Copied");
        setTimeout(() => button.replaceChildren(icon("copy")), 1500);
    });
}

/**
 * @param {Element} old
 * @param {Element} fresh
 */
function become(old, fresh) {
    let at = old.firstChild;
    for (const node of [...fresh.childNodes]) {
        if (!at) {
            old.append(node);
            continue;
        }
        const next = at.nextSibling;
        if (at.nodeName !== node.nodeName) at.replaceWith(node);
        else if (at instanceof Element && node instanceof Element) {
            if (!at.isEqualNode(node)) {
                wear(at, node);
                become(at, node);
            }
        } else if (at.nodeValue !== node.nodeValue) at.nodeValue = node.nodeValue;
        at = next;
    }
    while (at) {
        const next = at.nextSibling;
        at.remove();
        at = next;
    }
}

/**
 * @param {Element} old
 * @param {Element} fresh
 */
function wear(old, fresh) {
    for (const { name } of [...old.attributes]) if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}
