//! Kinds of files: by extension, as browsers and people go by them.

use serde::{Serialize, Serializer};

use super::FileData;
use crate::component::Invalid;

/// The media type of a file, from its name.
pub(crate) fn mime_of(name: &str) -> Option<String> {
    mime_guess::from_path(name)
        .first()
        .map(|mime| mime.essence_str().to_owned())
}

/// Whether a browser may show a file of this type in the app's own origin: nothing that it could
/// run.
pub(crate) fn is_inert(mime: &str) -> bool {
    const TEXTS: [&str; 4] = ["text/plain", "text/csv", "text/vtt", "application/json"];
    let media = ["image/", "audio/", "video/", "font/"]
        .iter()
        .any(|kind| mime.starts_with(kind));
    (media && mime != "image/svg+xml") || TEXTS.contains(&mime)
}

/// Which files may be chosen: extensions (`".png"`), kinds (`"image"`, `"video"`, `"audio"`,
/// `"text"`) or media types (`"application/pdf"`, `"image/*"`). None listed: any file.
///
/// ```
/// use vetrina::file::{FileData, FileTypes};
///
/// let pictures = FileTypes::from(["image", ".pdf"]);
/// assert!(pictures.check(&FileData::from_path("a.JPG")).is_ok());
/// let refused = pictures.check(&FileData::from_path("a.exe")).unwrap_err();
/// assert_eq!(refused.to_string(), "a.exe is not of a type that is taken: image, .pdf");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileTypes(Vec<String>);

impl FileTypes {
    /// Whether any file may be chosen.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.0.is_empty() || self.0.iter().any(|kind| kind == "file")
    }

    /// Refuses a file of another type.
    ///
    /// # Errors
    /// When the file is none of these; it says which they are.
    pub fn check(&self, file: &FileData) -> Result<(), Invalid> {
        if self.is_any() || self.0.iter().any(|kind| matches(kind, file.name())) {
            return Ok(());
        }
        Err(format!(
            "{} is not of a type that is taken: {}",
            file.name(),
            self.0.join(", ")
        )
        .into())
    }
}

fn matches(kind: &str, name: &str) -> bool {
    if kind.starts_with('.') {
        return name.to_lowercase().ends_with(&kind.to_lowercase());
    }
    let mime = mime_of(name).unwrap_or_default();
    let family = kind.strip_suffix("/*").unwrap_or(kind);
    mime == kind || mime.split_once('/').is_some_and(|(of, _)| of == family)
}

impl<S: Into<String>, const N: usize> From<[S; N]> for FileTypes {
    fn from(kinds: [S; N]) -> Self {
        kinds.into_iter().collect()
    }
}

impl<S: Into<String>> FromIterator<S> for FileTypes {
    fn from_iter<I: IntoIterator<Item = S>>(kinds: I) -> Self {
        Self(kinds.into_iter().map(Into::into).collect())
    }
}

impl Serialize for FileTypes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_empty() {
            serializer.serialize_none()
        } else {
            self.0.serialize(serializer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_in_a_browser_is_not_inert() {
        for mime in [
            "text/html",
            "image/svg+xml",
            "application/javascript",
            "text/xml",
            "application/pdf",
        ] {
            assert!(!is_inert(mime), "{mime}");
        }
        for mime in ["image/png", "video/mp4", "audio/wav", "text/plain"] {
            assert!(is_inert(mime), "{mime}");
        }
    }

    #[test]
    fn types_are_extensions_kinds_and_media_types() {
        for (kind, name, fits) in [
            (".png", "A.PNG", true),
            (".png", "a.jpg", false),
            (".tar.gz", "x.tar.gz", true),
            ("image", "a.webp", true),
            ("image/*", "a.webp", true),
            ("image/png", "a.webp", false),
            ("video", "a.mp4", true),
            ("text", "a.csv", true),
            ("audio", "noextension", false),
        ] {
            let file = FileData::from_path(name);
            assert_eq!(
                FileTypes::from([kind]).check(&file).is_ok(),
                fits,
                "{kind} {name}"
            );
        }
    }
}
