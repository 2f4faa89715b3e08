//! Which files of the disk may be shown to clients.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use super::open::open_below;

/// What an app says of files.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// An address or a path that the app was told it has.
    pub(crate) root_path: Option<String>,
    /// Folders and files that may be served by their own paths.
    pub(crate) allowed: Vec<PathBuf>,
    /// Folders and files that may not, wherever they are.
    pub(crate) blocked: Vec<PathBuf>,
    /// The largest upload in bytes.
    pub(crate) max_file_size: Option<u64>,
    /// How long an unused file is kept.
    pub(crate) keep: Option<Duration>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            root_path: None,
            allowed: Vec::new(),
            blocked: Vec::new(),
            max_file_size: Some(2 << 30),
            keep: Some(Duration::from_secs(24 * 60 * 60)),
        }
    }
}

impl Rules {
    /// The real path of a file that a function returned, if it may be shown.
    ///
    /// A function may well return a path that somebody else had a say in: so only files of the
    /// working folder, of the folder for temporary files and of what the app allows are shown.
    pub(super) fn shown(&self, path: &Path) -> Result<PathBuf, String> {
        let real = path
            .canonicalize()
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        let temporary = std::env::temp_dir().canonicalize();
        let own = [here, temporary];
        let mut own = own.iter().filter_map(|folder| folder.as_deref().ok());
        let store = super::Store::open().is_ok_and(|store| real.starts_with(store.root()));
        let shown = self.is_allowed(&real) || own.any(|folder| inside(&real, folder));
        if shown && !store && !self.is_blocked(&real) {
            Ok(real)
        } else {
            Err(format!(
                "{} may not be shown: it is neither in the working folder, nor a temporary file, nor in \
                 `App::allowed_paths`",
                path.display()
            ))
        }
    }

    /// A file that a client asks for by its path, if the app allows it, with its real path.
    pub(crate) fn served(&self, path: &str) -> io::Result<(PathBuf, File)> {
        let refused = || io::Error::from(io::ErrorKind::PermissionDenied);
        let path = Path::new(path);
        // Nothing else is looked for on the disk: who asks must not learn what exists.
        if !path.is_absolute() || self.allowed.is_empty() {
            return Err(refused());
        }
        let real = path.canonicalize().map_err(|_| refused())?;
        if self.is_blocked(&real) {
            return Err(refused());
        }
        let allowed = self.allowed.iter().find(|allowed| inside(&real, allowed));
        let allowed = allowed.ok_or_else(refused)?;
        let file = match real.strip_prefix(allowed) {
            Ok(below) if below.as_os_str().is_empty() => File::open(&real)?,
            Ok(below) => open_below(allowed, below)?,
            Err(_) => return Err(refused()),
        };
        if file.metadata()?.is_file() {
            Ok((real, file))
        } else {
            Err(refused())
        }
    }

    fn is_allowed(&self, real: &Path) -> bool {
        self.allowed.iter().any(|allowed| inside(real, allowed))
    }

    fn is_blocked(&self, real: &Path) -> bool {
        self.blocked.iter().any(|blocked| real.starts_with(blocked))
    }
}

/// Whether a file lies in a folder, and no part of the way there is hidden.
fn inside(file: &Path, folder: &Path) -> bool {
    file.strip_prefix(folder).is_ok_and(|below| {
        below
            .components()
            .all(|part| !part.as_os_str().as_encoded_bytes().starts_with(b"."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_allowed_files_are_served() {
        let root = std::env::temp_dir().join(format!("vetrina-rules-{:x}", rand::random::<u64>()));
        for (file, text) in [
            ("pub/ok", "1"),
            ("pub/.env", "2"),
            ("pub/secret/s", "3"),
            ("out/c", "4"),
        ] {
            let path = root.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.join("out/c"), root.join("pub/link")).unwrap();
        let root = root.canonicalize().unwrap();
        let rules = Rules {
            allowed: vec![root.join("pub")],
            blocked: vec![root.join("pub/secret")],
            ..Rules::default()
        };
        let served = |path: &str| rules.served(root.join(path).to_str().unwrap()).is_ok();
        assert!(served("pub/ok"));
        for path in [
            "pub/.env",
            "pub/secret/s",
            "pub/link",
            "pub",
            "pub/none",
            "out/c",
            "pub/../out/c",
        ] {
            assert!(!served(path), "{path}");
        }
        assert!(rules.served("pub/ok").is_err(), "paths are absolute");
        fs::remove_dir_all(root).unwrap();
    }
}
