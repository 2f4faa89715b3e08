//! Fonts: those of the visitor's system, or files that the program brings along. None is ever loaded from elsewhere.

use crate::server::assets::hashed;

/// A font for texts or code.
#[derive(Debug, Clone, PartialEq)]
pub struct Font {
    name: String,
    fallback: &'static str,
    file: Option<&'static [u8]>,
}

const SANS: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", sans-serif";
const SERIF: &str =
    "Charter, \"Iowan Old Style\", \"Palatino Linotype\", \"Noto Serif\", Georgia, serif";
const ROUNDED: &str = "ui-rounded, \"SF Pro Rounded\", \"Hiragino Maru Gothic ProN\", Quicksand, Nunito, system-ui, sans-serif";
const MONO: &str =
    "ui-monospace, \"SF Mono\", \"Cascadia Code\", \"Liberation Mono\", Consolas, monospace";

impl Font {
    const fn system(fallback: &'static str) -> Self {
        Self {
            name: String::new(),
            fallback,
            file: None,
        }
    }

    /// The sans-serif font of the visitor's system.
    #[must_use]
    pub const fn sans() -> Self {
        Self::system(SANS)
    }

    /// A serif font of the visitor's system.
    #[must_use]
    pub const fn serif() -> Self {
        Self::system(SERIF)
    }

    /// A round font of the visitor's system, where there is one.
    #[must_use]
    pub const fn rounded() -> Self {
        Self::system(ROUNDED)
    }

    /// The font that the visitor's system has for code.
    #[must_use]
    pub const fn mono() -> Self {
        Self::system(MONO)
    }

    /// A font by its name, for visitors who have it installed.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::sans()
        }
    }

    /// A font that the program brings along, as WOFF2:
    /// `Font::embedded("Inter", include_bytes!("inter.woff2"))`.
    #[must_use]
    pub fn embedded(name: impl Into<String>, woff2: &'static [u8]) -> Self {
        Self {
            file: Some(woff2),
            ..Self::named(name)
        }
    }

    /// The value of `font-family`.
    pub(super) fn family(&self) -> String {
        if self.name.is_empty() {
            return self.fallback.into();
        }
        format!("{}, {}", quoted(&self.name), self.fallback)
    }

    pub(super) fn file(&self) -> Option<&'static [u8]> {
        self.file
    }

    /// What the file is served as.
    pub(super) fn file_name(&self) -> Option<String> {
        self.file.map(|bytes| hashed("font.woff2", bytes))
    }

    /// The rule that names the file, which stands in `folder`.
    pub(super) fn face(&self, folder: &str) -> String {
        let Some(file) = self.file_name() else {
            return String::new();
        };
        format!(
            "@font-face{{font-family:{};src:url(\"{folder}{file}\") format(\"woff2\");font-weight:100 900;font-display:swap}}\n",
            quoted(&self.name)
        )
    }
}

fn quoted(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !matches!(c, '"' | '\\')).collect();
    format!("\"{plain}\"")
}
