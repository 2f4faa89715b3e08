// The part of the API page for programs that speak MCP: the tools that are ticked are named in the address.

/** What stood in the settings before any tool was left out. */
const whole = new WeakMap();

/** @param {import("./api.js").Place} place */
export function offerTools({ main }) {
    const section = main.querySelector("#mcp");
    const ticks = /** @type {HTMLInputElement[]} */ ([...(section?.querySelectorAll("[name=mcp-tool]") ?? [])]);
    if (!section || !ticks.length) return;
    section.addEventListener("change", (event) => {
        const input = /** @type {HTMLInputElement} */ (event.target);
        if (input.name !== "mcp-tool") return;
        const chosen = ticks.filter((tick) => tick.checked);
        // An address without any tool would offer nothing at all.
        if (!chosen.length) input.checked = true;
        const names = ticks.filter((tick) => tick.checked).map((tick) => tick.value);
        for (const tick of ticks) tick.closest("li")?.toggleAttribute("data-left-out", !tick.checked);
        const query = names.length === ticks.length ? "" : `?tools=${names.join(",")}`;
        for (const code of section.querySelectorAll(".code code")) name(code, query);
    });
}

/**
 * Names the tools in the address that stands in a piece of settings.
 * @param {Element} code
 * @param {string} query
 */
function name(code, query) {
    if (!whole.has(code)) whole.set(code, [...code.childNodes].map((node) => node.cloneNode(true)));
    code.replaceChildren(.../** @type {Node[]} */ (whole.get(code)).map((node) => node.cloneNode(true)));
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        text.textContent = (text.textContent ?? "").replace(/(\/mcp\/(?:sse)?)(?=["'\s]|$)/, `$1${query}`);
    }
}
