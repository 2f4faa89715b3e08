//! Every route answers, with and without a slash at the end, and says what it is.

use serde_json::json;
use vetrina_tests::{Server, get, post, request};

#[test]
fn every_page_and_file_answers() {
    let server = Server::app("hello");
    for (path, status, content_type) in [
        ("/", 200, "text/html; charset=utf-8"),
        ("/?view=api", 200, "text/html; charset=utf-8"),
        ("/?__theme=dark", 200, "text/html; charset=utf-8"),
        ("/config", 200, "application/json"),
        ("/config/", 200, "application/json"),
        ("/gradio_api/info", 200, "application/json"),
        ("/gradio_api/info/", 200, "application/json"),
        ("/gradio_api/info?serialize=False", 200, "application/json"),
        (
            "/gradio_api/info?all_endpoints=True",
            200,
            "application/json",
        ),
        ("/theme.css", 200, "text/css; charset=utf-8"),
        ("/theme.css?v=0", 200, "text/css; charset=utf-8"),
        ("/gradio_api/theme.css", 200, "text/css; charset=utf-8"),
        ("/favicon.ico", 200, "image/svg+xml"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/gradio_api/queue/status", 200, "application/json"),
        ("/gradio_api/app_id", 200, "application/json"),
        ("/manifest.json", 404, "application/json"),
        ("/nope", 404, "application/json"),
        ("/gradio_api", 404, "application/json"),
        ("/gradio_api/nope", 404, "application/json"),
        ("/assets/nope.js", 404, "application/json"),
        ("/assets/../../Cargo.toml", 404, "application/json"),
        ("/assets/%2e%2e/%2e%2e/Cargo.toml", 404, "application/json"),
    ] {
        let answer = get(server.at(path));
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (status, Some(content_type)),
            "{answer}"
        );
    }
}

#[test]
fn small_files_say_what_they_should() {
    let server = Server::app("hello");
    assert_eq!(
        get(server.at("/robots.txt")).body,
        "User-agent: *\nDisallow: "
    );
    assert_eq!(
        get(server.at("/manifest.json")).refused(),
        ("PWA not enabled.".into(), "not_found".into())
    );
    assert_eq!(
        get(server.at("/nope")).refused(),
        ("Not Found".into(), "not_found".into())
    );
    assert!(get(server.at("/favicon.ico")).body.contains("<svg"));
}

#[test]
fn a_head_request_gets_the_head() {
    let server = Server::app("hello");
    let answer = request("HEAD", server.at("/")).send().expect(200);
    assert_eq!(
        (answer.header("content-type"), answer.body.as_str()),
        (Some("text/html; charset=utf-8"), "")
    );
}

#[test]
fn the_wrong_method_is_told_the_right_one() {
    let server = Server::app("hello");
    for (method, path, allowed) in [
        ("GET", "/gradio_api/queue/join", "POST"),
        ("GET", "/gradio_api/run/greet", "POST"),
        ("GET", "/gradio_api/cancel", "POST"),
        ("OPTIONS", "/gradio_api/queue/join", "POST"),
        ("POST", "/config", "GET"),
        ("DELETE", "/gradio_api/info", "GET"),
    ] {
        let answer = request(method, server.at(path)).send().expect(405);
        assert!(
            answer
                .header("allow")
                .is_some_and(|allow| allow.contains(allowed)),
            "{:?}",
            answer.headers
        );
        assert_eq!(
            answer.refused(),
            ("Method Not Allowed".into(), "method_not_allowed".into())
        );
    }
}

#[test]
fn the_listing_is_the_public_part_unless_all_is_asked_for() {
    let server = Server::app("visibility");
    let names = |query: &str| -> Vec<String> {
        let info = get(server.at(&format!("/gradio_api/info{query}")))
            .expect(200)
            .json();
        assert_eq!(info["unnamed_endpoints"], json!({}));
        info["named_endpoints"]
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(names(""), ["/shown"]);
    assert_eq!(
        names("?all_endpoints=True"),
        ["/shown", "/hidden", "/undocumented"]
    );
}

#[test]
fn a_component_answers_for_itself() {
    let server = Server::app("components");
    let config = get(server.at("/config")).json();
    let markdown = config["components"]
        .as_array()
        .and_then(|components| {
            components
                .iter()
                .find(|component| component["type"] == "markdown")
        })
        .expect("a markdown component");
    for path in ["component_server", "component_server/"] {
        let ask = |name: &str, source: &str| {
            let body = json!({"data": [source], "component_id": markdown["id"], "fn_name": name, "session_hash": "s"});
            post(server.at(&format!("/gradio_api/{path}")), &body)
        };
        let html = ask("render", "**bold** <script>alert(1)</script>")
            .expect(200)
            .json();
        let html = html.as_str().expect("text");
        assert!(
            html.contains("<strong>bold</strong>") && !html.contains("<script"),
            "{html}"
        );
        assert_eq!(
            ask("nope", "x").expect(404).refused(),
            ("Function not found.".into(), "not_found".into())
        );
    }
    let answer = post(server.at("/gradio_api/component_server"), &json!({"x": 1})).expect(400);
    assert_eq!(
        answer.refused(),
        ("Invalid JSON body.".into(), "bad_request".into())
    );
}
