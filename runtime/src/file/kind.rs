//! Kinds of files: by extension, as browsers and people go by them.

use std::io::Read as _;

use serde::{Serialize, Serializer};
use serde_json::Value;

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
    /// A file that may be chosen, to try things with.
    pub(crate) fn sample(&self) -> Value {
        let fits = |name: &str| self.is_any() || self.0.iter().any(|kind| matches(kind, name));
        let known = SAMPLES.into_iter().find(|(name, _)| fits(name));
        let ending = self.0.iter().find(|kind| kind.starts_with('.'));
        let file = match (known, ending) {
            (Some((name, bytes)), _) => FileData::from_bytes(name, bytes),
            (None, Some(ending)) => FileData::from_bytes(&format!("sample_file{ending}"), "\n"),
            (None, None) => FileData::from_bytes("sample_file", "\n"),
        };
        let sent = file.ok().and_then(|file| serde_json::to_value(file).ok());
        sent.unwrap_or_default()
    }

    /// Whether any file may be chosen.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.0.is_empty() || self.0.iter().any(|kind| kind == "file")
    }

    /// Refuses a file of another type, and one that only has the name of such a type.
    ///
    /// # Errors
    /// When the file is none of these; it says which they are.
    pub fn check(&self, file: &FileData) -> Result<(), Invalid> {
        if self.is_any() {
            return Ok(());
        }
        // Clients that send a file as `blob` say elsewhere what it is called.
        let stored = Some(file.stored_name());
        let name = stored
            .filter(|name| name.contains('.'))
            .unwrap_or(file.name());
        if !self.0.iter().any(|kind| matches(kind, name)) {
            let kinds = self.0.join(", ");
            let name = file.name();
            return Err(format!("{name} is not of a type that is taken: {kinds}").into());
        }
        let fits = |kind: &Kind| {
            let name = format!("file.{}", kind.extension);
            self.0.iter().any(|wanted| matches(wanted, &name))
        };
        match beginning(file, name) {
            Beginning::AsNamed => Ok(()),
            // A picture of another format than its name says is a picture all the same.
            Beginning::As(kind) if fits(kind) => Ok(()),
            _ => Err(format!("{} does not hold what its name says", file.name()).into()),
        }
    }
}

/// A text, a picture of one dot, a document and an archive with nothing in them.
const SAMPLES: [(&str, &[u8]); 4] = [
    ("sample_file.txt", b"A file to try things with.\n"),
    (
        "sample_file.png",
        b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\
          \x9bU\x00\x00\x00\x0aIDATx\xdach\x00\x00\x00\x82\x00\x81\xdaE\x08;\x00\x00\x00\x00IEND\xaeB`\x82",
    ),
    ("sample_file.pdf", b"%PDF-1.4\n%%EOF\n"),
    ("sample_file.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
];

fn matches(kind: &str, name: &str) -> bool {
    if kind.starts_with('.') {
        return name.to_lowercase().ends_with(&kind.to_lowercase());
    }
    let mime = mime_of(name).unwrap_or_default();
    let family = kind.strip_suffix("/*").unwrap_or(kind);
    mime == kind || mime.split_once('/').is_some_and(|(of, _)| of == family)
}

/// A kind of files that is known by how they begin.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) mime: &'static str,
    pub(crate) extension: &'static str,
    beginnings: &'static [&'static [u8]],
}

impl Kind {
    pub(crate) fn is_picture(&self) -> bool {
        self.mime.starts_with("image/")
    }
}

const fn kind(
    mime: &'static str,
    extension: &'static str,
    beginnings: &'static [&'static [u8]],
) -> Kind {
    Kind {
        mime,
        extension,
        beginnings,
    }
}

static KINDS: [Kind; 7] = [
    kind("image/png", "png", &[b"\x89PNG"]),
    kind("image/jpeg", "jpg", &[b"\xff\xd8\xff"]),
    kind("image/gif", "gif", &[b"GIF87a", b"GIF89a"]),
    // What is between them is how long it is.
    kind("image/webp", "webp", &[b"RIFF????WEBP"]),
    kind("image/bmp", "bmp", &[b"BM"]),
    kind("application/pdf", "pdf", &[b"%PDF-"]),
    kind("application/zip", "zip", &[b"PK\x03\x04", b"PK\x05\x06"]),
];

/// What bytes are, by how they begin.
pub(crate) fn kind_of(bytes: &[u8]) -> Option<&'static Kind> {
    let begins = |beginning: &[u8]| {
        let pairs = || beginning.iter().zip(bytes);
        bytes.len() >= beginning.len() && pairs().all(|(own, byte)| own == byte || *own == b'?')
    };
    KINDS
        .iter()
        .find(|kind| kind.beginnings.iter().any(|one| begins(one)))
}

/// How a file begins.
enum Beginning {
    /// As all of its name do, or in any way where they have nothing in common.
    AsNamed,
    As(&'static Kind),
    Otherwise,
}

fn beginning(file: &FileData, name: &str) -> Beginning {
    let mime = mime_of(name).unwrap_or_default();
    if KINDS.iter().all(|kind| kind.mime != mime) {
        return Beginning::AsNamed;
    }
    let mut first = Vec::new();
    let read = file
        .open()
        .and_then(|file| file.take(12).read_to_end(&mut first));
    match kind_of(&first) {
        // A file that cannot be read is told of where it is read.
        _ if read.is_err() => Beginning::AsNamed,
        Some(kind) if kind.mime == mime => Beginning::AsNamed,
        Some(kind) => Beginning::As(kind),
        None => Beginning::Otherwise,
    }
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
    fn a_name_alone_makes_no_picture() {
        let pictures = FileTypes::from(["image"]);
        let file = |name: &str, bytes: &[u8]| FileData::from_bytes(name, bytes).unwrap();
        assert_eq!(
            pictures.check(&file("a.png", b"\x89PNG\r\n\x1a\n...")),
            Ok(())
        );
        let refused = pictures.check(&file("a.png", b"MZ")).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "a.png does not hold what its name says"
        );
        // A picture under another picture's name is one.
        let gif = file("a.png", b"GIF89a");
        assert_eq!(pictures.check(&gif), Ok(()));
        assert!(FileTypes::from([".png"]).check(&gif).is_err());
        assert!(pictures.check(&file("a.png", b"%PDF-1.4")).is_err());
        // Neither does what a client calls it.
        assert!(
            pictures
                .check(&file("a.exe", b"MZ").named("a.png"))
                .is_err()
        );
        assert_eq!(
            pictures.check(&file("blob", b"\xff\xd8\xff\xe0").named("a.jpg")),
            Ok(())
        );
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
