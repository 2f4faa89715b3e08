/** What is chosen in Settings: light or dark, where the system decides until somebody does, and the language. Runs by
    itself on every kind of page. */

const COOKIE = "vetrina_theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/** @type {string} "light", "dark", or "" for the system's. */
let choice = root.classList.contains("dark") ? "dark" : root.classList.contains("light") ? "light" : "";

function show() {
    root.classList.toggle("light", choice === "light");
    // The class follows the system as well: style sheets of users rely on it.
    root.classList.toggle("dark", choice === "dark" || (!choice && system.matches));
}

const settings = document.getElementById("settings");
const path = new URL(settings?.dataset.base || ".", document.baseURI).pathname;
for (const input of settings?.querySelectorAll("[name=theme]") ?? []) {
    input.addEventListener("change", () => {
        choice = /** @type {HTMLInputElement} */ (input).value;
        // The server draws the next page in it, so that nothing flashes.
        document.cookie = `${COOKIE}=${choice}; path=${path}; SameSite=Lax; max-age=${choice ? 31536000 : 0}`;
        show();
    });
}
const language = /** @type {HTMLSelectElement | null} */ (document.getElementById("settings-language"));
settings?.addEventListener("beforetoggle", async () => {
    if (!language || language.length > 1) return;
    const { fill } = await import("./languages.js");
    fill(language);
});
language?.addEventListener("change", () => {
    document.cookie = `vetrina_language=${language.value}; path=${path}; SameSite=Lax; max-age=31536000`;
    location.reload();
});
system.addEventListener("change", show);
show();
