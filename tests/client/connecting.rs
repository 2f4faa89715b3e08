//! The way to an app: who may come in, and what is there when there is none.

use std::time::Duration;

use serde_json::Value;
use vetrina::client::{Client, Error};
use vetrina_tests::{Cutter, Server};

use crate::far::Far;

/// An app that asks who comes, and lets one call wait.
async fn asks(far: Far) {
    let server = far.own(&["auth", "full"]);
    let url = server.url();
    let stranger = Client::connect(url).await.expect_err("it asks for a login");
    assert!(matches!(stranger, Error::LoginNeeded), "{stranger}");
    let liar = Client::builder(url).login("ada", "byron").connect().await;
    let liar = liar.expect_err("that is not the password");
    assert!(matches!(liar, Error::LoginRefused), "{liar}");
    let client = Client::builder(url)
        .login("ada", "lovelace")
        .connect()
        .await;
    let client = client.expect("that is she");
    let file: vetrina::client::RemoteFile = client.predict("/note", "a").await.expect("a file");
    assert_eq!(file.bytes().await.expect("its bytes"), b"a");
    // One runs, one waits, and there is no room for a third.
    let mut running = client
        .submit::<String>("/slow", "a")
        .await
        .expect("it runs");
    running
        .output()
        .await
        .expect("a result")
        .expect("all goes well");
    let waiting = client
        .submit::<String>("/slow", "b")
        .await
        .expect("it waits");
    let third = client
        .submit::<String>("/slow", "c")
        .await
        .expect_err("it is full");
    assert!(matches!(third, Error::QueueFull { .. }), "{third}");
    drop((running, waiting));
}

#[tokio::test]
async fn gradio_5_asks_who_comes_and_how_many() {
    asks(Far::Gradio5).await;
}

#[tokio::test]
async fn gradio_6_asks_who_comes_and_how_many() {
    asks(Far::Gradio6).await;
}

#[tokio::test]
async fn what_is_no_app_is_told() {
    let server = Server::app("request");
    for (url, expected) in [
        (
            "http://127.0.0.1:9".to_owned(),
            "nothing answers at http://127.0.0.1:9".to_owned(),
        ),
        (
            "nonsense".into(),
            "there is no app at nonsense: relative URL without a base".into(),
        ),
        (
            "ftp://a".into(),
            "there is no app at ftp://a: an address begins with http:// or https://".into(),
        ),
        (
            server.at("/none"),
            format!("there is no app at {}: it answers 404", server.at("/none")),
        ),
    ] {
        let error = Client::connect(&url).await.expect_err("there is no app");
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn headers_and_tokens_go_with_each_request() {
    let server = Server::app("request");
    let client = Client::builder(server.url())
        .bearer("secret")
        .header("x-answer", "42")
        .timeout(Duration::from_secs(20));
    assert!(!format!("{client:?}").contains("secret"), "{client:?}");
    let client = client.connect().await.expect("the app answers");
    for (header, expected) in [
        ("authorization", "Bearer secret".to_owned()),
        ("x-answer", "42".into()),
        (
            "user-agent",
            format!("vetrina/{}", env!("CARGO_PKG_VERSION")),
        ),
    ] {
        let known: Value = client.predict("/ask", header).await.expect("what is known");
        assert_eq!(known["header"], expected);
    }
    let mistake = Client::builder(server.url())
        .header("a b", "c")
        .connect()
        .await;
    let mistake = mistake.expect_err("that is no header");
    assert_eq!(mistake.to_string(), "`a b` is no name of a header");
}

/// An app of ours says everything again that was lost, and nothing twice.
#[tokio::test]
async fn a_stream_that_is_cut_goes_on_where_it_was() {
    let server = Server::app("runs");
    let cutter = Cutter::before(&server, 20);
    let client = Client::connect(cutter.at("")).await.expect("it is there");
    let mut job = client
        .submit::<String>("/count", (400, 0))
        .await
        .expect("it runs");
    let mut shown = Vec::new();
    while let Some(output) = job.output().await {
        shown.push(output.expect("the next step"));
    }
    let steps: Vec<_> = (0..400).map(|step| format!("step {step}")).collect();
    assert_eq!((cutter.left(), shown), (0, steps));
}
