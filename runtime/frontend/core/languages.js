/** The languages of the page, as those who speak them call them. */

/** @type {{ [tag: string]: string }} */
const NAMES = {
    ar: "العربية", ca: "Català", ckb: "کوردی", de: "Deutsch", en: "English", es: "Español", eu: "Euskara", fa: "فارسی",
    fi: "Suomi", fr: "Français", he: "עברית", hi: "हिन्दी", id: "Bahasa Indonesia", ja: "日本語", ko: "한국어", lt: "Lietuvių",
    nb: "Norsk bokmål", nl: "Nederlands", pl: "Polski", "pt-BR": "Português do Brasil", pt: "Português", ro: "Română",
    ru: "Русский", sv: "Svenska", ta: "தமிழ்", th: "ไทย", tr: "Türkçe", uk: "Українська", ur: "اردو", uz: "Oʻzbekcha",
    "zh-CN": "简体中文", "zh-TW": "繁體中文",
};

/**
 * Puts all of them into a list that holds only the one in use.
 * @param {HTMLSelectElement} list
 */
export function fill(list) {
    const now = list.value;
    const names = { [now]: now, ...NAMES };
    const options = Object.entries(names).map(([tag, name]) => new Option(name, tag, tag === now, tag === now));
    list.replaceChildren(...options.sort((a, b) => a.text.localeCompare(b.text)));
}
