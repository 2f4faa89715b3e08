//! The routes: the front page, and each demo with its source.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, Uri},
    response::Response,
    routing::get,
};

use crate::{
    assets,
    demos::{ALL, Demo},
    front::{self, Wanted},
    html::Document,
    listen::setting,
    preview::Preview,
    source,
};

/// All demos behind the front page.
///
/// # Errors
/// When an app cannot be put together.
pub(crate) async fn router() -> vetrina::Result<Router> {
    let (mut demos, mut previews) = (Router::new(), Vec::new());
    // In a debug build this takes its time, so all cores share in it.
    let ready: Vec<_> = ALL.iter().map(|demo| tokio::spawn(ready(demo))).collect();
    for (demo, ready) in ALL.iter().zip(ready) {
        let (app, preview) = ready.await.expect("a demo can be put together")?;
        previews.push(preview);
        let source = move |headers: HeaderMap| async move { source_page(demo, &headers) };
        // As a service it answers with and without a slash at the end.
        demos = demos
            .nest_service(&format!("/{}", demo.name), app)
            .route(&format!("/{}/source", demo.name), get(source));
    }
    let own = Router::new()
        .route("/", get(front_page))
        .route("/assets/{name}", get(assets::send))
        .fallback(nothing)
        .with_state(Arc::<[Preview]>::from(previews));
    Ok(own.merge(demos))
}

/// A demo behind the front page, and what it looks like from there.
async fn ready(demo: &'static Demo) -> vetrina::Result<(Router, Preview)> {
    let mut app = demo.app().link("Source", "source");
    // What a proxy calls this program is not yet what it calls one of the demos.
    if let Some(root) = setting("ROOT_PATH") {
        app = app.root_path(format!("{}/{}", root.trim_end_matches('/'), demo.name));
    }
    // An app of its own: what the sample leaves behind is no visitor's to see.
    let preview = Preview::of(demo, &demo.app().router()?).await?;
    Ok((app.router()?, preview))
}

async fn front_page(
    State(previews): State<Arc<[Preview]>>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let main = front::draw(&previews, &Wanted::read(&query));
    Document {
        title: "Vetrina: demos",
        base: "",
        main: &main,
    }
    .answer(StatusCode::OK, &headers)
}

fn source_page(demo: &Demo, headers: &HeaderMap) -> Response {
    let title = format!("{}: source", demo.title);
    let main = source::draw(demo);
    Document {
        title: &title,
        base: "../",
        main: &main,
    }
    .answer(StatusCode::OK, headers)
}

async fn nothing(uri: Uri, headers: HeaderMap) -> Response {
    let base = "../".repeat(uri.path().matches('/').count() - 1);
    let home = if base.is_empty() { "./" } else { &base };
    let main = format!(
        "<header class=\"page-head\"><h1>Nothing in this window</h1>\n\
         <p class=\"lead\">No demo has this address. <a href=\"{home}\">All demos</a></p></header>\n"
    );
    Document {
        title: "Not found",
        base: &base,
        main: &main,
    }
    .answer(StatusCode::NOT_FOUND, &headers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{
        body::{Body, to_bytes},
        http::{Request, header},
    };
    use tower::ServiceExt as _;

    async fn get(router: &Router, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        if parts
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind == "text/html; charset=utf-8")
        {
            assert!(
                parts.headers.contains_key(header::CONTENT_SECURITY_POLICY),
                "{path}"
            );
        }
        (
            parts.status,
            String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap(),
        )
    }

    #[tokio::test]
    async fn every_demo_is_at_its_name_with_and_without_a_slash() {
        let router = router().await.unwrap();
        for demo in ALL {
            let name = demo.name;
            let (status, with) = get(&router, &format!("/{name}/")).await;
            assert_eq!(status, StatusCode::OK, "/{name}/");
            assert!(with.contains("href=\"assets/"), "{with}");
            assert!(with.contains("<a href=\"source\""), "{with}");
            let (status, without) = get(&router, &format!("/{name}")).await;
            assert_eq!(status, StatusCode::OK, "/{name}");
            assert!(
                without.contains(&format!("href=\"./{name}/assets/")),
                "{without}"
            );
            assert_eq!(
                get(&router, &format!("/{name}/config")).await.0,
                StatusCode::OK
            );
            assert_eq!(
                get(&router, &format!("/{name}/source")).await.0,
                StatusCode::OK
            );
        }
    }

    /// The addresses a page asks for or leads to, as a browser at `path` resolves them.
    fn links(path: &str, html: &str) -> Vec<String> {
        let attributes = html.split([' ', '>']).filter_map(|word| {
            word.strip_prefix("href=\"")
                .or(word.strip_prefix("src=\""))
                .and_then(|value| value.strip_suffix('"'))
        });
        let here = &path[..=path.rfind('/').unwrap()];
        attributes
            .filter(|link| !link.starts_with('#') && !link.starts_with("data:"))
            .map(|link| {
                let mut parts: Vec<&str> = here.split('/').collect();
                parts.pop();
                for part in link.split('/') {
                    match part {
                        "." => {}
                        ".." => drop(parts.pop()),
                        part => parts.push(part),
                    }
                }
                if link.ends_with(['.', '/']) && parts.last() != Some(&"") {
                    parts.push("");
                }
                parts.join("/")
            })
            .collect()
    }

    #[tokio::test]
    async fn no_link_is_broken() {
        let router = router().await.unwrap();
        for path in ["/", "/hello_world/source", "/iris/source", "/no/such/page"] {
            let (_, html) = get(&router, path).await;
            let links = links(path, &html);
            assert!(links.len() > 4, "{path}: {links:?}");
            for link in links {
                let (status, body) = get(&router, &link).await;
                assert_eq!(status, StatusCode::OK, "{link} on {path}");
                assert!(!body.is_empty(), "{link} on {path}");
            }
        }
    }

    #[tokio::test]
    async fn what_is_not_there_is_said_to_be_missing() {
        let router = router().await.unwrap();
        for path in [
            "/nope",
            "/nope/",
            "/nope/at/all",
            "/source",
            "/assets/nope.css",
            "/iris/source/nope",
        ] {
            assert_eq!(get(&router, path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
