// The buttons that copy a program.

/** @param {import("./api.js").Place} place */
export function offerCopies({ main }) {
    const said = document.createElement("p");
    said.className = "sr-only";
    said.role = "status";
    main.append(said);
    main.addEventListener("click", async (event) => {
        const target = /** @type {Element} */ (event.target);
        const button = /** @type {HTMLElement | null} */ (target.closest("[data-copy]"));
        /** @type {HTMLElement | null | undefined} */
        const code = button?.closest(".code")?.querySelector("pre code");
        if (!button || !code) return;
        said.textContent = "";
        const copied = await copy(code);
        said.textContent = copied ? "Copied" : "Selected. Press the keys that copy.";
        if (!copied) return;
        button.dataset.copied = "";
        setTimeout(() => delete button.dataset.copied, 1600);
    });
}

/**
 * The clipboard is there in secure contexts only; elsewhere the program is selected for the reader to copy.
 * @param {HTMLElement} code
 */
async function copy(code) {
    try {
        await navigator.clipboard.writeText(`${code.textContent}\n`);
        return true;
    } catch {
        getSelection()?.selectAllChildren(code);
        return false;
    }
}
