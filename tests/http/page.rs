//! The page as it is sent: useful before any script runs, closed to what is not its own.

use std::collections::BTreeSet;

use vetrina_tests::{Server, get, request};

/// The values of an attribute in a page.
fn attributes<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(name)
        .skip(1)
        .filter_map(|rest| rest.strip_prefix("=\"")?.split('"').next())
}

#[test]
fn the_form_is_there_before_any_script() {
    let server = Server::app("hello");
    let html = get(server.at("/")).expect(200).body;
    for part in [
        "<!doctype html>",
        "<title>Hello</title>",
        "<h1",
        "name</",
        "<textarea",
        "Submit",
        "Clear",
    ] {
        assert!(
            html.to_lowercase().contains(&part.to_lowercase()),
            "{part} is not in the page:\n{html}"
        );
    }
}

#[test]
fn text_in_the_page_is_text() {
    let server = Server::app("escaping");
    for path in ["/", "/?view=api"] {
        let html = get(server.at(path)).expect(200).body;
        for evil in ["<script>alert", "<img src=x", "<b onclick"] {
            assert!(!html.contains(evil), "{path} has {evil}:\n{html}");
        }
    }
}

#[test]
fn only_its_own_scripts_may_run() {
    let server = Server::app("hello");
    for path in ["/", "/?view=api"] {
        let answer = get(server.at(path)).expect(200);
        let policy = answer
            .header("content-security-policy")
            .expect("a policy")
            .to_owned();
        let rule = |name: &str| -> Vec<String> {
            let found = policy
                .split(';')
                .map(str::trim)
                .find(|rule| rule.split(' ').next() == Some(name));
            found.map_or(vec![], |rule| {
                rule.split(' ').skip(1).map(str::to_owned).collect()
            })
        };
        assert_eq!(rule("default-src"), ["'none'"], "{policy}");
        let scripts = rule("script-src");
        let known = |source: &String| source == "'self'" || source.starts_with("'sha256-");
        assert!(!scripts.is_empty() && scripts.iter().all(known), "{policy}");
        assert!(
            !policy.contains("http:") && !policy.contains("https:") && !policy.contains('*'),
            "{policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        for inline in [
            "onclick=",
            "onload=",
            "onsubmit=",
            "oninput=",
            "onerror=",
            "javascript:",
        ] {
            assert!(!answer.body.contains(inline), "{path} has {inline}");
        }
    }
}

#[test]
fn every_address_in_the_page_is_relative() {
    let server = Server::app("hello");
    for path in ["/", "/?view=api"] {
        let html = get(server.at(path)).expect(200).body;
        for name in [" src", " href", " action"] {
            for url in attributes(&html, name) {
                // A link that a person follows may lead out; what the page loads may not.
                let loads = name != " href" || url.contains(".css") || url.contains(".js");
                assert!(!(loads && url.contains("//")), "{path} loads {url}");
                assert!(!url.starts_with('/'), "{path}: {url} breaks below a prefix");
            }
        }
    }
}

#[test]
fn what_the_page_loads_is_small_and_kept_for_a_year() {
    let server = Server::app("hello");
    let html = get(server.at("/")).expect(200).body;
    let files: BTreeSet<&str> = attributes(&html, " src")
        .chain(attributes(&html, " href"))
        .filter(|url| url.contains("assets/"))
        .collect();
    assert!(
        files.iter().any(|url| url.contains(".css")) && files.iter().any(|url| url.contains(".js")),
        "{files:?}"
    );
    for file in files {
        let url = server.at(&format!("/{}", file.trim_start_matches("./")));
        let answer = get(&url).expect(200);
        assert_eq!(
            answer.header("cache-control"),
            Some("public, max-age=31536000, immutable"),
            "{file}"
        );
        assert_eq!(answer.header("content-encoding"), None, "{file}");
        let small = request("GET", &url)
            .header("accept-encoding", "gzip, br")
            .bytes()
            .expect(200);
        assert_eq!(small.header("content-encoding"), Some("gzip"), "{file}");
        assert!(
            small
                .header("vary")
                .is_some_and(|vary| vary.to_lowercase().contains("accept-encoding")),
            "{file}"
        );
    }
}

#[test]
fn the_listed_endpoints_are_on_the_api_page() {
    let server = Server::app("visibility");
    let html = get(server.at("/?view=api")).expect(200).body;
    assert!(html.contains("/shown"), "{html}");
    assert!(
        !html.contains("/hidden") && !html.contains("/disabled"),
        "{html}"
    );
}
