//! Files of the server: chosen by mouse and by keyboard, and never from elsewhere.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};
use vetrina_tests::post;

pub(super) mod app {
    use std::path::PathBuf;

    use vetrina::{page::TriggerMode, prelude::*};

    fn pick(files: Vec<PathBuf>) -> String {
        let root = super::shelf().canonicalize().unwrap_or_default();
        let inside = files
            .iter()
            .map(|file| file.strip_prefix(&root).unwrap_or(file));
        let names: Vec<_> = inside.map(|file| file.display().to_string()).collect();
        names.join(" ")
    }

    fn elsewhere() -> Update<FileExplorer> {
        Update(FileExplorer::new().root_dir(super::shelf().with_file_name("many")))
    }

    #[page]
    fn explorer(ui: &mut Ui) {
        let shelf = FileExplorer::new().root_dir(super::shelf());
        let files = ui.add(shelf.ignore_glob("*.log").label("Files"));
        let output = ui.add(Textbox::new().label("Output"));
        let told = ui.add(Textbox::new().label("Told"));
        ui.add(Button::new("Submit")).click(pick, &files, &output);
        ui.add(Button::new("Elsewhere"))
            .click(elsewhere, (), &files);
        let tell = |it: SelectData| format!("{} {} {}", it.index, it.value, it.selected);
        // Whoever is quick is heard every time.
        files
            .select(tell, (), &told)
            .trigger_mode(TriggerMode::Multiple);
    }

    #[page(path = "/long")]
    fn long(ui: &mut Ui) {
        let many = FileExplorer::new().root_dir(super::shelf().with_file_name("many"));
        let files = ui.add(many.label("Files"));
        let output = ui.add(Textbox::new().label("Output"));
        ui.add(Button::new("Submit")).click(
            |files: Vec<PathBuf>| files.len().to_string(),
            &files,
            &output,
        );
    }

    #[endpoint(output = FileExplorer::new().root_dir(super::shelf()))]
    fn find(name: String) -> PathBuf {
        super::shelf().join(name)
    }
}

/// A folder to look at, with a secret beside it and a link that leads there.
fn shelf() -> PathBuf {
    let root = env::temp_dir().join(format!("vetrina-explorer-{}", std::process::id()));
    let shelf = root.join("shelf");
    fs::create_dir_all(shelf.join("poems/late")).expect("there is room");
    for file in [
        "shelf/poems/fog.txt",
        "shelf/poems/late/rain.txt",
        "shelf/index.txt",
        "shelf/noise.log",
        "secret.txt",
    ] {
        fs::write(root.join(file), file).expect("there is room");
    }
    let many = root.join("many/all");
    if !many.exists() {
        fs::create_dir_all(&many).expect("there is room");
        for number in 0..300 {
            fs::write(many.join(format!("{number:03}.txt")), "").expect("there is room");
        }
    }
    #[cfg(unix)]
    let _ = std::os::unix::fs::symlink(root.join("secret.txt"), shelf.join("link.txt"));
    shelf
}

/// The id of the explorer on the page.
fn explorer_of(url: &str) -> Value {
    let config = vetrina_tests::get(format!("{url}/config"))
        .expect(200)
        .json();
    let components = config["components"].as_array().expect("a list");
    let explorer = components.iter().find(|it| it["type"] == "fileexplorer");
    explorer.expect("there is one")["id"].clone()
}

#[test]
fn b12_nothing_outside_the_folder_is_listed_or_taken() {
    let running = super::serve("explorer");
    let run = running.url() + "/gradio_api/run/pick";
    let server = running.url() + "/gradio_api/component_server";
    let explorer = explorer_of(&running.url());
    for names in [
        json!(["/etc", "passwd"]),
        json!(["..", "secret.txt"]),
        json!(["poems", "..", "..", "secret.txt"]),
        json!(["../secret.txt"]),
        json!(["link.txt"]),
        json!(["noise.log"]),
        json!(["index.txt\0"]),
    ] {
        let answer = post(&run, &json!({"data": [[names]]})).expect(422);
        assert!(
            answer.body.contains("that is not among the files shown"),
            "{}",
            answer.body
        );
        let call = json!({"component_id": explorer, "fn_name": "ls", "data": [names], "session_hash": "s"});
        let answer = post(&server, &call);
        assert!(!answer.body.contains("secret"), "{names}: {}", answer.body);
        assert!(
            answer.body == "[]" || answer.body.contains("not among"),
            "{names}: {}",
            answer.body
        );
    }
}

#[test]
fn another_folder_is_shown_to_the_session_it_was_chosen_for() {
    let running = super::serve("explorer");
    let api = running.url() + "/gradio_api";
    let explorer = explorer_of(&running.url());
    let listed = |session: &str| {
        let call = json!({"component_id": explorer, "fn_name": "ls", "data": [[]], "session_hash": session});
        let entries = post(api.clone() + "/component_server", &call)
            .expect(200)
            .json();
        let entries = entries.as_array().expect("a list").clone();
        let names = entries
            .iter()
            .map(|it| it["name"].as_str().expect("a name").to_owned());
        names.collect::<Vec<_>>()
    };
    let here = json!({"data": [], "session_hash": "here"});
    let update = post(api.clone() + "/run/elsewhere", &here)
        .expect(200)
        .json();
    assert_eq!(
        update["data"][0],
        json!({"root_dir": "many", "__type__": "update"})
    );
    assert_eq!(listed("here"), ["all"]);
    assert_eq!(listed("there"), ["poems", "index.txt"]);
    for (session, status) in [("here", 200), ("there", 422)] {
        let call = json!({"data": [[["all", "000.txt"]]], "session_hash": session});
        let answer = post(api.clone() + "/run/pick", &call);
        assert_eq!(answer.status, status, "{session}: {}", answer.body);
    }
}
