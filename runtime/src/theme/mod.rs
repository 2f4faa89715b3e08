//! Themes: what a page looks like, as values for the variables that every rule of its style sheet reads.

mod font;
mod hue;
mod looks;
mod sizes;
mod tokens;

#[cfg(test)]
mod contrast;

use std::{collections::BTreeMap, fmt::Write as _};

pub use font::Font;
pub use hue::Hue;
pub use sizes::{Radius, Spacing, TextSize};

use hue::Role;
use tokens::Tokens;

/// What a page looks like.
///
/// A theme begins as one of eight looks, and is made one's own: by the hues of its accents and
/// its greys, by sizes and fonts, and by any single variable. Variables go by the names that
/// themes and style sheets for Gradio know; `*` in front of one refers to it, and `_dark` after
/// one says what it is in the dark.
///
/// ```
/// use vetrina::theme::{Font, Hue, Radius, Theme};
///
/// let theme = Theme::soft()
///     .primary_hue(Hue::ROSE)
///     .radius(Radius::Large)
///     .font(Font::serif())
///     .set("button_primary_background_fill", "*primary_600")
///     .set("button_primary_background_fill_dark", "*primary_300");
/// let app = vetrina::App::new().theme(theme);
/// # let _ = app;
/// ```
///
/// A variable that does not exist is an error when the app starts, which names the nearest one.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    name: String,
    /// What differs from the variables of the page's own style sheet.
    values: BTreeMap<String, Value>,
    fonts: Vec<Font>,
    /// What was set that cannot be, in words.
    mistakes: Vec<String>,
}

/// What a variable is in the light and in the dark; what is not said stays as it was.
#[derive(Debug, Clone, Default, PartialEq)]
struct Value {
    light: Option<String>,
    dark: Option<String>,
}

impl Default for Theme {
    /// Warm paper and petrol.
    fn default() -> Self {
        Self {
            name: "default".into(),
            values: BTreeMap::new(),
            fonts: Vec::new(),
            mistakes: Vec::new(),
        }
    }
}

impl Theme {
    /// A name of its own, which clients read in the config.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The hue of accents: of what is pressed, chosen and moved.
    #[must_use]
    pub fn primary_hue(self, hue: Hue) -> Self {
        self.hue("primary", Role::Accent, hue)
    }

    /// The hue of links, where it is not that of accents.
    #[must_use]
    pub fn secondary_hue(self, hue: Hue) -> Self {
        self.hue("secondary", Role::Accent, hue)
    }

    /// The hue of texts, surfaces and borders.
    #[must_use]
    pub fn neutral_hue(self, hue: Hue) -> Self {
        self.hue("neutral", Role::Neutral, hue)
    }

    /// How far things stand from each other.
    #[must_use]
    pub fn spacing(self, spacing: Spacing) -> Self {
        self.all(spacing.values())
    }

    /// How round corners are.
    #[must_use]
    pub fn radius(self, radius: Radius) -> Self {
        self.all(radius.values())
    }

    /// How large texts are.
    #[must_use]
    pub fn text_size(self, size: TextSize) -> Self {
        self.all(size.values())
    }

    /// The font of texts.
    #[must_use]
    pub fn font(self, font: Font) -> Self {
        self.typeface("font", font)
    }

    /// The font of code.
    #[must_use]
    pub fn font_mono(self, font: Font) -> Self {
        self.typeface("font_mono", font)
    }

    /// One variable: `.set("button_primary_background_fill", "*primary_600")`.
    ///
    /// A name that ends in `_dark` says what the variable is in the dark; without, it says what
    /// it is in the light, and in the dark as well where the look makes no difference.
    #[must_use]
    pub fn set(mut self, variable: &str, value: impl Into<String>) -> Self {
        let named = variable.trim_start_matches("--").replace('_', "-");
        let (name, dark) = match named.strip_suffix("-dark") {
            Some(name) => (name, true),
            None => (&*named, false),
        };
        match tokens::checked(name, &value.into()) {
            Ok(value) => {
                let place = self.values.entry(name.to_owned()).or_default();
                *(if dark {
                    &mut place.dark
                } else {
                    &mut place.light
                }) = Some(value);
            }
            Err(mistake) => self.mistakes.push(mistake),
        }
        self
    }

    fn hue(mut self, family: &str, role: Role, hue: Hue) -> Self {
        for (tone, colour) in hue.tones(role) {
            self = self.set(&format!("{family}_{tone}"), colour);
        }
        self
    }

    fn all(mut self, values: impl IntoIterator<Item = (String, String)>) -> Self {
        for (name, value) in values {
            self = self.set(&name, value);
        }
        self
    }

    fn typeface(mut self, variable: &str, font: Font) -> Self {
        self = self.set(variable, font.family());
        if font.file().is_some() {
            self.fonts.push(font);
        }
        self
    }

    /// The name, for the config.
    pub(crate) fn config_name(&self) -> &str {
        &self.name
    }

    /// What was set that cannot be.
    pub(crate) fn mistake(&self) -> Option<&str> {
        self.mistakes.first().map(String::as_str)
    }

    /// The fonts that the app brings along, as name and bytes.
    pub(crate) fn font_files(&self) -> impl Iterator<Item = (String, &'static [u8])> {
        self.fonts
            .iter()
            .filter_map(|font| Some((font.file_name()?, font.file()?)))
    }

    /// The rules that make a page look like this, with fonts in `folder`; none for the look that pages have anyway.
    pub(crate) fn css(&self, folder: &str) -> Option<String> {
        if self.values.is_empty() {
            return None;
        }
        let base = Tokens::base();
        let mut css: String = self.fonts.iter().map(|font| font.face(folder)).collect();
        let (mut light, mut dark) = (String::new(), String::new());
        for (name, value) in &self.values {
            if let Some(value) = &value.light {
                let _ = write!(light, "--{name}:{value};");
            }
            // What the look says about the dark stands until somebody says otherwise.
            let kept = || (value.light.is_some()).then(|| base.own_dark(name))?;
            if let Some(value) = value.dark.clone().or_else(kept) {
                let _ = write!(dark, "--{name}:{value};");
            }
        }
        let _ = writeln!(css, "@layer tokens{{:root{{{light}}}");
        if !dark.is_empty() {
            let _ = write!(
                css,
                "@media (prefers-color-scheme:dark){{:root:not(.light){{{dark}}}}}\n:root.dark{{{dark}}}"
            );
        }
        css.push_str("}\n");
        Some(css)
    }

    /// A variable with all that it refers to filled in.
    pub(crate) fn resolved(&self, name: &str, dark: bool) -> String {
        Tokens::base().with(self).resolved(name, dark)
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
fn looks() -> [Theme; 8] {
    [
        Theme::default(),
        Theme::base(),
        Theme::soft(),
        Theme::monochrome(),
        Theme::glass(),
        Theme::ocean(),
        Theme::origin(),
        Theme::citrus(),
    ]
}
