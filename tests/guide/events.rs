//! Events of a component's own, and those that many have.

use serde_json::{Value, json};
use vetrina::component::{Component, Events};

use vetrina_tests::Server;

use super::{Served, of_type, script};

mod app {
    use serde_json::json;
    use vetrina::{component::Events, prelude::*};

    /// The guide's: two events of its own and a common one.
    #[component(
        data_model = String,
        events("text_submit", "file_upload", Events::Change),
        frontend = "text_submit.js"
    )]
    pub(super) struct Note {}

    #[page]
    fn page(ui: &mut Ui) {
        let note = ui.add(Note::new().label("Note"));
        let heard = ui.add(Textbox::new().label("Heard"));
        note.text_submit(hear, &heard, &heard).api_name("submitted");
        note.file_upload(|note: String| note, &note, &heard);
        note.change(|note: String| note, &note, &note);
    }

    /// Adds what the event says to what was heard before.
    fn hear(heard: String, event: EventData) -> String {
        format!("{heard}[{}]", event.data.unwrap_or(json!(null)))
    }
}

#[test]
fn check_001_46_events_are_a_list_of_names() {
    assert_eq!(app::Note::EVENTS, ["text_submit", "file_upload", "change"]);
}

#[test]
fn check_001_47_each_name_is_a_method() {
    // The page above calls each of the three.
    let config = Served::new("events").config();
    let note = &of_type(&config, "note")[0]["id"];
    let dependencies = config["dependencies"].as_array().expect("a list");
    let targets: Vec<&Value> = dependencies.iter().map(|it| &it["targets"][0]).collect();
    for event in ["text_submit", "file_upload", "change"] {
        assert!(targets.contains(&&json!([note, event])), "{targets:?}");
    }
}

#[test]
fn check_001_48_an_enum_has_the_common_names() {
    let names: Vec<_> = Events::ALL.iter().map(|event| event.name()).collect();
    let common = "apply blur change clear click collapse copy delete double_click download edit end \
                  example_select expand focus input key_up like load option_select pause pause_recording play \
                  release retry select start_recording stop stop_recording stream submit tick undo upload";
    assert_eq!(names.join(" "), common);
    assert_eq!(Events::Change.name(), app::Note::EVENTS[2]);
}

#[test]
fn check_001_49_the_page_side_sets_events_off() {
    Served::new("events").browser("events");
}

#[test]
fn the_components_of_the_example_work_by_keyboard_and_by_mouse() {
    let server = Server::start(&mut Server::example("custom_component", &[]));
    script("custom_component", server.url());
}
