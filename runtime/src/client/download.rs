//! Files that an app gives.

use std::{
    cell::RefCell,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Method, RequestBuilder};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;

use super::{Error, Result, http::Http};
use crate::file::{FileData, cleaned};

/// Letters of a path that stay as they are in an address.
const IN_A_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'_')
    .remove(b'-');

/// A file in an app: what a result says of it, and the way to its bytes.
///
/// ```no_run
/// # async fn run() -> vetrina::client::Result<()> {
/// use vetrina::client::{Client, RemoteFile};
///
/// let client = Client::connect("http://127.0.0.1:7860").await?;
/// let picture: RemoteFile = client.predict("/draw", ("a cat",)).await?;
/// let path = picture.save("pictures").await?;
/// println!("{}", path.display());
/// # Ok(())
/// # }
/// ```
///
/// As an argument for the same app it stays where it is: nothing is sent twice.
#[derive(Debug, Clone, Serialize)]
pub struct RemoteFile {
    path: String,
    orig_name: Option<String>,
    size: Option<u64>,
    mime_type: Option<String>,
    meta: Value,
    #[serde(skip)]
    app: Option<Origin>,
}

/// The app that a file is in.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) http: Arc<Http>,
    /// No larger file is taken.
    pub(super) most: u64,
}

thread_local! {
    /// The app whose answer is being read.
    static READ: RefCell<Option<Origin>> = const { RefCell::new(None) };
}

/// Reads a value of an app; the files in it know where they are from.
pub(super) fn read<T: DeserializeOwned>(
    value: &Value,
    app: &Origin,
) -> Result<T, serde_json::Error> {
    let before = READ.replace(Some(app.clone()));
    let read = T::deserialize(value);
    READ.set(before);
    read
}

impl<'de> Deserialize<'de> for RemoteFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Read {
            path: String,
            orig_name: Option<String>,
            size: Option<u64>,
            mime_type: Option<String>,
        }
        let read = Read::deserialize(deserializer)?;
        Ok(Self {
            path: read.path,
            orig_name: read.orig_name,
            size: read.size,
            mime_type: read.mime_type,
            meta: json!({"_type": "gradio.FileData"}),
            app: READ.with_borrow(Clone::clone),
        })
    }
}

impl RemoteFile {
    /// What it is called, without the folders it may lie in.
    #[must_use]
    pub fn name(&self) -> &str {
        let last = |text: &str| text.rsplit(['/', '\\']).next().map(str::len);
        let text = self.orig_name.as_deref().unwrap_or(&self.path);
        &text[text.len() - last(text).unwrap_or_default()..]
    }

    /// How many bytes it has, if the app says so.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// Its media type, if the app says so.
    #[must_use]
    pub fn mime_type(&self) -> Option<&str> {
        self.mime_type.as_deref()
    }

    /// All its bytes.
    ///
    /// # Errors
    /// When the app does not give it, or when it has more bytes than
    /// [`Builder::max_download`](super::Builder::max_download) allows.
    pub async fn bytes(&self) -> Result<Vec<u8>> {
        let app = self.app()?;
        app.http.open(self.request(app)).await?.all(app.most).await
    }

    /// Puts it into `folder`, which is made if it is not there. Files that are there stay: if one
    /// has its name, this one gets a number.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes), and when the disk does not take it.
    pub async fn save(&self, folder: impl AsRef<Path>) -> Result<PathBuf> {
        let app = self.app()?;
        let answer = app.http.open(self.request(app)).await?;
        let folder = folder.as_ref();
        let at = |path: &Path| {
            let name = path.display().to_string();
            move |source| Error::File { name, source }
        };
        tokio::fs::create_dir_all(folder)
            .await
            .map_err(at(folder))?;
        let (path, mut file) = new_file(folder, &cleaned(self.name()))
            .await
            .map_err(at(folder))?;
        let written = write(answer, &mut file, app.most, &path).await;
        if written.is_err() {
            // Half a file looks like a whole one.
            _ = tokio::fs::remove_file(&path).await;
        }
        written.map(|()| path)
    }

    /// Takes it over: it is then a file of this app, which an endpoint may return.
    ///
    /// # Errors
    /// As [`save`](Self::save).
    pub async fn fetch(&self) -> Result<FileData> {
        let folder = std::env::temp_dir().join(format!("vetrina-{:032x}", rand::random::<u128>()));
        let path = self.save(&folder).await?;
        let name = self.name().to_owned();
        let kept = FileData::write(&name, |file| {
            io::copy(&mut std::fs::File::open(&path)?, file).map(|_| ())
        });
        _ = tokio::fs::remove_dir_all(&folder).await;
        kept.map_err(|why| Error::File {
            name,
            source: io::Error::other(why.to_string()),
        })
    }

    fn app(&self) -> Result<&Origin> {
        self.app.as_ref().ok_or_else(|| Error::Unexpected {
            status: 0,
            text: "this file did not come from a client, so nobody knows where it is".into(),
        })
    }

    /// By its path, never by an address that the answer names: that could be anybody's.
    fn request(&self, app: &Origin) -> RequestBuilder {
        let path = utf8_percent_encode(&self.path, IN_A_PATH);
        app.http.request(Method::GET, &format!("file={path}"))
    }
}

async fn write(
    mut answer: super::http::Answer,
    file: &mut tokio::fs::File,
    most: u64,
    path: &Path,
) -> Result<()> {
    let failed = |source| Error::File {
        name: path.display().to_string(),
        source,
    };
    let mut size = 0;
    while let Some(chunk) = answer.chunk().await? {
        size += chunk.len() as u64;
        if size > most {
            return Err(Error::TooLarge { most });
        }
        file.write_all(&chunk).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)
}

/// A file that was not there before.
async fn new_file(folder: &Path, name: &str) -> io::Result<(PathBuf, tokio::fs::File)> {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (name, String::new()),
    };
    for number in 1.. {
        let path = match number {
            1 => folder.join(name),
            _ => folder.join(format!("{stem} {number}{extension}")),
        };
        let made = tokio::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .await;
        match made {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 10_000 => {}
            Err(error) => return Err(error),
            Ok(file) => return Ok((path, file)),
        }
    }
    unreachable!("numbers do not end")
}
