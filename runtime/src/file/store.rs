//! Where files are kept: each under a keyed hash of its bytes.

use std::{
    collections::HashSet,
    fmt::Write as _,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use hmac::{Hmac, Mac};
use sha2::Sha256;

pub(crate) use self::incoming::Incoming;
use super::name::cleaned;

mod incoming;

type Keyed = Hmac<Sha256>;

/// Bytes read at a time.
const CHUNK: usize = 256 << 10;
/// How often use of a file is noted.
const TOUCH: Duration = Duration::from_secs(600);

/// The files of this installation: `<root>/<64 hex>/<name>`.
///
/// The hash is keyed with a secret, so a path can only be known by who sent the bytes or was told.
#[derive(Debug)]
pub(crate) struct Store {
    root: PathBuf,
    secret: [u8; 32],
    /// Folders that stay as long as the program runs.
    pinned: Mutex<HashSet<String>>,
}

impl Store {
    /// The store of this program.
    ///
    /// # Errors
    /// When its folder cannot be made; the same each time.
    pub(crate) fn open() -> Result<&'static Self, String> {
        static STORE: LazyLock<Result<Store, String>> = LazyLock::new(|| {
            let root = folder();
            Store::at(&root).map_err(|error| {
                format!(
                    "the folder for files, {}, cannot be used: {error}; VETRINA_TEMP_DIR names another one",
                    root.display()
                )
            })
        });
        STORE.as_ref().map_err(Clone::clone)
    }

    fn at(root: &Path) -> io::Result<Self> {
        make_folder(root)?;
        let root = root.canonicalize()?;
        Ok(Self {
            secret: secret(&root.join("secret"))?,
            root,
            pinned: Mutex::default(),
        })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The file behind a key that a client sent; `None` for anything that was not handed out.
    pub(crate) fn find(&self, key: &str) -> Option<PathBuf> {
        let (hash, name) = key.split_once('/')?;
        let hex = hash.len() == 64
            && hash
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !hex || name.is_empty() || cleaned(name) != name {
            return None;
        }
        let path = self.root.join(hash).join(name);
        let found = fs::symlink_metadata(&path).ok()?;
        if !found.is_file() {
            return None;
        }
        let idle = found.modified().ok().and_then(|at| at.elapsed().ok());
        if idle.is_some_and(|idle| idle > TOUCH) {
            touch(&path);
        }
        Some(path)
    }

    /// Begins to take a file in.
    pub(crate) fn begin(&self) -> io::Result<Incoming<'_>> {
        let incoming = self.root.join("incoming");
        make_folder(&incoming)?;
        let path = incoming.join(hex(&rand::random::<[u8; 16]>()));
        let file = File::options().write(true).create_new(true).open(&path)?;
        Ok(Incoming {
            store: self,
            path,
            file,
            keyed: self.keyed(),
            size: 0,
        })
    }

    fn keyed(&self) -> Keyed {
        Keyed::new_from_slice(&self.secret).expect("a key may have any length")
    }

    /// Copies a file in.
    pub(super) fn keep_file(&self, path: &Path, name: &str) -> io::Result<Kept> {
        let mut source = File::open(path)?;
        if !source.metadata()?.is_file() {
            return Err(io::Error::other("this is not a regular file"));
        }
        let mut incoming = self.begin()?;
        let mut chunk = vec![0; CHUNK];
        loop {
            match source.read(&mut chunk)? {
                0 => return incoming.finish(name),
                n => incoming.write_all(&chunk[..n])?,
            }
        }
    }

    pub(super) fn pin(&self, key: &str) {
        if let Some((hash, _)) = key.split_once('/') {
            self.pinned().insert(hash.into());
        }
    }

    fn pinned(&self) -> std::sync::MutexGuard<'_, HashSet<String>> {
        self.pinned.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes what nobody used for so long.
    pub(crate) fn sweep(&self, age: Duration) -> io::Result<usize> {
        let mut removed = 0;
        for folder in fs::read_dir(&self.root)? {
            let folder = folder?;
            let name = folder.file_name();
            let kept = name
                .to_str()
                .is_none_or(|hash| self.pinned().contains(hash));
            if kept || !folder.file_type()?.is_dir() {
                continue;
            }
            let whole = name != "incoming";
            let (mut old, mut files) = (Vec::new(), 0);
            for file in fs::read_dir(folder.path())? {
                let file = file?;
                files += 1;
                let used = file.metadata()?.modified()?;
                if used.elapsed().is_ok_and(|idle| idle >= age) {
                    old.push(file.path());
                }
            }
            for path in &old {
                fs::remove_file(path)?;
            }
            removed += old.len();
            // One that is empty was just made for a file that is about to come.
            if whole && !old.is_empty() && old.len() == files {
                // Somebody may have put the same bytes there again; then it stays.
                let _ = fs::remove_dir(folder.path());
            }
        }
        Ok(removed)
    }
}

/// A file in the store.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) key: String,
    pub(super) path: PathBuf,
    pub(crate) size: u64,
}

fn touch(path: &Path) {
    // A file that cannot be marked as used is only forgotten sooner.
    let _ = File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()));
}

/// `VETRINA_TEMP_DIR`, `GRADIO_TEMP_DIR`, or a folder of this user among the temporary files.
fn folder() -> PathBuf {
    let chosen = ["VETRINA_TEMP_DIR", "GRADIO_TEMP_DIR"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|folder| !folder.is_empty());
    chosen.map_or_else(
        || {
            let user = std::env::var("USER").unwrap_or_default();
            std::env::temp_dir().join(format!("vetrina-{}", cleaned(&user)))
        },
        PathBuf::from,
    )
}

/// Makes a folder that only this user may look into.
fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// The secret of this installation, made the first time.
fn secret(path: &Path) -> io::Result<[u8; 32]> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Written aside and linked into place: a program that starts at the same time reads all of it.
    let aside = path.with_extension(hex(&rand::random::<[u8; 8]>()));
    if !path.exists() {
        options
            .open(&aside)?
            .write_all(&rand::random::<[u8; 32]>())?;
        let linked = fs::hard_link(&aside, path);
        fs::remove_file(&aside)?;
        linked.or_else(|error| if path.exists() { Ok(()) } else { Err(error) })?;
    }
    let secret = fs::read(path)?;
    secret
        .try_into()
        .map_err(|_| io::Error::other(format!("{} does not hold 32 bytes", path.display())))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
