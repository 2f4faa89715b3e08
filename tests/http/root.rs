//! The address the server believes to have, which clients build theirs from.

use serde_json::Value;
use vetrina_tests::{Server, request};

fn root(server: &Server, headers: &[(&str, &str)]) -> Value {
    let mut asked = request("GET", server.at("/config"));
    for (name, value) in headers {
        asked = asked.header(name, value);
    }
    asked.send().expect(200).json()["root"].clone()
}

#[test]
fn it_is_what_the_client_asked_for() {
    let server = Server::app("hello");
    assert_eq!(root(&server, &[]), server.url());
    assert_eq!(root(&server, &[("host", "myapp.com")]), "http://myapp.com");
}

#[test]
fn a_proxy_may_say_what_it_was_asked_for() {
    let server = Server::app("hello");
    for (headers, wanted) in [
        (
            vec![("host", "myapp.com"), ("x-forwarded-proto", "https")],
            "https://myapp.com",
        ),
        (
            vec![
                ("x-forwarded-host", "pub.example.org"),
                ("x-forwarded-proto", "https"),
            ],
            "https://pub.example.org",
        ),
        (
            vec![
                ("x-forwarded-host", "a.com, b.com"),
                ("x-forwarded-proto", "https,http"),
            ],
            "https://a.com",
        ),
    ] {
        assert_eq!(root(&server, &headers), wanted, "{headers:?}");
    }
}

#[test]
fn the_environment_wins() {
    for (name, value, wanted) in [
        (
            "VETRINA_ROOT_PATH",
            "https://shop.example.org/window/",
            "https://shop.example.org/window",
        ),
        (
            "GRADIO_ROOT_PATH",
            "https://shop.example.org/window",
            "https://shop.example.org/window",
        ),
    ] {
        let server = Server::start(Server::apps(&["hello"]).env(name, value));
        assert_eq!(root(&server, &[("host", "myapp.com")]), wanted, "{name}");
    }
    let server = Server::start(
        Server::apps(&["hello"])
            .env("GRADIO_ROOT_PATH", "/theirs")
            .env("VETRINA_ROOT_PATH", "/ours"),
    );
    assert_eq!(
        root(&server, &[("host", "myapp.com")]),
        "http://myapp.com/ours"
    );
}
