//! The words of the page in other languages, and an app's own texts.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use serde_json::Value;

/// Stands in front of a text that is named by its key, as clients know it.
const MARK: &str = "__i18n__";

/// A text of the app, by its key: it is read in the language of the visitor. What it says is told by
/// [`App::i18n`](crate::App::i18n); without a translation it is the key itself.
///
/// ```
/// use vetrina::{App, i18n, prelude::*};
///
/// #[page]
/// fn welcome(ui: &mut Ui) {
///     ui.add(Textbox::new().label(i18n("name")));
/// }
///
/// let app = App::new()
///     .i18n("en", [("name", "Your name")])
///     .i18n("de", [("name", "Dein Name")]);
/// # let _ = app;
/// ```
#[must_use]
pub fn i18n(key: &str) -> String {
    let key = Value::from(key);
    format!("{MARK}{{\"__type__\":\"translation_metadata\",\"key\":{key}}}")
}

/// The key of such a text.
fn key(text: &str) -> Option<String> {
    let named: Value = serde_json::from_str(text.strip_prefix(MARK)?).ok()?;
    Some(named["key"].as_str()?.to_owned())
}

/// An app's own texts: by language, then by key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts(BTreeMap<String, BTreeMap<String, String>>);

impl Texts {
    pub(crate) fn add(&mut self, language: String, texts: impl Iterator<Item = (String, String)>) {
        self.0.entry(language).or_default().extend(texts);
    }

    /// As they stand in the config.
    pub(crate) fn json(&self) -> Value {
        if self.0.is_empty() {
            Value::Null
        } else {
            serde_json::to_value(&self.0).unwrap_or_default()
        }
    }

    /// All languages that the page or the app has words in.
    fn languages(&self) -> impl Iterator<Item = &str> {
        let own = self.0.keys().map(String::as_str);
        let ours = WORDS.iter().map(|words| words.tag);
        ours.chain(["en"]).chain(own)
    }

    /// The language for a visitor who accepts these, in the words of `Accept-Language`.
    pub(crate) fn choose(&self, chosen: Option<&str>, accepted: &str) -> &str {
        let mut wanted: Vec<(&str, f32)> = accepted.split(',').filter_map(weighed).collect();
        // The order in which they are named decides between equals.
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut wanted = chosen
            .into_iter()
            .chain(wanted.into_iter().map(|(tag, _)| tag));
        wanted.find_map(|tag| self.best(tag)).unwrap_or("en")
    }

    /// The language we have that comes nearest: itself, its family, or another of its family.
    fn best(&self, wanted: &str) -> Option<&str> {
        let same = |tag: &&str| tag.eq_ignore_ascii_case(wanted);
        let base = |tag: &&str| tag.eq_ignore_ascii_case(family(wanted));
        let kin = |tag: &&str| family(tag).eq_ignore_ascii_case(family(wanted));
        let first = self.languages().find(same);
        let first = first.or_else(|| self.languages().find(base));
        first.or_else(|| self.languages().find(kin))
    }

    /// What there is to say in a language.
    pub(crate) fn language(&self, tag: &str) -> Language {
        let mut texts = BTreeMap::new();
        // What a language lacks is said in a broader one, and at last in English.
        for tag in ["en", family(tag), tag] {
            texts.extend(self.0.get(tag).cloned().unwrap_or_default());
        }
        let words = |tag: &str| WORDS.iter().find(|words| words.tag == tag);
        let words = words(tag).or_else(|| words(family(tag))).map(Written::all);
        Language {
            tag: tag.into(),
            words: Words(words),
            texts,
        }
    }
}

/// A language and how much it is wanted: `de;q=0.8`.
fn weighed(entry: &str) -> Option<(&str, f32)> {
    let (tag, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
    let weight = weight.trim().strip_prefix("q=")?.parse().ok()?;
    (weight > 0.0).then_some((tag.trim(), weight))
}

fn family(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What a visitor reads.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    pub(crate) tag: String,
    pub(crate) words: Words,
    /// The app's own texts in it.
    pub(crate) texts: BTreeMap<String, String>,
}

/// From the English words to those of a language; none for English.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(Option<&'static HashMap<&'static str, &'static str>>);

impl Words {
    /// The page's words for these English ones.
    pub(crate) fn say<'a>(self, english: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.0
            .and_then(|words| words.get(english))
            .copied()
            .unwrap_or(english)
    }
}

impl Default for Language {
    fn default() -> Self {
        Texts::default().language("en")
    }
}

impl Language {
    /// The page's words for these English ones.
    pub(crate) fn say<'a>(&self, english: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.words.say(english)
    }

    /// All words of the page that differ from the English ones.
    pub(crate) fn words(&self) -> Value {
        let words = self.words.0.into_iter().flatten();
        words
            .map(|(english, own)| ((*english).to_owned(), Value::from(*own)))
            .collect()
    }

    /// Whether it is written from right to left.
    pub(crate) fn is_rtl(&self) -> bool {
        ["ar", "ckb", "fa", "he", "ur"].contains(&family(&self.tag))
    }

    /// A config in this language: texts by key become what they say, and buttons say the page's
    /// own words.
    pub(crate) fn translated<'a>(&self, config: &'a Value) -> Cow<'a, Value> {
        if self.words.0.is_none() && !has_keys(config) {
            return Cow::Borrowed(config);
        }
        let mut config = config.clone();
        self.translate(&mut config);
        Cow::Owned(config)
    }

    fn translate(&self, config: &mut Value) {
        match config {
            Value::String(text) => {
                if let Some(key) = key(text) {
                    *text = self.texts.get(&key).cloned().unwrap_or(key);
                }
            }
            Value::Array(all) => all.iter_mut().for_each(|one| self.translate(one)),
            Value::Object(all) => {
                all.values_mut().for_each(|one| self.translate(one));
                if all.get("name").is_some_and(|name| name == "button")
                    && let Some(Value::String(words)) = all.get_mut("value")
                {
                    *words = self.say(words).to_owned();
                }
            }
            _ => {}
        }
    }
}

/// Whether any text of a config is named by its key.
fn has_keys(config: &Value) -> bool {
    match config {
        Value::String(text) => text.starts_with(MARK),
        Value::Array(all) => all.iter().any(has_keys),
        Value::Object(all) => all.values().any(has_keys),
        _ => false,
    }
}

/// The page's words in a language.
#[derive(Debug)]
struct Written {
    tag: &'static str,
    /// As they are written down.
    file: &'static str,
    /// By the English ones; read when somebody first asks for the language.
    read: OnceLock<HashMap<&'static str, &'static str>>,
}

impl Written {
    fn all(&self) -> &HashMap<&'static str, &'static str> {
        self.read.get_or_init(|| {
            serde_json::from_str(self.file)
                .unwrap_or_else(|error| panic!("i18n/{}.json: {error}", self.tag))
        })
    }
}

macro_rules! languages {
    ($($tag:literal)*) => {
        [$(Written {
            tag: $tag,
            file: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/i18n/", $tag, ".json")),
            read: OnceLock::new(),
        }),*]
    };
}

static WORDS: [Written; 31] = languages![
    "ar" "ca" "ckb" "de" "es" "eu" "fa" "fi" "fr" "he" "hi" "id" "ja" "ko" "lt" "nb" "nl" "pl" "pt" "pt-BR" "ro" "ru" "sv"
    "ta" "th" "tr" "uk" "ur" "uz" "zh-CN" "zh-TW"
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn texts() -> Texts {
        let mut texts = Texts::default();
        for (tag, name) in [("en", "Name"), ("pt-BR", "Nome")] {
            texts.add(
                tag.into(),
                [("name".to_owned(), name.to_owned())].into_iter(),
            );
        }
        texts
    }

    #[test]
    fn the_visitors_language_is_found() {
        let texts = texts();
        for (chosen, accepted, found) in [
            (None, "de-AT,de;q=0.9,en;q=0.5", "de"),
            (None, "xx,pt-BR;q=0.4", "pt-BR"),
            (None, "zh-Hant-HK", "zh-CN"),
            (None, "en;q=0.1, DE;q=0.2", "de"),
            (None, "de;q=0, en", "en"),
            (None, "", "en"),
            (None, "*", "en"),
            (Some("de"), "en", "de"),
            (Some("nonsense"), "de", "de"),
        ] {
            assert_eq!(
                texts.choose(chosen, accepted),
                found,
                "{chosen:?} {accepted}"
            );
        }
    }

    #[test]
    fn texts_are_said_in_the_language() {
        let mut config =
            json!({"props": {"label": i18n("name"), "info": i18n("other"), "value": "name"}});
        texts().language("pt-BR").translate(&mut config);
        assert_eq!(
            config,
            json!({"props": {"label": "Nome", "info": "other", "value": "name"}})
        );
    }

    #[test]
    fn buttons_say_the_words_of_the_page() {
        let mut config =
            json!([{"name": "button", "value": "Submit"}, {"name": "textbox", "value": "Submit"}]);
        texts().language("de").translate(&mut config);
        assert_eq!(config[0]["value"], "Absenden");
        assert_eq!(config[1]["value"], "Submit");
    }

    #[test]
    fn a_config_without_anything_to_say_in_another_way_is_not_copied() {
        let config = json!([{"name": "button", "value": "Submit"}]);
        let copied = |tag: &str, config: &Value| {
            matches!(texts().language(tag).translated(config), Cow::Owned(_))
        };
        assert!(!copied("en", &config));
        assert!(copied("de", &config));
        assert!(copied("en", &json!([i18n("name")])));
    }

    #[test]
    fn every_language_has_every_word() {
        let sorted = |words: &Written| {
            let mut words: Vec<_> = words.all().keys().copied().collect();
            words.sort_unstable();
            words
        };
        let all = sorted(&WORDS[0]);
        for words in &WORDS {
            assert_eq!(sorted(words), all, "{}", words.tag);
            for (english, own) in words.all() {
                assert!(!own.trim().is_empty(), "{}: {english}", words.tag);
                assert_eq!(places(own), places(english), "{}: {english}", words.tag);
            }
        }
    }

    /// The places for values in a text: `{name}`.
    fn places(text: &str) -> Vec<&str> {
        let parts = text.split('{').skip(1);
        let mut names: Vec<_> = parts
            .filter_map(|part| Some(part.split_once('}')?.0))
            .collect();
        names.sort_unstable();
        names
    }
}
