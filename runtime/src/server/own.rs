//! The files that an app brings along itself: the scripts of its events, and its style sheets.
//!
//! Nothing of it is ever evaluated from a string: a script is served as a module whose name is the
//! hash of its text, so the policy of the page needs no exception.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Served, answer::Detail, assets::hashed, packed::Packed};

/// Where all of them live, seen from the root of an app.
const FOLDER: &str = "assets/app/";

/// What an app brings along, by name.
#[derive(Debug, Default)]
pub(crate) struct OwnFiles(HashMap<String, Packed>);

impl OwnFiles {
    /// Keeps a script: a JavaScript function, which becomes a module that exports it.
    pub(crate) fn add_script(&mut self, code: &str) {
        self.add("script.js", module(code));
    }

    /// Keeps a style sheet.
    pub(crate) fn add_style(&mut self, css: &str) {
        self.add("style.css", css.to_owned());
    }

    /// Keeps a font, under the name that style sheets know it by.
    pub(crate) fn add_font(&mut self, name: String, woff2: &'static [u8]) {
        let file = || Packed::new(Bytes::from_static(woff2));
        self.0.entry(name).or_insert_with(file);
    }

    fn add(&mut self, name: &str, text: String) {
        self.0
            .entry(hashed(name, text.as_bytes()))
            .or_insert_with(|| Packed::new(text));
    }
}

/// Scripts of what functions draw: those asked for last, whoever asked.
static DRAWN: Mutex<VecDeque<(String, Arc<Packed>)>> = Mutex::new(VecDeque::new());
/// Pages import a script as soon as they know of it, so that few are enough.
const KEPT: usize = 1_000;

/// Keeps the script of an event that a function wired for a session.
pub(crate) fn keep_script(code: &str) {
    let text = module(code);
    let name = hashed("script.js", text.as_bytes());
    let mut drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = drawn.iter().position(|(other, _)| *other == name);
    let script = known.and_then(|at| drawn.remove(at));
    drawn.push_back(script.unwrap_or_else(|| (name, Arc::new(Packed::new(text)))));
    if drawn.len() > KEPT {
        drawn.pop_front();
    }
}

fn drawn(name: &str) -> Option<Arc<Packed>> {
    let drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let found = drawn.iter().find(|(other, _)| other == name)?;
    Some(Arc::clone(&found.1))
}

/// The address of a script's module, seen from the root of the app.
pub(crate) fn script_url(code: &str) -> String {
    format!("{FOLDER}{}", hashed("script.js", module(code).as_bytes()))
}

/// The address of a style sheet, seen from the root of the app.
pub(crate) fn style_url(css: &str) -> String {
    format!("{FOLDER}{}", hashed("style.css", css.as_bytes()))
}

fn module(code: &str) -> String {
    let function = code.trim().trim_end_matches(';');
    // On a line of its own: a comment at the end must not swallow the parenthesis.
    format!("export default (\n{function}\n);\n")
}

pub(super) async fn own_file(
    State(app): State<Arc<Served>>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    let own = app.own_files.0.get(&name).map(|file| file.answer(&headers));
    let Some(mut response) = own.or_else(|| Some(drawn(&name)?.answer(&headers))) else {
        return Detail(StatusCode::NOT_FOUND, "Not Found".into()).into_response();
    };
    let kind = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "woff2")) => "font/woff2",
        _ => "text/javascript; charset=utf-8",
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_may_end_as_people_end_it() {
        for code in ["x => x", "x => x;", "\n x => x ;\n", "x => x // the same"] {
            let module = module(code);
            assert!(module.starts_with("export default (\nx => x"), "{module}");
            assert!(module.ends_with("\n);\n"), "{module}");
        }
    }

    #[test]
    fn the_address_leads_to_the_file() {
        let mut files = OwnFiles::default();
        files.add_script("x => x");
        files.add_style("p { color: red }");
        let urls = [script_url("x => x"), style_url("p { color: red }")];
        for url in urls {
            let name = url.strip_prefix(FOLDER).expect("it lives in the folder");
            assert!(files.0.contains_key(name), "{name}");
        }
    }
}
