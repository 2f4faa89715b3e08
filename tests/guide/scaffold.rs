//! The command that begins a component.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command},
    time::Duration,
};

use serde_json::{Value, json};
use vetrina_tests::{
    Server, get, post,
    process::finish,
    run,
    tools::{self, sources},
};

use super::{children, of_type};

/// Compiling is slow on a machine that has much else to do.
const LIMIT: Duration = Duration::from_secs(600);

/// A crate begun from a template, tested, and its demo built.
fn begun(name: &str, template: &str) -> (PathBuf, Command) {
    let folder = env::temp_dir()
        .join(format!("vetrina-scaffold-{}", process::id()))
        .join(name);
    let runtime = sources().join("../runtime");
    let new = [
        "vetrina",
        "new",
        path(&folder),
        "--template",
        template,
        "--vetrina",
        path(&runtime),
    ];
    run(
        "cargo vetrina new",
        &mut Server::example("cargo-vetrina", &new),
        LIMIT,
    );
    // The versions of this workspace, so that nothing has to be fetched.
    fs::copy(sources().join("../Cargo.lock"), folder.join("Cargo.lock")).expect("it is there");
    let cargo = |arguments: &[&str]| {
        let mut command = tools::cargo();
        command.args(arguments).arg("--quiet").current_dir(&folder);
        command
    };
    run(
        "the tests of the crate",
        &mut cargo(&["test", "--lib"]),
        LIMIT,
    );
    let messages = run(
        "the demo of the crate",
        &mut cargo(&["build", "--example", "demo", "--message-format=json"]),
        LIMIT,
    );
    let program = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| {
            let ours = message["target"]["name"] == "demo";
            message["executable"]
                .as_str()
                .filter(|_| ours)
                .map(PathBuf::from)
        })
        .expect("cargo built the demo");
    let demo = folder.join("demo");
    fs::copy(program, &demo).expect("it can be copied");
    let mut command = Command::new(demo);
    command
        .env("VETRINA_SERVER_PORT", "0")
        .env("VETRINA_SERVER_NAME", "127.0.0.1");
    (folder, command)
}

fn path(path: &Path) -> &str {
    path.to_str().expect("it is text")
}

#[test]
fn check_001_02_and_001_23_a_component_is_begun_from_a_template() {
    // One after the other: they are built in one place.
    for (name, template) in [
        ("loudness", "Slider"),
        ("notice", "Markdown"),
        ("card", "Group"),
    ] {
        let (folder, mut demo) = begun(name, template);
        let server = Server::start(&mut demo);
        let config = get(server.at("/config")).expect(200).json();
        let found = of_type(&config, name);
        let form = of_type(&config, "form");
        match template {
            // Neighbours of a form share a frame, and the demo shows the example of a result.
            "Slider" => {
                assert_eq!(children(&config["layout"], &form[0]["id"]).len(), 2);
                assert_eq!(found[0]["props"]["value"], json!(80.0));
                let body = json!({"data": [55.5]});
                let answer = post(server.at("/gradio_api/run/show"), &body).expect(200);
                assert_eq!(answer.json()["data"], json!([55.5]));
            }
            "Markdown" => {
                assert!(form.is_empty(), "{form:?}");
                assert_eq!(found[0]["props"]["value"], "Hello, world");
            }
            _ => assert_eq!(children(&config["layout"], &found[0]["id"]).len(), 1),
        }
        let page = get(server.at("/")).expect(200).body;
        assert!(
            page.contains(&format!("assets/own/{name}/{name}-")),
            "{page}"
        );
        drop(server);
        fs::remove_dir_all(folder).expect("it is there");
    }
}

#[test]
fn a_template_that_is_not_there_is_told() {
    let arguments = ["new", "stars", "--template", "Sldier"];
    let output = finish(
        "cargo vetrina",
        &mut Server::example("cargo-vetrina", &arguments),
        LIMIT,
    );
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("there is no template `Sldier`") && told.contains("Slider"),
        "{told}"
    );
}
