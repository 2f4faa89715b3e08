//! Files on their way to an app.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use reqwest::{Method, multipart};
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value, json};

use super::{Error, Result, http::Http};
use crate::file::FileData;

/// A file as an argument: it is sent to the app before the call.
///
/// ```no_run
/// # async fn run() -> vetrina::client::Result<()> {
/// use vetrina::client::{Client, Upload};
///
/// let client = Client::connect("http://127.0.0.1:7860").await?;
/// let lines: u64 = client.predict("/lines", (Upload::path("poem.txt"),)).await?;
/// let lines: u64 = client.predict("/lines", (Upload::bytes("a.txt", "one\ntwo"),)).await?;
/// # Ok(())
/// # }
/// ```
///
/// It may stand anywhere in the arguments, in lists and structs too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    name: String,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Path(PathBuf),
    Bytes(Vec<u8>),
    Url(String),
}

impl Upload {
    /// The file at this place, under its own name.
    #[must_use]
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        Self {
            name: name.unwrap_or_else(|| "file".into()),
            content: Content::Path(path),
        }
    }

    /// The file at an address, which the app fetches by itself.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self {
            name: String::new(),
            content: Content::Url(url.into()),
        }
    }

    /// A file of these bytes.
    #[must_use]
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content: Content::Bytes(bytes.into()),
        }
    }
}

impl From<&Path> for Upload {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

/// What an app of one's own was sent, passed on.
impl From<&FileData> for Upload {
    fn from(file: &FileData) -> Self {
        Self {
            name: file.name().into(),
            ..Self::path(file.path())
        }
    }
}

/// The key that tells an upload from all other objects. Nobody else can know it, so that no value
/// an app gave can name a file here.
fn mark() -> &'static str {
    static MARK: OnceLock<String> = OnceLock::new();
    MARK.get_or_init(|| format!("upload {:032x}", rand::random::<u128>()))
}

pub(super) fn is_upload(object: &Map<String, Value>) -> bool {
    object.contains_key(mark())
}

impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry(mark(), &self.name)?;
        match &self.content {
            Content::Path(path) => map.serialize_entry("path", path)?,
            Content::Bytes(bytes) => map.serialize_entry("bytes", &STANDARD.encode(bytes))?,
            Content::Url(url) => map.serialize_entry("url", url)?,
        }
        map.end()
    }
}

/// Sends all files in `values`, and puts what the app calls them into their place.
pub(super) async fn send_all(http: &Http, values: &mut [Value], most: Option<u64>) -> Result<()> {
    let mut found = Vec::new();
    for value in values {
        find(value, &mut found);
    }
    for value in found {
        let Value::Object(upload) = value else {
            continue;
        };
        if let Some(url) = upload.get("url").and_then(Value::as_str) {
            *value = elsewhere(http, url);
            continue;
        }
        let name = upload
            .get(mark())
            .and_then(Value::as_str)
            .unwrap_or("file")
            .to_owned();
        let path = send(http, upload, &name, most).await?;
        *value = json!({
            "path": path,
            "orig_name": name,
            "meta": {"_type": "gradio.FileData"},
        });
    }
    Ok(())
}

/// A file that need not be sent: the app's own by its path there, any other by its address.
fn elsewhere(http: &Http, url: &str) -> Value {
    let own = format!("{}/gradio_api/file=", http.base().trim_end_matches('/'));
    json!({
        "path": url.strip_prefix(&own).unwrap_or(url),
        "meta": {"_type": "gradio.FileData"},
    })
}

fn find<'a>(value: &'a mut Value, found: &mut Vec<&'a mut Value>) {
    match value {
        Value::Object(object) if is_upload(object) => found.push(value),
        Value::Object(object) => object.values_mut().for_each(|value| find(value, found)),
        Value::Array(all) => all.iter_mut().for_each(|value| find(value, found)),
        _ => {}
    }
}

async fn send(
    http: &Http,
    upload: &Map<String, Value>,
    name: &str,
    most: Option<u64>,
) -> Result<String> {
    let too_large = |size: u64| most.filter(|most| size > *most);
    let part = if let Some(path) = upload.get("path").and_then(Value::as_str) {
        let file_error = |source| Error::File {
            name: path.to_owned(),
            source,
        };
        let file = tokio::fs::File::open(path).await.map_err(file_error)?;
        let size = file.metadata().await.map_err(file_error)?.len();
        if let Some(most) = too_large(size) {
            return Err(Error::TooLarge { most });
        }
        multipart::Part::stream_with_length(file, size)
    } else {
        let text = upload
            .get("bytes")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let bytes = STANDARD.decode(text).unwrap_or_default();
        if let Some(most) = too_large(bytes.len() as u64) {
            return Err(Error::TooLarge { most });
        }
        multipart::Part::bytes(bytes)
    };
    let form = multipart::Form::new().part("files", part.file_name(name.to_owned()));
    let request = http.request(Method::POST, "upload").multipart(form);
    let paths: Vec<String> = http.json(request).await?;
    paths.into_iter().next().ok_or_else(|| Error::Unexpected {
        status: 200,
        text: "the app kept no file".into(),
    })
}
