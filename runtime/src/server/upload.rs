//! `/upload`: files go to the disk as they come; what is answered are the names to call them by.

use std::{collections::BTreeMap, io::Write as _, sync::Arc};

use axum::{
    Json,
    extract::{Query, Request, State, multipart::Field},
    http::header,
    response::{IntoResponse, Response},
};

use super::{
    Served,
    answer::Refusal,
    gate,
    parts::{Parts, chunk},
    upload_progress::Progress,
};
use crate::file::{Store, blocking, kind_of};

/// How many files one request may bring.
const MOST_FILES: usize = 1_000;
/// How many parts it may have that are no files.
const MOST_OTHERS: usize = 1_000;
/// How many bytes those may have together.
const MOST_BESIDE: usize = 1 << 20;
/// How much is gathered before it is written.
const CHUNK: usize = 256 << 10;

pub(super) async fn upload(
    State(app): State<Arc<Served>>,
    Query(query): Query<BTreeMap<String, String>>,
    request: Request,
) -> Result<Response, Refusal> {
    // A page of another origin must not fill the disk of an app on this machine.
    if gate::is_foreign(request.headers()) {
        return Err(Refusal::Foreign);
    }
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("multipart/form-data") {
        return Err(Refusal::Bad("Invalid content type."));
    }
    let mut parts = Parts::of(request).await?;
    let progress = query.get("upload_id").map(|id| app.uploads.begin(id));
    match take_all(&app, &mut parts, progress.as_ref()).await {
        Ok(keys) => Ok(Json(keys).into_response()),
        Err(refusal) => {
            parts.drain().await;
            Err(refusal)
        }
    }
}

async fn take_all(
    app: &Served,
    parts: &mut Parts,
    progress: Option<&Progress>,
) -> Result<Vec<String>, Refusal> {
    let (mut keys, mut others, mut beside) = (Vec::new(), 0, 0);
    while let Some(mut part) = parts.next().await? {
        if part.name() != Some("files") {
            others += 1;
            if others > MOST_OTHERS {
                return Err(Refusal::Broken(format!(
                    "Too many fields: a request may bring {MOST_OTHERS}."
                )));
            }
            while let Some(chunk) = chunk(&mut part).await? {
                beside += chunk.len();
                if beside > MOST_BESIDE {
                    return Err(Refusal::Broken(
                        "Too much comes beside the files: they are called `files`.".into(),
                    ));
                }
            }
            continue;
        }
        if keys.len() == MOST_FILES {
            return Err(Refusal::Broken(format!(
                "Too many files: a request may bring {MOST_FILES}."
            )));
        }
        keys.push(take(app, part, progress).await?);
    }
    Ok(keys)
}

/// Stores one file.
async fn take(
    app: &Served,
    mut part: Field<'_>,
    progress: Option<&Progress>,
) -> Result<String, Refusal> {
    let limit = app.engine.limits().files.max_file_size;
    let name = part.file_name().unwrap_or("file").to_owned();
    let mut kept_as = name.clone();
    let mut incoming = blocking(|| Store::open().map_err(Refusal::Storage).map(Store::begin))?
        .map_err(|error| Refusal::Storage(error.to_string()))?;
    let mut gathered = Vec::new();
    loop {
        let chunk = chunk(&mut part).await?;
        let ended = chunk.is_none();
        gathered.extend_from_slice(&chunk.unwrap_or_default());
        let size = incoming.size() + gathered.len() as u64;
        if let Some(limit) = limit.filter(|&limit| size > limit) {
            return Err(Refusal::FileTooLarge(limit));
        }
        if gathered.len() >= CHUNK || ended {
            if incoming.size() == 0 {
                kept_as = told_by(&gathered, kept_as);
            }
            blocking(|| incoming.write_all(&gathered)).map_err(|error| full(&error))?;
            if let Some(progress) = progress {
                progress.add(&name, gathered.len());
            }
            gathered.clear();
        }
        if ended {
            let kept = blocking(|| incoming.finish(&kept_as)).map_err(|error| full(&error))?;
            return Ok(kept.key);
        }
    }
}

/// What has no name of its own is called by browsers and clients `blob`; how it begins may say what it is, which
/// components and functions want to know.
fn told_by(first: &[u8], name: String) -> String {
    match kind_of(first) {
        Some(kind) if name == "blob" => format!("{name}.{}", kind.extension),
        _ => name,
    }
}

fn full(error: &std::io::Error) -> Refusal {
    Refusal::Storage(error.to_string())
}
