//! A file as it travels: `{"path", "url", "size", "orig_name", "mime_type", "is_stream", "meta"}`.

use std::{borrow::Cow, fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::Value;

use super::{
    FileData, Rules,
    name::cleaned,
    scope::{self, Scope, Sent, blocking},
    store::Store,
};

/// Stands in front of a key in the address of a file.
const ROUTE: &str = "/gradio_api/file=";
/// Stands in front of the address of a list.
const STREAM_ROUTE: &str = "/gradio_api/stream/";

#[derive(Serialize)]
struct Written<'a> {
    /// What travels whole has none.
    path: Option<Cow<'a, str>>,
    url: Option<String>,
    size: Option<u64>,
    orig_name: &'a str,
    mime_type: Option<String>,
    is_stream: bool,
    meta: Meta,
}

#[derive(Serialize)]
struct Meta {
    _type: &'static str,
}

/// What clients send; all else they send of it is theirs.
#[derive(Deserialize)]
#[serde(expecting = "a file with a `path`")]
struct Read<'a> {
    #[serde(borrow, default)]
    path: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    url: Option<Cow<'a, str>>,
    #[serde(default)]
    orig_name: Option<String>,
}

impl Serialize for FileData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = match scope::current() {
            _ if self.elsewhere => Ok(self.addressed()),
            Some(Scope::Sent(_)) if self.whole => Ok(self.in_whole()),
            Some(Scope::Sent(sent)) if self.playing => {
                let root = sent.caller.root(sent.rules.root_path.as_deref());
                let mut list = self.addressed();
                list.url = Some(format!("{root}{STREAM_ROUTE}{}", self.path.display()));
                list.is_stream = true;
                Ok(list)
            }
            Some(Scope::IntoFolder(folder)) => self.copied(&folder),
            Some(Scope::Sent(sent)) => self.stored(&sent.rules).map(|mut written| {
                let root = sent.caller.root(sent.rules.root_path.as_deref());
                let path = written.path.as_deref().unwrap_or_default();
                written.url = Some(format!("{root}{ROUTE}{}", escaped(path)));
                written
            }),
            // A value that a component starts with: it stays for as long as the program runs.
            Some(Scope::FromFolder(_)) | None => {
                self.stored(&Rules::default()).inspect(|written| {
                    if let (Ok(store), Some(path)) = (Store::open(), &written.path) {
                        store.pin(path);
                    }
                })
            }
        };
        written.map_err(ser::Error::custom)?.serialize(serializer)
    }
}

impl FileData {
    fn addressed(&self) -> Written<'_> {
        let address = self.path.to_string_lossy();
        Written {
            url: Some(address.clone().into_owned()),
            ..self.written(address, None)
        }
    }

    fn in_whole(&self) -> Written<'_> {
        let mime = self.mime_type().unwrap_or_default();
        let bytes = STANDARD.encode(self.held().unwrap_or_default());
        Written {
            path: None,
            url: Some(format!("data:{mime};base64,{bytes}")),
            ..self.written(Cow::Borrowed(""), self.size())
        }
    }

    fn stored(&self, rules: &Rules) -> Result<Written<'_>, String> {
        if let Some(key) = self.key() {
            return Ok(self.written(Cow::Borrowed(key), self.size()));
        }
        let store = Store::open()?;
        if let Ok(inside) = self.path.strip_prefix(store.root()) {
            // A function may give back the path of what it was given; nothing else in there is for anybody.
            let key = inside.to_str().filter(|key| store.find(key).is_some());
            let key = key.ok_or_else(|| format!("{} may not be shown", self.path.display()))?;
            return Ok(self.written(Cow::Owned(key.into()), self.size()));
        }
        if let Some(Err(why)) = self.held.as_ref().map(|held| held.place(self.name())) {
            return Err(why.to_string());
        }
        let real = rules.shown(&self.path)?;
        let kept = blocking(|| {
            Store::open()?
                .keep_file(&real, self.name())
                .map_err(|error| error.to_string())
        });
        let kept = kept.map_err(|why| format!("{} cannot be sent: {why}", self.name()))?;
        Ok(self.written(Cow::Owned(kept.key), Some(kept.size)))
    }

    fn copied(&self, folder: &Path) -> Result<Written<'_>, String> {
        // What it is called for people is written beside it.
        let on_disk = self.path().file_name().and_then(|name| name.to_str());
        let name = cleaned(on_disk.unwrap_or(self.name()));
        // One folder per file: names meet, bytes do not.
        let own = format!("{:016x}", rand::random::<u64>());
        let copy = || {
            fs::create_dir_all(folder.join(&own))?;
            fs::copy(self.path(), folder.join(&own).join(&name))
        };
        let size = blocking(copy).map_err(|error| format!("{name} cannot be copied: {error}"))?;
        Ok(self.written(Cow::Owned(format!("{own}/{name}")), Some(size)))
    }

    fn written<'a>(&'a self, path: Cow<'a, str>, size: Option<u64>) -> Written<'a> {
        Written {
            path: Some(path),
            url: None,
            size,
            orig_name: self.name(),
            mime_type: self.mime_type(),
            is_stream: false,
            meta: Meta {
                _type: "gradio.FileData",
            },
        }
    }
}

impl<'de> Deserialize<'de> for FileData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Read::deserialize(deserializer)?;
        scope::count();
        let name = read.orig_name.as_deref().map(cleaned);
        let sent = read.path.iter().chain(&read.url).map(|sent| &**sent);
        let found = match scope::current() {
            Some(Scope::FromFolder(folder)) => {
                from_folder(&folder, read.path.as_deref(), name.as_deref())
            }
            _ => resolve(sent, name.as_deref()),
        };
        let mut file = found.map_err(de::Error::custom)?;
        file.orig_name = name.or(file.orig_name);
        Ok(file)
    }
}

/// The file that a client means: one of the store, or one that travels whole as a `data:` address.
fn resolve<'a>(
    sent: impl Iterator<Item = &'a str>,
    name: Option<&str>,
) -> Result<FileData, String> {
    let store = Store::open()?;
    let mut given = None;
    for sent in sent.filter(|sent| !sent.is_empty()) {
        if let Some(data) = sent.strip_prefix("data:") {
            return from_data_url(data, name);
        }
        let key = own_key(sent);
        if let Some(path) = store.find(&key) {
            return Ok(FileData {
                key: Some(key.into()),
                ..FileData::from_path(path)
            });
        }
        given.get_or_insert(sent);
    }
    Err(match given {
        None => "expected a file with a `path`".into(),
        Some(url) if url.contains("://") => {
            "a file at another address is not fetched: upload it to /gradio_api/upload and send the path it answers"
                .into()
        }
        Some(_) => "the file is not one that was uploaded here: upload it to /gradio_api/upload and send the path it \
                    answers"
            .into(),
    })
}

/// The key in a path or in an address that this server gave out. Whose address it is says nothing:
/// to know the key is what counts.
fn own_key(sent: &str) -> Cow<'_, str> {
    match sent.split_once(ROUTE) {
        Some((_, escaped)) => percent_encoding::percent_decode_str(escaped).decode_utf8_lossy(),
        None => Cow::Borrowed(sent),
    }
}

fn from_data_url(data: &str, name: Option<&str>) -> Result<FileData, String> {
    let broken = || "a `data:` address has to be base64".to_owned();
    let (head, body) = data.split_once(',').ok_or_else(broken)?;
    let mime = head.strip_suffix(";base64").ok_or_else(broken)?;
    let mime = mime.split(';').next().unwrap_or_default();
    let bytes = STANDARD.decode(body).map_err(|_| broken())?;
    // What travels in a request is small, and may be one of many a second.
    let extension = mime_guess::get_mime_extensions_str(mime).and_then(|all| all.first());
    let called = name.map_or_else(
        || format!("file.{}", extension.unwrap_or(&"bin")),
        Into::into,
    );
    Ok(FileData::in_memory(&called, bytes))
}

fn from_folder(folder: &Path, path: Option<&str>, name: Option<&str>) -> Result<FileData, String> {
    let path = path.ok_or("expected a file with a `path`")?;
    let missing = |error: std::io::Error| format!("{path} cannot be read: {error}");
    let real = folder.join(path).canonicalize().map_err(missing)?;
    let folder = folder.canonicalize().map_err(missing)?;
    if !real.starts_with(&folder) {
        return Err(format!("{path} is outside of the folder"));
    }
    let on_disk = real
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("file");
    let kept = blocking(|| Store::open()?.keep_file(&real, on_disk).map_err(missing))?;
    Ok(FileData::kept(kept, Some(name.unwrap_or(on_disk))))
}

/// Gives the files in a value that was shown to one caller the addresses that reach another; false
/// when one of them is gone.
pub(crate) fn readdressed(value: &mut Value, to: &Sent) -> bool {
    match value {
        Value::Object(object) if object.get("meta").is_some_and(is_ours) => {
            let Some(path) = object.get("path").and_then(Value::as_str) else {
                // Data that only looks like a file.
                return true;
            };
            if object.get("url").and_then(Value::as_str) == Some(path) {
                // It lies elsewhere.
                return true;
            }
            if !Store::open().is_ok_and(|store| store.find(path).is_some()) {
                return false;
            }
            let root = to.caller.root(to.rules.root_path.as_deref());
            object["url"] = format!("{root}{ROUTE}{}", escaped(path)).into();
            true
        }
        Value::Object(object) => object.values_mut().all(|value| readdressed(value, to)),
        Value::Array(list) => list.iter_mut().all(|value| readdressed(value, to)),
        _ => true,
    }
}

/// Whether each `path` in a value that holds files is one that the server gave out, or no path at all: the address of
/// a file that lies elsewhere, or a file that travels whole. What stands beside it says nothing.
pub(crate) fn names_only_ours(value: &Value) -> bool {
    let known = |path: &Value| match path {
        Value::Null => true,
        Value::String(path) => {
            let is_address = ["data:", "http://", "https://"];
            path.is_empty()
                || is_address.iter().any(|scheme| path.starts_with(scheme))
                || Store::open().is_ok_and(|store| store.find(&own_key(path)).is_some())
        }
        _ => false,
    };
    match value {
        // What was flagged names files of its folder.
        _ if matches!(scope::current(), Some(Scope::FromFolder(_))) => true,
        Value::Object(object) => {
            object.get("path").is_none_or(known) && object.values().all(names_only_ours)
        }
        Value::Array(list) => list.iter().all(names_only_ours),
        _ => true,
    }
}

fn is_ours(meta: &Value) -> bool {
    meta["_type"] == "gradio.FileData"
}

/// A key as a part of an address.
fn escaped(key: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const SAFE: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'/')
        .remove(b'.')
        .remove(b'-')
        .remove(b'_')
        .remove(b'~');
    utf8_percent_encode(key, SAFE).to_string()
}

impl JsonSchema for FileData {
    fn schema_name() -> Cow<'static, str> {
        "FileData".into()
    }

    fn inline_schema() -> bool {
        true
    }

    // The Python clients know a file by exactly these properties in this order.
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "FileData",
            "type": "object",
            "properties": {
                "path": {"type": "string"},
                "url": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null},
                "size": {"anyOf": [{"type": "integer"}, {"type": "null"}], "default": null},
                "orig_name": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null},
                "mime_type": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null},
                "is_stream": {"type": "boolean", "default": false},
                "meta": {
                    "type": "object",
                    "properties": {"_type": {"const": "gradio.FileData", "type": "string"}},
                    "required": ["_type"],
                },
            },
            "required": ["path"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::Arc;

    #[derive(Debug)]
    struct Nobody;

    impl scope::Caller for Nobody {
        fn root(&self, _: Option<&str>) -> String {
            String::new()
        }
    }

    fn read(sent: Value) -> Result<FileData, String> {
        serde_json::from_value(sent).map_err(|error| error.to_string())
    }

    #[test]
    fn what_was_sent_comes_back() {
        let file = FileData::from_bytes("my report (1).txt", b"words").unwrap();
        let sent = serde_json::to_value(&file).unwrap();
        assert_eq!(sent["orig_name"], "my report (1).txt");
        assert_eq!(sent["size"], 5);
        assert_eq!(sent["mime_type"], "text/plain");
        assert_eq!(sent["meta"], json!({"_type": "gradio.FileData"}));
        assert_eq!(read(sent.clone()).unwrap(), file);
        let url = format!(
            "http://host/app{ROUTE}{}",
            escaped(sent["path"].as_str().unwrap())
        );
        assert_eq!(read(json!({"path": url})).unwrap(), file);
        assert_eq!(
            read(json!({"url": url, "path": ""})).unwrap().name(),
            "my report (1).txt"
        );
    }

    #[test]
    fn what_was_not_handed_out_is_refused() {
        let file = FileData::from_bytes("a.txt", b"here").unwrap();
        for sent in [
            json!({"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}),
            json!({"path": "/etc/passwd"}),
            json!({"path": file.path()}),
            json!({"path": "http://127.0.0.1:9/x", "meta": {"_type": "gradio.FileData"}}),
            json!({"url": "file:///etc/passwd", "path": null}),
            json!({}),
            json!("/etc/passwd"),
        ] {
            let refused = read(sent.clone());
            assert!(refused.is_err(), "{sent}");
            assert!(!refused.unwrap_err().contains("No such file"), "{sent}");
        }
    }

    #[test]
    fn a_file_elsewhere_stays_there() {
        let address = "https://example.org/films/world.mp4";
        let sent = serde_json::to_value(FileData::from_url(address)).unwrap();
        assert_eq!(
            (&sent["path"], &sent["url"]),
            (&json!(address), &json!(address))
        );
        assert_eq!(
            (&sent["orig_name"], &sent["mime_type"]),
            (&json!("world.mp4"), &json!("video/mp4"))
        );
        assert!(read(sent).is_err(), "it is not fetched when it comes back");
    }

    #[test]
    fn a_small_file_may_travel_in_the_request() {
        let file = read(json!({"path": null, "url": "data:image/png;base64,AAEC"})).unwrap();
        assert_eq!(file.read().unwrap(), [0, 1, 2]);
        assert_eq!(file.mime_type().as_deref(), Some("image/png"));
        assert!(read(json!({"url": "data:text/plain,hello"})).is_err());
    }

    #[test]
    fn only_some_files_of_the_disk_are_sent() {
        let hosts = serde_json::to_string(&FileData::from_path("/etc/hostname"));
        assert!(hosts.unwrap_err().to_string().contains("allowed_paths"));
        let secret = FileData::from_path(Store::open().unwrap().root().join("secret"));
        assert!(serde_json::to_string(&secret).is_err());
        let given = FileData::from_bytes("b.txt", b"given").unwrap();
        let back = serde_json::to_value(FileData::from_path(given.path())).unwrap();
        assert_eq!(back["path"], serde_json::to_value(&given).unwrap()["path"]);
        let own = serde_json::to_value(FileData::from_path("Cargo.toml")).unwrap();
        assert!(own["path"].as_str().unwrap().ends_with("/Cargo.toml"));
    }

    #[test]
    fn what_is_no_file_is_told_without_names_of_ours() {
        let told = read(json!("/etc/passwd")).unwrap_err();
        assert_eq!(
            told,
            "invalid type: string \"/etc/passwd\", expected a file with a `path`"
        );
    }

    #[test]
    fn data_that_only_looks_like_a_file_is_left_alone() {
        let data = json!([{"meta": {"_type": "gradio.FileData"}}, {"path": 5, "meta": {"_type": "gradio.FileData"}}]);
        let to = Sent {
            rules: Arc::default(),
            caller: Arc::new(Nobody),
            session: None,
        };
        let mut again = data.clone();
        assert!(readdressed(&mut again, &to));
        assert_eq!(again, data);
    }
}
