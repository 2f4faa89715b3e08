//! `/file=…`: files of the store, and those the app allows, to whoever knows their names.

use std::{
    fs::{File, Metadata},
    io::{self, Seek as _, SeekFrom},
    ops::RangeInclusive,
    path::Path,
    sync::Arc,
    time::SystemTime,
};

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;
use tokio::io::AsyncReadExt as _;
use tokio_util::io::ReaderStream;

use super::{Served, answer};
use crate::file::{Store, is_inert, mime_of};

/// How much is read from the disk at a time.
const CHUNK: usize = 64 << 10;
/// Both forms of the route, as they stand in front of a name.
const ROUTES: [&str; 2] = ["/gradio_api/file=", "/gradio_api/file/"];

/// Whatever no other route is for. The name of a file has slashes in it and no place of its own in
/// the path, so it is told apart here.
pub(super) async fn or_not_found(
    State(app): State<Arc<Served>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let name = ROUTES
        .iter()
        .find_map(|route| uri.path().strip_prefix(route));
    match (name, method) {
        (None, _) => answer::not_found(),
        (Some(name), method @ (Method::GET | Method::HEAD)) => {
            let name = percent_decode_str(name).decode_utf8_lossy().into_owned();
            let found = tokio::task::spawn_blocking({
                let name = name.clone();
                move || find(&app, &name)
            });
            match found.await {
                Ok(Ok(found)) => found.answer(&method, &headers),
                // Whether it exists is nobody's business.
                _ => refused(&name),
            }
        }
        (Some(_), _) => {
            let allowed = [(header::ALLOW, "GET,HEAD")];
            (allowed, answer::method_not_allowed().await).into_response()
        }
    }
}

fn refused(name: &str) -> Response {
    let shown: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
    answer::Detail(StatusCode::FORBIDDEN, format!("File not allowed: {shown}.")).into_response()
}

/// A file that may be sent.
struct Found {
    file: File,
    about: Metadata,
    name: String,
    /// Changes when its bytes do.
    tag: String,
    /// Whether the author of the app put it there.
    trusted: bool,
}

fn find(app: &Served, name: &str) -> io::Result<Found> {
    let store = Store::open().map_err(io::Error::other)?;
    if let Some(path) = store.find(name) {
        // Equal names are equal bytes.
        let tag = format!("\"{}\"", &name[..32]);
        let file = File::open(&path)?;
        return found(&path, file, Some(tag), false);
    }
    let (path, file) = app.engine.limits().files.served(name)?;
    found(&path, file, None, true)
}

fn found(path: &Path, file: File, tag: Option<String>, trusted: bool) -> io::Result<Found> {
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let tag = tag.unwrap_or_else(|| {
        let since = about
            .modified()
            .ok()
            .and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
        format!(
            "W/\"{:x}-{:x}\"",
            about.len(),
            since.unwrap_or_default().as_nanos()
        )
    });
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("file");
    Ok(Found {
        file,
        about,
        name: name.into(),
        tag,
        trusted,
    })
}

impl Found {
    fn answer(mut self, method: &Method, asked: &HeaderMap) -> Response {
        let mut headers = self.headers();
        if is_known(asked, &self.tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let size = self.about.len();
        let Ok(part) = part(asked, &self.tag, size) else {
            put(
                &mut headers,
                header::CONTENT_RANGE,
                &format!("bytes */{size}"),
            );
            return (StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response();
        };
        let (first, length) = part.as_ref().map_or((0, size), |part| {
            (*part.start(), part.end() - part.start() + 1)
        });
        put(&mut headers, header::CONTENT_LENGTH, &length.to_string());
        let status = match part {
            None => StatusCode::OK,
            Some(part) => {
                let range = format!("bytes {}-{}/{size}", part.start(), part.end());
                put(&mut headers, header::CONTENT_RANGE, &range);
                StatusCode::PARTIAL_CONTENT
            }
        };
        if method == Method::HEAD {
            return (status, headers).into_response();
        }
        if first > 0 && self.file.seek(SeekFrom::Start(first)).is_err() {
            return StatusCode::RANGE_NOT_SATISFIABLE.into_response();
        }
        let bytes = tokio::fs::File::from_std(self.file).take(length);
        let body = Body::from_stream(ReaderStream::with_capacity(bytes, CHUNK));
        (status, headers, body).into_response()
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let mime = mime_of(&self.name).unwrap_or_else(|| "application/octet-stream".into());
        let inline = is_inert(&mime) || self.trusted;
        let kind = match (inline, &*mime) {
            (false, _) => "application/octet-stream".into(),
            (true, mime) if mime.starts_with("text/") => format!("{mime}; charset=utf-8"),
            (true, mime) => mime.to_owned(),
        };
        put(&mut headers, header::CONTENT_TYPE, &kind);
        put(
            &mut headers,
            header::CONTENT_DISPOSITION,
            &disposition(inline, &self.name),
        );
        put(&mut headers, header::ETAG, &self.tag);
        if let Ok(at) = self.about.modified() {
            put(
                &mut headers,
                header::LAST_MODIFIED,
                &httpdate::fmt_http_date(at),
            );
        }
        let fixed = [
            (header::ACCEPT_RANGES, "bytes"),
            // Kept by the reader alone, and asked for again each time: what was removed is gone.
            (header::CACHE_CONTROL, "private, no-cache"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            // Should a browser show it as a page after all, then as one that may do nothing.
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            ),
        ];
        for (name, value) in fixed {
            headers.insert(name, HeaderValue::from_static(value));
        }
        headers
    }
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

fn disposition(inline: bool, name: &str) -> String {
    let how = if inline { "inline" } else { "attachment" };
    if name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"._-()".contains(&b))
    {
        format!("{how}; filename=\"{name}\"")
    } else {
        let name = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
        format!("{how}; filename*=utf-8''{name}")
    }
}

/// Whether the asker has these bytes already.
fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    asked
        .get(header::IF_NONE_MATCH)
        .and_then(|tags| tags.to_str().ok())
        .is_some_and(|tags| {
            tags.split(',')
                .any(|known| known.trim() == "*" || plain(known) == plain(tag))
        })
}

/// The part that is asked for; `None` for all of it, an error when there is no such part.
fn part(asked: &HeaderMap, tag: &str, size: u64) -> Result<Option<RangeInclusive<u64>>, ()> {
    let changed = asked
        .get(header::IF_RANGE)
        .is_some_and(|known| known != tag);
    let Some(range) = asked.get(header::RANGE).filter(|_| !changed) else {
        return Ok(None);
    };
    let range = range.to_str().map_err(|_| ())?;
    if !range.starts_with("bytes=") {
        return Ok(None);
    }
    let parts = http_range_header::parse_range_header(range).map_err(|_| ())?;
    let mut parts = parts.validate(size).map_err(|_| ())?;
    // Several parts in one answer are nothing that anybody needs: then it is the whole.
    Ok(if parts.len() == 1 { parts.pop() } else { None })
}
