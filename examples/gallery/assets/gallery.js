/** The front page finds demos while somebody types; both kinds of page know the theme and the clipboard. */

// theme

const root = document.documentElement;
const settings = document.getElementById("settings");
for (const input of settings?.querySelectorAll("input") ?? []) {
    input.addEventListener("change", () => {
        const path = new URL(settings?.dataset.home ?? "./", location.href).pathname;
        const age = input.value ? 31536000 : 0;
        // The name is the one apps know, so the demos follow.
        document.cookie = `vetrina_theme=${input.value}; path=${path}; SameSite=Lax; max-age=${age}`;
        root.className = input.value;
        for (const frame of document.querySelectorAll("iframe")) {
            const inside = frame.contentDocument?.documentElement;
            inside?.classList.toggle("light", input.value === "light");
            inside?.classList.toggle("dark", input.value === "dark");
        }
    });
}

// copying

for (const button of document.querySelectorAll("[data-copy]")) {
    const code = button.closest("section")?.querySelector("code");
    // Browsers offer the clipboard to safe addresses only.
    button.toggleAttribute("hidden", !navigator.clipboard);
    button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(code?.textContent ?? "");
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 2000);
    });
}

// finding

/** @type {HTMLFormElement | null} */
const finder = document.querySelector("form.finder");
if (finder) find(finder);

/** @param {HTMLFormElement} finder */
function find(finder) {
    const search = /** @type {HTMLInputElement} */ (finder.elements.namedItem("q"));
    const status = /** @type {HTMLElement} */ (finder.querySelector("[role=status]"));
    const nothing = /** @type {HTMLElement} */ (document.querySelector(".nothing"));
    /** @type {HTMLElement[]} */
    const cards = [...document.querySelectorAll(".cards > li")].map((card) => /** @type {HTMLElement} */ (card));
    /** @type {HTMLElement[]} */
    const groups = [...document.querySelectorAll("section.group")].map((group) => /** @type {HTMLElement} */ (group));
    /** @returns {HTMLAnchorElement | null | undefined} */
    const first = () => cards.find((card) => !card.hidden)?.querySelector("h3 a");

    function show() {
        const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
        const kind = new FormData(finder).get("kind");
        for (const card of cards) {
            const { text = "", kind: own } = card.dataset;
            card.hidden = (kind !== "" && kind !== own) || !words.every((word) => text.includes(word));
        }
        for (const group of groups) {
            const here = group.querySelectorAll("li:not([hidden])").length;
            group.hidden = !here;
            /** @type {HTMLElement} */ (group.querySelector("h2 span")).textContent = String(here);
        }
        const shown = cards.filter((card) => !card.hidden).length;
        nothing.hidden = shown > 0;
        status.textContent = `${shown} of ${cards.length} demos`;
        // A reload and a shared link show the same.
        const query = new URLSearchParams();
        if (search.value) query.set("q", search.value);
        if (kind) query.set("kind", String(kind));
        history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    }

    finder.addEventListener("input", show);
    finder.addEventListener("submit", (event) => {
        event.preventDefault();
        first()?.click();
    });
    search.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && search.value) {
            search.value = "";
            show();
            event.preventDefault();
        } else if (event.key === "ArrowDown") {
            first()?.focus();
            event.preventDefault();
        }
    });
    document.addEventListener("keydown", (event) => {
        const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
        const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === "/" && alone && (!typing || /** @type {HTMLInputElement} */ (event.target).type === "radio")) {
            search.focus();
            search.select();
            event.preventDefault();
        }
    });
    // A page that comes back from the browser's memory keeps what was typed.
    addEventListener("pageshow", () => {
        if (search.value) show();
    });
}
