//! The pages of an app, the files they ask for, and the page of its API.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::{Path, Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};

use percent_encoding::percent_decode_str;

use super::{
    Served,
    answer::Detail,
    assets::{Assets, ImportMap, csp_source},
    file,
    own::style_url,
    packed::Packed,
    peer::Peer,
    root,
    served::PageKey,
};
use crate::{
    api::{self, ApiPage, render as render_api},
    i18n::Language,
    page::{Scheme, ShellPage, footer, inline_scripts, render_shell, settings},
};

type Asked = Query<BTreeMap<String, String>>;

pub(super) async fn home(
    State(app): State<Arc<Served>>,
    query: Asked,
    request: Request,
) -> Response {
    draw(&app, "", &query.0, &request.into_parts().0)
}

pub(super) async fn page(
    State(app): State<Arc<Served>>,
    Path(path): Path<String>,
    query: Asked,
    request: Request,
) -> Response {
    if !app.config["page"]
        .as_object()
        .is_some_and(|pages| pages.contains_key(&path))
    {
        return Detail(StatusCode::NOT_FOUND, "Not Found".into()).into_response();
    }
    draw(&app, &path, &query.0, &request.into_parts().0)
}

/// A page whose path has slashes in it. What is no page is asked of the files.
pub(super) async fn deeper(
    State(app): State<Arc<Served>>,
    query: Asked,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let path = percent_decode_str(parts.uri.path()).decode_utf8_lossy();
    let path = path.trim_matches('/').to_owned();
    if parts.method.is_safe() && path.contains('/') && app.config["page"].get(&path).is_some() {
        return draw(&app, &path, &query.0, &parts);
    }
    file::or_not_found(State(app), parts.method, parts.uri, parts.headers).await
}

fn draw(app: &Served, path: &str, query: &BTreeMap<String, String>, parts: &Parts) -> Response {
    if let Some(address) = Peer::address(&parts.extensions) {
        app.visits.note(address.ip());
    }
    let assets = Assets::current();
    let base = root::to_root(parts);
    let theme = chosen_theme(&parts.headers, query).or(app.scheme);
    let language = chosen(app, &parts.headers, query.get("__lang").map(String::as_str));
    let said = || app.texts.language(language);
    let page = if query.get("view").is_some_and(|view| view == "api") {
        Arc::new(draw_api(app, &assets, &base, theme, &said(), query, parts))
    } else {
        let draw = |key: &PageKey| {
            let language = said();
            let page = ShellPage {
                path: &key.path,
                assets: &assets,
                theme,
                base: &key.base,
                language: &language,
            };
            let config = language.translated(&app.config);
            let scripts = inline_scripts(&app.config, &key.path);
            Arc::new(Drawn::new(render_shell(&config, &page), &scripts))
        };
        let key = PageKey {
            path: path.into(),
            base,
            theme: theme.map(Scheme::name),
            language: language.into(),
        };
        // Files that somebody is working on change the page without changing its key.
        if assets.may_be_kept() {
            app.pages.get(key, draw)
        } else {
            draw(&key)
        }
    };
    let mut response = page.html.answer(&parts.headers);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.append(
        header::VARY,
        HeaderValue::from_static("Accept-Language, Cookie"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(header::CONTENT_SECURITY_POLICY, page.policy.clone());
    response
}

/// A page as it is sent, and what it may do.
#[derive(Debug)]
pub(crate) struct Drawn {
    html: Packed,
    policy: HeaderValue,
}

impl Drawn {
    fn new((html, map): (String, ImportMap), inline: &[&str]) -> Self {
        Self {
            html: Packed::new(html),
            policy: policy(&map, inline),
        }
    }
}

fn draw_api(
    app: &Served,
    assets: &Assets,
    base: &str,
    theme: Option<Scheme>,
    language: &Language,
    query: &BTreeMap<String, String>,
    parts: &Parts,
) -> Drawn {
    let map = assets.import_map(base, &["api/api.js"]);
    let link = |path: &str| format!("{base}{}", assets.url(path));
    let theme_css = app.theme.css("");
    let own = theme_css.map(|css| {
        format!(
            "<link rel=\"stylesheet\" href=\"{base}{}\">\n",
            style_url(&css)
        )
    });
    let own = own.unwrap_or_default();
    let mcp_css = if app.config["mcp_server"] == true {
        format!(
            "<link rel=\"stylesheet\" href=\"{}\">\n",
            link("api/mcp.css")
        )
    } else {
        String::new()
    };
    let head = format!(
        "<link rel=\"stylesheet\" href=\"{base}{}\">\n{own}<link rel=\"stylesheet\" href=\"{}\">\n\
         <link rel=\"stylesheet\" href=\"{}\">\n<link rel=\"icon\" href=\"{base}favicon.ico\">\n<script type=\"importmap\">{}</script>\n\
         <script type=\"module\" src=\"{}\"></script>\n{mcp_css}",
        assets.styles(),
        link("styles/site.css"),
        link("api/api.css"),
        map.json(),
        link("api/api.js"),
    );
    let root = root::root(parts, app.root_path.as_deref());
    #[cfg(feature = "mcp")]
    let mcp = mcp_section(app, &format!("{root}/"));
    #[cfg(not(feature = "mcp"))]
    let mcp = String::new();
    let html = render_api(
        &app.info,
        &ApiPage {
            title: &app.title,
            description: &app.description,
            base_url: &format!("{root}/"),
            endpoint: query.get("endpoint").map(String::as_str),
            lang: query
                .get("lang")
                .map(String::as_str)
                .or_else(|| cookie(&parts.headers, "vetrina_lang")),
            theme: theme.map(Scheme::name),
            mcp: &mcp,
            head: &head,
            footer: &format!(
                "{}{}",
                footer(&app.config, base, false, language),
                settings(theme, base, language)
            ),
        },
    );
    Drawn::new((html, map), &[])
}

/// How programs that speak MCP are told of the app; nothing where it does not.
#[cfg(feature = "mcp")]
fn mcp_section(app: &Served, base: &str) -> String {
    let offered = app.offered();
    if offered.is_empty() {
        return String::new();
    }
    let listed: Vec<_> = offered.iter().map(|it| it.listed()).collect();
    api::mcp_section(&app.title, base, &listed)
}

/// What the API page says, for programs that read.
pub(super) async fn llms(State(app): State<Arc<Served>>, request: Request) -> Response {
    let root = root::root(&request.into_parts().0, app.root_path.as_deref());
    let has_tools = app.config["mcp_server"] == true;
    let text = api::llms(&app.info, &app.title, &app.description, &root, has_tools);
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
    ([kind], text).into_response()
}

/// Nothing from elsewhere, nothing inline but the import map and what the author put into the head.
fn policy(map: &ImportMap, inline: &[&str]) -> HeaderValue {
    let inline = inline.iter().map(|text| csp_source(text));
    let inline = std::iter::once(String::new())
        .chain(inline)
        .collect::<Vec<_>>()
        .join(" ");
    let policy = format!(
        "default-src 'none'; script-src 'self' {}{inline}; style-src 'self'; style-src-attr 'unsafe-inline'; \
         img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'",
        map.csp_source()
    );
    HeaderValue::from_str(&policy).expect("a hash is plain text")
}

/// Light or dark for a page without an address of its own for each.
pub(super) fn scheme(app: &Served, headers: &HeaderMap) -> Option<Scheme> {
    chosen_theme(headers, &BTreeMap::new()).or(app.scheme)
}

/// The scheme a visitor chose: in Settings, or in the address as Gradio's `__theme`.
fn chosen_theme(headers: &HeaderMap, query: &BTreeMap<String, String>) -> Option<Scheme> {
    if let Some(theme) = query
        .get("__theme")
        .and_then(|theme| Scheme::from_cookie(theme))
    {
        return Some(theme);
    }
    cookie(headers, Scheme::COOKIE).and_then(Scheme::from_cookie)
}

/// The language of a visitor, with its words.
pub(super) fn language(app: &Served, headers: &HeaderMap, asked: Option<&str>) -> Language {
    app.texts.language(chosen(app, headers, asked))
}

/// The language of a visitor: the one chosen in Settings or in the address, else what the browser
/// asks for.
fn chosen<'a>(app: &'a Served, headers: &HeaderMap, asked: Option<&str>) -> &'a str {
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|accepted| accepted.to_str().ok());
    app.texts.choose(
        asked.or_else(|| cookie(headers, "vetrina_language")),
        accepted.unwrap_or_default(),
    )
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

pub(super) async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let assets = Assets::current();
    let Some(asset) = assets.get(&path) else {
        return Detail(StatusCode::NOT_FOUND, "Not Found".into()).into_response();
    };
    let mut response = asset.packed().answer(&headers);
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.content_type()),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(asset.cache_control()),
    );
    response
}
