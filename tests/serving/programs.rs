//! Apps inside somebody's own program.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    time::{Duration, SystemTime},
};

use serde_json::json;
use vetrina_tests::{Server, get, post, process, tools};

/// An app in a router of somebody's own removes files that nobody uses, as one that serves itself.
#[test]
fn what_nobody_uses_is_removed() {
    let store = std::env::temp_dir().join(format!("vetrina-pair-{}", std::process::id()));
    let (old, new) = (store.join("a/old.txt"), store.join("b/new.txt"));
    for file in [&old, &new] {
        fs::create_dir_all(file.parent().expect("a folder")).expect("there is room");
        fs::write(file, "text").expect("there is room");
    }
    let long_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
    let file = File::options().append(true).open(&old).expect("it is ours");
    file.set_modified(long_ago).expect("it is ours");
    let _server = Server::start(Server::apps(&["pair"]).env("VETRINA_TEMP_DIR", &store));
    process::until("the old file is gone", Duration::from_secs(20), || {
        (!old.exists()).then_some(())
    });
    assert!(new.exists());
    fs::remove_dir_all(&store).expect("it is ours");
}

#[test]
fn two_apps_and_a_route_of_ones_own_share_a_router() {
    let server = Server::app("pair");
    assert_eq!(get(server.at("/own")).expect(200).body, "own");

    let names = |app: &str| -> Vec<String> {
        let info = get(server.at(&format!("{app}/gradio_api/info"))).expect(200);
        let endpoints = info.json()["named_endpoints"].clone();
        endpoints
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(names("/hello"), ["/greet"]);
    assert_eq!(names("/deep/er/choices"), ["/pick"]);

    for app in ["/hello", "/deep/er/choices"] {
        let config = get(server.at(&format!("{app}/config"))).expect(200).json();
        assert_eq!(config["root"], server.at(app));
        for page in ["/", "/?view=api"] {
            let html = get(server.at(&format!("{app}{page}"))).expect(200).body;
            let asset = html.split('"').find(|part| part.contains("assets/"));
            let asset = asset
                .expect("the page loads something")
                .trim_start_matches("./");
            let _ = get(server.at(&format!("{app}/{asset}"))).expect(200);
        }
    }
    let answer = post(
        server.at("/hello/gradio_api/run/greet"),
        &json!({"data": ["World"]}),
    );
    assert_eq!(answer.expect(200).json()["data"], json!(["Hello World!"]));
    // One app's functions are no business of the other's.
    let _ = post(
        server.at("/hello/gradio_api/run/pick"),
        &json!({"data": []}),
    )
    .expect(404);
}

#[test]
fn an_app_in_the_background_tells_where_it_is_and_can_be_closed() {
    let mut command: Command = Server::apps(&["background"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let line = lines.next().expect("a line").expect("text");
    let url = line
        .strip_prefix("Running on ")
        .unwrap_or_else(|| panic!("{line}"));
    let answer = post(
        format!("{url}/gradio_api/run/greet"),
        &json!({"data": ["you"]}),
    );
    assert_eq!(answer.expect(200).json()["data"], json!(["Hello you!"]));

    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(b"enough\n").expect("the program listens");
    drop(stdin);
    assert_eq!(lines.next().expect("a line").expect("text"), "closed");
    let status = process::wait(&mut child, Duration::from_secs(10)).expect("the program ends");
    assert!(status.success());
}

#[test]
fn the_readme_program_does_what_it_says() {
    let server = Server::start(&mut Server::example("hello", &[]));
    let answer = post(
        server.at("/gradio_api/run/greet"),
        &json!({"data": ["World", 3]}),
    );
    assert_eq!(
        answer.expect(200).json()["data"],
        json!(["Hello, World!!!"])
    );
}

#[test]
fn the_gallery_serves_its_demos_together_and_alone() {
    let gallery = Server::start(&mut Server::example("gallery", &[]));
    let front = get(gallery.at("/")).expect(200).body;
    for demo in tools::demos() {
        assert!(front.contains(&demo), "{demo} has no card");
        let _ = get(gallery.at(&format!("/{demo}/config"))).expect(200);
        let html = get(gallery.at(&format!("/{demo}/"))).expect(200).body;
        assert!(html.contains("assets/"), "{demo}");
    }
    let alone = Server::start(&mut Server::example("gallery", &["hello_world"]));
    let config = get(alone.at("/config")).expect(200).json();
    assert_eq!(config["root"], alone.url());
}
