//! Who may read the answers from another site.

use serde_json::json;
use vetrina_tests::{Answer, Server, request};

fn asked(server: &Server, origin: &str, host: Option<&str>) -> Answer {
    let mut asked = request("GET", server.at("/gradio_api/info")).header("origin", origin);
    if let Some(host) = host {
        asked = asked.header("host", host);
    }
    asked.send().expect(200)
}

#[test]
fn a_foreign_site_may_not_read_what_runs_on_this_machine() {
    let server = Server::app("hello");
    for origin in [
        "https://example.com",
        "null",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
    ] {
        let answer = asked(&server, origin, None);
        assert_eq!(
            answer.header("access-control-allow-origin"),
            None,
            "{origin}: {:?}",
            answer.headers
        );
    }
}

#[test]
fn a_local_page_may() {
    let server = Server::app("hello");
    for origin in [
        "http://localhost:3000",
        "http://127.0.0.1:9",
        "http://0.0.0.0:1",
        "http://localhost",
    ] {
        let answer = asked(&server, origin, None);
        assert_eq!(answer.header("access-control-allow-origin"), Some(origin));
        assert_eq!(
            answer.header("access-control-allow-credentials"),
            Some("true")
        );
        assert!(
            answer
                .header("vary")
                .is_some_and(|vary| vary.contains("Origin")),
            "{:?}",
            answer.headers
        );
    }
}

#[test]
fn an_app_with_a_public_name_may_be_read_from_anywhere() {
    let server = Server::app("hello");
    let answer = asked(&server, "https://example.com", Some("myapp.com"));
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some("https://example.com")
    );
}

#[test]
fn without_an_origin_nothing_is_said() {
    let server = Server::app("hello");
    let answer = request("GET", server.at("/gradio_api/info"))
        .send()
        .expect(200);
    assert!(
        !answer
            .headers
            .keys()
            .any(|name| name.as_str().starts_with("access-control")),
        "{:?}",
        answer.headers
    );
}

#[test]
fn a_browser_that_asks_first_is_answered() {
    let server = Server::app("hello");
    let ask = |origin: &str| {
        request("OPTIONS", server.at("/gradio_api/queue/join"))
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header(
                "access-control-request-headers",
                "content-type,x-gradio-user",
            )
            .send()
            .expect(200)
    };
    let local = ask("http://localhost:3000");
    assert_eq!(
        local.header("access-control-allow-origin"),
        Some("http://localhost:3000")
    );
    assert_eq!(
        local.header("access-control-allow-headers"),
        Some("content-type,x-gradio-user")
    );
    assert!(
        local
            .header("access-control-allow-methods")
            .is_some_and(|methods| methods.contains("POST"))
    );
    assert_eq!(
        ask("https://example.com").header("access-control-allow-origin"),
        None
    );
}

#[test]
fn errors_can_be_read_like_answers() {
    let server = Server::app("hello");
    let answer = request("POST", server.at("/gradio_api/run/nope"))
        .header("origin", "http://localhost:3000")
        .json(&json!({"data": []}))
        .send()
        .expect(404);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some("http://localhost:3000")
    );
}
