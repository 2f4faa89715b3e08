//! The files of the page, each named by the hash of its bytes.
//!
//! A file is served as `assets/<path>-<hash>.<ext>` and may be kept for a year. Sources import each other by their plain
//! names (`../core/component.js`); the import map of the page turns those into the hashed ones, so a change in one file
//! never renames another. All keys and addresses are relative: an app works under any path and behind any proxy.

mod asset;
mod bare;
mod files;
mod joined;
mod own;
mod plotly;

use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

pub(crate) use self::asset::Asset;
use self::{
    asset::Source,
    files::FILES,
    joined::{GROUPS, home},
};

/// Where all of them live, seen from the root of an app.
const FOLDER: &str = "assets/";

const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";
const NOT_KEPT: &str = "no-store";

/// What authors write in front of `import`, whatever the file is called here.
const AUTHORS_MODULE: (&str, &str) = ("vetrina", "core/vetrina.js");

/// The one style sheet that every page of an app needs, joined from its parts.
const PAGE_STYLES: &str = "styles/page.css";

/// The order is the order of the cascade, although layers have the last word.
const PAGE_STYLE_PARTS: &[&str] = &[
    "styles/tokens.css",
    "styles/base.css",
    "styles/layout.css",
    "styles/block.css",
    "styles/controls.css",
    "styles/buttons.css",
    "styles/content.css",
    "styles/overlays.css",
    "styles/utilities.css",
];

/// Everything the page may ask for.
#[derive(Debug)]
pub(crate) struct Assets {
    files: Vec<Arc<Asset>>,
    /// Whether somebody works on them while they are served.
    edited: bool,
}

impl Assets {
    /// The files to serve now: those in this binary. In debug builds an edit shows after a reload: of the files in the
    /// folder that `VETRINA_FRONTEND_DIR` names, and of those that stand beside components of authors.
    pub(crate) fn current() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Assets>> = LazyLock::new(|| Arc::new(Assets::load()));
        #[cfg(debug_assertions)]
        {
            let edited = own::edited();
            if let Some(folder) = std::env::var_os("VETRINA_FRONTEND_DIR") {
                return Arc::new(Self::read(Path::new(&folder)).with(edited));
            }
            if !edited.is_empty() {
                return Arc::new(EMBEDDED.with(edited));
            }
        }
        Arc::clone(&EMBEDDED)
    }

    /// Whether pages with these files may be kept: not while somebody works on them.
    pub(crate) fn may_be_kept(&self) -> bool {
        !self.edited
    }

    /// The files in this binary.
    pub(crate) fn load() -> Self {
        let files = FILES.iter();
        let mut assets = Self::build(
            files.map(|(path, bytes)| (*path, Source::Embedded(bytes))),
            FOR_A_YEAR,
        );
        let own =
            own::built().map(|(path, bytes)| Asset::new(path, Source::Given(bytes), FOR_A_YEAR));
        assets.files.extend(own.map(Arc::new));
        assets
    }

    /// These files with others in the place of those of the same name.
    #[cfg(debug_assertions)]
    fn with(&self, edited: Vec<(String, bytes::Bytes)>) -> Self {
        let same = |asset: &Arc<Asset>| edited.iter().all(|(path, _)| *path != asset.path);
        let mut files: Vec<_> = self
            .files
            .iter()
            .filter(|asset| same(asset))
            .cloned()
            .collect();
        let edited = edited.into_iter();
        let edited = edited.map(|(path, bytes)| Asset::new(path, Source::Given(bytes), NOT_KEPT));
        files.extend(edited.map(Arc::new));
        Self {
            files,
            edited: true,
        }
    }

    /// The same files from a folder, so that an edit shows after a reload.
    #[cfg_attr(
        not(debug_assertions),
        expect(dead_code, reason = "only for work on the page")
    )]
    fn read(folder: &Path) -> Self {
        // A file that cannot be read keeps the form it was built with: editors replace files in two steps.
        let file = |&(path, bytes): &(&'static str, &'static [u8])| {
            let now = std::fs::read(folder.join(path)).map(|now| Source::Given(now.into()));
            (path, now.unwrap_or(Source::Embedded(bytes)))
        };
        Self::build(FILES.iter().map(file), NOT_KEPT)
    }

    fn build(files: impl Iterator<Item = (&'static str, Source)>, cache: &'static str) -> Self {
        let mut assets: Vec<_> = files
            .map(|(path, source)| Arc::new(Asset::new(path, source, cache)))
            .collect();
        let mut take = |names: &[&str]| -> Vec<Arc<Asset>> {
            let named = |name: &&str| assets.iter().position(|asset| asset.path == *name);
            let places = names.iter().filter_map(named).collect::<Vec<_>>();
            let parts = places.iter().map(|place| assets[*place].clone()).collect();
            assets.retain(|asset| !names.contains(&&*asset.path));
            parts
        };
        let styles = Source::Joined(take(PAGE_STYLE_PARTS));
        let modules = GROUPS
            .iter()
            .map(|group| (group.module, Source::Module(take(group.parts))))
            .collect::<Vec<_>>();
        for (path, source) in modules.into_iter().chain([(PAGE_STYLES, styles)]) {
            assets.push(Arc::new(Asset::new(path, source, cache)));
        }
        Self {
            files: assets,
            edited: cache == NOT_KEPT,
        }
    }

    /// The file behind an address, given as what follows `assets/` in it.
    pub(crate) fn get(&self, hashed_path: &str) -> Option<&Asset> {
        // Its name without the hash: no other file has to be looked into.
        let (stem, extension) = hashed_path.rsplit_once('.')?;
        let (stem, _) = stem.rsplit_once('-')?;
        let file = self.file(&format!("{stem}.{extension}"))?;
        (file.hashed() == hashed_path).then_some(file)
    }

    /// The file with this plain name.
    pub(crate) fn file(&self, plain_path: &str) -> Option<&Asset> {
        let path = home(plain_path);
        let mut files = self.files.iter().map(|asset| &**asset);
        files.find(|asset| asset.path == path)
    }

    /// The address of a file, relative to the root of the app.
    ///
    /// # Panics
    /// If there is no such file, which is a mistake in our code.
    pub(crate) fn url(&self, plain_path: &str) -> String {
        let asset = self
            .file(plain_path)
            .unwrap_or_else(|| panic!("no file `{plain_path}` in the page"));
        format!("{FOLDER}{}", asset.hashed())
    }

    /// The modules of all kinds of components, and what those of authors import.
    pub(crate) fn component_modules(&self) -> Vec<&str> {
        let paths = self.files.iter().map(|asset| &*asset.path);
        let of_component = |path: &&str| {
            let name = path.strip_prefix("components/");
            name.and_then(|name| name.strip_suffix(".js"))
                .is_some_and(|name| !name.contains('/'))
        };
        paths
            .filter(of_component)
            .chain([AUTHORS_MODULE.1])
            .collect()
    }

    /// The address of the style sheet that every page needs.
    pub(crate) fn styles(&self) -> String {
        self.url(PAGE_STYLES)
    }

    /// The import map for a page that needs these modules, from which the root of the app is `prefix` (`""` or `"../"`).
    pub(crate) fn import_map(&self, prefix: &str, modules: &[&str]) -> ImportMap {
        // Keys are compared as addresses, so both sides must start with a dot.
        let root = if prefix.is_empty() { "./" } else { prefix };
        let (name, module) = AUTHORS_MODULE;
        let names = self.reached(modules).into_iter().map(|path| {
            let url = self.url(path);
            if path == module {
                format!(r#""{name}":"{root}{url}""#)
            } else {
                format!(r#""{root}{FOLDER}{path}":"{root}{url}""#)
            }
        });
        let names = names.collect::<Vec<_>>().join(",");
        let json = format!(r#"{{"imports":{{{names}}}}}"#);
        ImportMap { json }
    }

    /// These modules and all that they import at once, in the order in which they are first met.
    pub(crate) fn needed<'a>(&'a self, modules: &[&'a str]) -> Vec<&'a str> {
        self.closure(modules, false)
    }

    /// These modules and all that they may ever import.
    pub(crate) fn reached<'a>(&'a self, modules: &[&'a str]) -> Vec<&'a str> {
        self.closure(modules, true)
    }

    fn closure<'a>(&'a self, modules: &[&'a str], late: bool) -> Vec<&'a str> {
        let mut found: Vec<&str> = Vec::new();
        let mut open: Vec<&str> = modules.iter().rev().copied().collect();
        while let Some(path) = open.pop() {
            if found.contains(&path) {
                continue;
            }
            found.push(path);
            let imports = self.file(path).map(Asset::imports);
            let wanted = imports.unwrap_or_default().iter();
            let wanted = wanted.filter(|import| late || !import.late);
            // An author's module may ask for what is not ours to give.
            let wanted = wanted.filter(|import| self.file(&import.path).is_some());
            open.extend(wanted.rev().map(|import| &*import.path));
        }
        found
    }
}

/// What turns plain module names into hashed ones. It stands inline in the page, so the policy has to name its hash.
#[derive(Debug)]
pub(crate) struct ImportMap {
    json: String,
}

impl ImportMap {
    /// The text between the script tags, byte for byte.
    pub(crate) fn json(&self) -> &str {
        &self.json
    }

    /// What `script-src` must list besides `'self'`, quotes included.
    pub(crate) fn csp_source(&self) -> String {
        csp_source(&self.json)
    }
}

/// A script that stands inline, as `script-src` lists it.
pub(crate) fn csp_source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// `core/app.js` → `core/app-0123456789abcdef.js`.
pub(crate) fn hashed(path: &str, bytes: &[u8]) -> String {
    let hash = hash_of(bytes);
    match path.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash:016x}.{extension}"),
        None => format!("{path}-{hash:016x}"),
    }
}

/// 64-bit FNV-1a: names only have to differ when bytes do, nobody gains from a collision with our own files.
pub(crate) fn hash_of(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests;
