//! The words of the page in other languages, and an app's own texts.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
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
    pub(crate) fn languages(&self) -> Vec<&str> {
        let mut all: Vec<&str> = WORDS
            .keys()
            .copied()
            .chain(self.0.keys().map(String::as_str))
            .collect();
        all.push("en");
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The language for a visitor who accepts these, in the words of `Accept-Language`.
    pub(crate) fn choose(&self, chosen: Option<&str>, accepted: &str) -> Language {
        let all = self.languages();
        let mut wanted: Vec<(&str, f32)> = accepted.split(',').filter_map(weighed).collect();
        // The order in which they are named decides between equals.
        wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut wanted = chosen
            .into_iter()
            .chain(wanted.into_iter().map(|(tag, _)| tag));
        let tag = wanted.find_map(|tag| best(&all, tag)).unwrap_or("en");
        self.language(tag)
    }

    fn language(&self, tag: &str) -> Language {
        let mut texts = BTreeMap::new();
        // What a language lacks is said in a broader one, and at last in English.
        for tag in ["en", family(tag), tag] {
            texts.extend(self.0.get(tag).cloned().unwrap_or_default());
        }
        let words = WORDS.get(tag).or_else(|| WORDS.get(family(tag)));
        Language {
            tag: tag.into(),
            words,
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

/// The language we have that comes nearest: itself, its family, or another of its family.
fn best<'a>(all: &[&'a str], wanted: &str) -> Option<&'a str> {
    let same = |tag: &&&str| tag.eq_ignore_ascii_case(wanted);
    let kin = |tag: &&&str| family(tag).eq_ignore_ascii_case(family(wanted));
    let base = |tag: &&&str| tag.eq_ignore_ascii_case(family(wanted));
    all.iter()
        .find(same)
        .or_else(|| all.iter().find(base))
        .or_else(|| all.iter().find(kin))
        .copied()
}

/// What a visitor reads.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    pub(crate) tag: String,
    words: Option<&'static Words>,
    /// The app's own texts in it.
    pub(crate) texts: BTreeMap<String, String>,
}

/// From the English words to those of a language.
type Words = HashMap<&'static str, &'static str>;

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
        self.words
            .and_then(|words| words.get(english))
            .copied()
            .unwrap_or(english)
    }

    /// All words of the page that differ from the English ones.
    pub(crate) fn words(&self) -> Value {
        let words = self.words.into_iter().flatten();
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
    pub(crate) fn translate(&self, config: &mut Value) {
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

macro_rules! languages {
    ($($tag:literal)*) => {
        &[$(($tag, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/i18n/", $tag, ".json")))),*]
    };
}

/// The page's words, as they are written down.
const FILES: &[(&str, &str)] = languages![
    "ar" "ca" "ckb" "de" "es" "eu" "fa" "fi" "fr" "he" "hi" "id" "ja" "ko" "lt" "nb" "nl" "pl" "pt" "pt-BR" "ro" "ru" "sv"
    "ta" "th" "tr" "uk" "ur" "uz" "zh-CN" "zh-TW"
];

static WORDS: LazyLock<HashMap<&'static str, Words>> = LazyLock::new(|| {
    let read = |&(tag, text): &(&'static str, &'static str)| {
        let words =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("i18n/{tag}.json: {error}"));
        (tag, words)
    };
    FILES.iter().map(read).collect()
});

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
                texts.choose(chosen, accepted).tag,
                found,
                "{chosen:?} {accepted}"
            );
        }
    }

    #[test]
    fn texts_are_said_in_the_language() {
        let mut config =
            json!({"props": {"label": i18n("name"), "info": i18n("other"), "value": "name"}});
        texts().choose(None, "pt-BR").translate(&mut config);
        assert_eq!(
            config,
            json!({"props": {"label": "Nome", "info": "other", "value": "name"}})
        );
    }

    #[test]
    fn buttons_say_the_words_of_the_page() {
        let mut config =
            json!([{"name": "button", "value": "Submit"}, {"name": "textbox", "value": "Submit"}]);
        texts().choose(None, "de").translate(&mut config);
        assert_eq!(config[0]["value"], "Absenden");
        assert_eq!(config[1]["value"], "Submit");
    }

    #[test]
    fn every_language_has_every_word() {
        let all = |tag: &str| {
            let mut words: Vec<_> = WORDS[tag].keys().copied().collect();
            words.sort_unstable();
            words
        };
        for (tag, _) in FILES {
            assert_eq!(all(tag), all("de"), "{tag}");
            assert!(
                WORDS[tag].values().all(|words| !words.trim().is_empty()),
                "{tag}"
            );
        }
    }
}
