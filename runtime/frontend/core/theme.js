/** Light or dark: the system decides until somebody chooses in Settings. Runs by itself on every kind of page. */

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
system.addEventListener("change", show);
show();
