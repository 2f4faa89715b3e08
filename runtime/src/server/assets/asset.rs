//! One file of the page: what is sent of it, and what it imports.

use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

use bytes::Bytes;

use super::{bare::bare, hashed, joined::joined, plotly};
use crate::server::packed::Packed;

/// One file as it is sent. What that takes is worked out when the file is first asked for: a page needs few of them,
/// and the program is to be there at once.
#[derive(Debug)]
pub(crate) struct Asset {
    pub(super) path: Cow<'static, str>,
    source: Source,
    made: OnceLock<Made>,
    cache: &'static str,
}

/// Where the bytes of a file come from.
#[derive(Debug)]
pub(super) enum Source {
    /// Ours, as it stands in this binary, comments included.
    Embedded(&'static [u8]),
    /// To be sent as it is.
    Given(Bytes),
    /// One after the other.
    Joined(Vec<Arc<Asset>>),
    /// One module in place of several.
    Module(Vec<Arc<Asset>>),
}

#[derive(Debug)]
struct Made {
    hashed: String,
    packed: Packed,
    /// The plain names of the modules it imports.
    imports: Vec<Import>,
}

#[derive(Debug)]
pub(super) struct Import {
    pub(super) path: String,
    /// Asked for only when the code gets there: `import("…")`.
    pub(super) late: bool,
}

impl Asset {
    pub(super) fn new(
        path: impl Into<Cow<'static, str>>,
        source: Source,
        cache: &'static str,
    ) -> Self {
        Self {
            path: path.into(),
            source,
            made: OnceLock::new(),
            cache,
        }
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| {
            let bytes = self.source.bytes(&self.path);
            Made {
                hashed: hashed(&self.path, &bytes),
                imports: imports(&self.path, &bytes),
                packed: Packed::new(bytes),
            }
        })
    }

    /// The value of `content-type`.
    pub(crate) fn content_type(&self) -> &'static str {
        match self.path.rsplit_once('.').map(|(_, extension)| extension) {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => "application/octet-stream",
        }
    }

    /// The value of `cache-control`.
    pub(crate) fn cache_control(&self) -> &'static str {
        self.cache
    }

    /// The file as it is.
    pub(crate) fn bytes(&self) -> &Bytes {
        self.packed().plain()
    }

    /// The file in the forms it is sent in.
    pub(crate) fn packed(&self) -> &Packed {
        &self.made().packed
    }

    pub(super) fn hashed(&self) -> &str {
        &self.made().hashed
    }

    pub(super) fn imports(&self) -> &[Import] {
        &self.made().imports
    }
}

impl Source {
    fn bytes(&self, path: &str) -> Bytes {
        match self {
            Self::Embedded(bytes) => plotly::instead_of(path).unwrap_or_else(|| bare(path, bytes)),
            Self::Given(bytes) => bytes.clone(),
            Self::Joined(parts) => {
                let parts = parts.iter().flat_map(|part| part.bytes().iter().copied());
                parts.collect::<Vec<_>>().into()
            }
            Self::Module(parts) => joined(path, parts).into(),
        }
    }
}

/// What a module imports by a relative name. Our own files say it on one line: `from "…"`, `import "…"`, `import("…")`,
/// `import.meta.resolve("…")`.
fn imports(path: &str, bytes: &[u8]) -> Vec<Import> {
    let text = match path.rsplit_once('.') {
        Some((_, "js")) => str::from_utf8(bytes).unwrap_or_default(),
        _ => "",
    };
    let mut imports = Vec::new();
    // What stands in comments is for the type checker.
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with(['*', '/']));
    for line in code {
        for (opening, late) in [
            ("from \"", false),
            ("import \"", false),
            ("import(\"", true),
            ("resolve(\"", true),
        ] {
            let names = line
                .split(opening)
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            let relative = names.filter(|name| name.starts_with('.'));
            imports.extend(relative.map(|name| Import {
                path: resolved(path, name),
                late,
            }));
        }
    }
    imports
}

/// `../core/app.js`, seen from `components/x.js`, is `core/app.js`.
pub(super) fn resolved(from: &str, name: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
