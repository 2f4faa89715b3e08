//! Parts of a page that functions draw: what clients are told of them, whose they are, what stays.

use std::{sync::atomic::Ordering, time::Duration};

use serde_json::{Value, json};
use vetrina::App;
use vetrina_tests::{run, tools};

use super::{Page, RUNTIME, get, post, request, session};

mod app {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use vetrina::prelude::*;

    /// Functions that were drawn and are still there.
    pub(super) static ALIVE: AtomicUsize = AtomicUsize::new(0);
    /// States that were given up.
    pub(super) static GIVEN_UP: AtomicUsize = AtomicUsize::new(0);

    struct Alive;

    impl Alive {
        fn new() -> Arc<Self> {
            ALIVE.fetch_add(1, Ordering::Relaxed);
            Arc::new(Self)
        }
    }

    impl Drop for Alive {
        fn drop(&mut self) {
            ALIVE.fetch_sub(1, Ordering::Relaxed);
        }
    }

    fn count_up(count: u32) -> (u32, u32) {
        (count + 1, count + 1)
    }

    #[page]
    fn drawn(ui: &mut Ui) {
        let count = ui.add(Number::new().label("Boxes").value(2));
        let out = ui.add(Textbox::new().label("Out"));
        ui.render(&count, move |ui: &mut Ui, count: usize| {
            let one = |i| ui.add(Textbox::new().label(format!("Box {i}")).key(i));
            let boxes: Vec<_> = (0..count).map(one).collect();
            let alive = Alive::new();
            let join = move |texts: Vec<String>| {
                let _here = &alive;
                texts.join("+")
            };
            ui.add(Button::new("Join"))
                .click(join, &boxes, &out)
                .api_name("join");

            let number = ui.add(Number::new().label("Number"));
            let kept = ui.add(Kept::new(0u32).key("kept"));
            ui.add(Button::new("Kept"))
                .click(count_up, &kept, (&kept, &number))
                .api_name("kept");
            let lost = Kept::new(0u32).on_delete(|_| {
                GIVEN_UP.fetch_add(1, Ordering::Relaxed);
            });
            let lost = ui.add(lost);
            ui.add(Button::new("Lost"))
                .click(count_up, &lost, (&lost, &number))
                .api_name("lost");

            let word = ui.add(Textbox::new().label("Word").value("ab"));
            let outer = number.clone();
            ui.render(&word, move |ui: &mut Ui, word: String| {
                for letter in word.chars() {
                    ui.add(Button::new(letter))
                        .click(move || f64::from(u32::from(letter)), (), &outer)
                        .api_name(letter);
                }
            });
        });
    }
}

/// The same key twice.
mod twice {
    use vetrina::prelude::*;

    #[page]
    fn twice(ui: &mut Ui) {
        ui.render((), |ui: &mut Ui| {
            ui.add(Textbox::new().key("a"));
            ui.add(Textbox::new().key("a"));
        });
    }
}

/// A handle that outlived the drawing that made it.
mod stale {
    use std::sync::Mutex;

    use vetrina::{page::Handle, prelude::*};

    static FIRST: Mutex<Option<Handle<Textbox>>> = Mutex::new(None);

    #[page]
    fn stale(ui: &mut Ui) {
        ui.render((), |ui: &mut Ui| {
            let mut first = FIRST.lock().unwrap();
            let text = ui.add(Textbox::new());
            let text = first.get_or_insert(text);
            ui.add(Button::new("Go")).click(|| "now", (), &*text);
        });
    }
}

/// What belongs to the page, or into what stands on it already.
mod elsewhere {
    use vetrina::{components::layout::Column, prelude::*};

    #[page]
    fn elsewhere(ui: &mut Ui) {
        let (column, ()) = ui.add_block(Column::new(), |_| ());
        ui.render((), move |ui: &mut Ui| {
            ui.within(&column, |ui| ui.add(Textbox::new()));
        });
    }
}

/// Looks of the whole page.
mod whole {
    use vetrina::prelude::*;

    #[page]
    fn whole(ui: &mut Ui) {
        ui.render((), |ui: &mut Ui| ui.css("p { color: red }"));
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// Calls a function by its number; the `output` of the last message.
fn call(page: &Page, function: &Value, data: &Value, session: &str) -> Value {
    let body = json!({"data": data, "fn_index": function, "session_hash": session});
    let joined = post(page.at("/gradio_api/queue/join"), &body).expect(200);
    let id = joined.json()["event_id"].clone();
    let url = page.at(&format!("/gradio_api/queue/data?session_hash={session}"));
    let messages = request("GET", url).events().messages();
    let mut own = messages
        .into_iter()
        .filter(|message| message["event_id"] == id);
    own.next_back().expect("a run ends with a message")["output"].clone()
}

/// What the first part is like for so many boxes.
fn draw(page: &Page, boxes: usize, session: &str) -> Value {
    let config = page.config();
    let drawing = config["dependencies"].as_array().expect("a list");
    let drawing = drawing.iter().find(|event| event["render_id"] == 0);
    let drawing = &drawing.expect("something is drawn")["id"];
    let output = call(page, drawing, &json!([boxes]), session);
    assert_eq!(output["data"], json!([null]));
    output["render_config"].clone()
}

/// The number of a function of a part.
fn function<'a>(part: &'a Value, name: &str) -> &'a Value {
    let events = part["dependencies"].as_array().expect("a list");
    let found = events.iter().find(|event| event["api_name"] == name);
    &found.unwrap_or_else(|| panic!("{name} is not in {part}"))["id"]
}

/// The ids of components by their labels.
fn labelled(part: &Value, start: &str) -> Vec<u64> {
    let components = part["components"].as_array().expect("a list").iter();
    let named = components.filter(|it| {
        let label = it["props"]["label"].as_str();
        label.is_some_and(|label| label.starts_with(start))
    });
    named.filter_map(|it| it["id"].as_u64()).collect()
}

#[test]
fn a_part_is_told_like_a_config() {
    let page = page();
    let part = draw(&page, 2, &session());
    assert_eq!(part["render_id"], 0);
    let components = part["components"].as_array().expect("a list");
    let (container, own) = components
        .split_first()
        .expect("the container is the first");
    assert_eq!(container["type"], "column");
    assert_eq!(part["layout"]["id"], container["id"]);
    assert_eq!(container["renderable"], 0);
    assert!(container.get("rendered_in").is_none());
    for component in own {
        assert_eq!(component["renderable"], 0, "{component}");
        let is_frame = component["type"] == "form";
        assert_eq!(
            component.get("rendered_in").is_none(),
            is_frame,
            "{component}"
        );
    }
    let boxes: Vec<_> = own.iter().filter(|it| it["key"].is_number()).collect();
    assert!(boxes.len() >= 2, "{part}");
    for event in part["dependencies"].as_array().expect("a list") {
        assert_eq!(event["rendered_in"], 0, "{event}");
    }
    let inner = part["dependencies"].as_array().expect("a list");
    assert_eq!(
        inner
            .iter()
            .filter(|event| event["render_id"].is_number())
            .count(),
        1
    );
    assert_eq!(
        part["page"][""]["layout"]["children"],
        part["layout"]["children"]
    );
    // Nobody is offered what only a session has, nor what draws it.
    let config = page.config();
    let first = config["dependencies"].as_array().expect("a list")[0].clone();
    assert_eq!(first["show_api"], false);
    assert_eq!(
        first["targets"],
        json!([[0, "load"], [page.component("Boxes"), "change"]])
    );
    assert_eq!(config["connect_heartbeat"], true);
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    assert_eq!(info["named_endpoints"], json!({}));
}

#[test]
fn what_has_a_key_keeps_its_number() {
    let (page, session) = (page(), session());
    let before = draw(&page, 2, &session);
    let after = draw(&page, 3, &session);
    assert_eq!(labelled(&after, "Box ")[..2], labelled(&before, "Box ")[..]);
    assert_ne!(labelled(&after, "Word"), labelled(&before, "Word"));
    assert_ne!(function(&after, "join"), function(&before, "join"));
}

#[test]
fn a_drawn_function_is_that_of_its_session_alone() {
    let (page, mine, other) = (page(), session(), session());
    let part = draw(&page, 2, &mine);
    let join = function(&part, "join").clone();
    let joined = call(&page, &join, &json!(["x", "y"]), &mine);
    assert_eq!(joined["data"], json!(["x+y"]));

    let body =
        |session: &str| json!({"data": ["x", "y"], "fn_index": join, "session_hash": session});
    let at = page.at("/gradio_api/queue/join");
    let _ = post(&at, &body(&other)).expect(404);
    let _ = post(
        page.at("/gradio_api/run/join"),
        &json!({"data": ["x", "y"], "session_hash": mine}),
    )
    .expect(404);

    // What is on its way when there is a new one still arrives, but not much later.
    draw(&page, 1, &mine);
    let joined = call(&page, &join, &json!(["x", "y"]), &mine);
    assert_eq!(joined["data"], json!(["x+y"]));
    draw(&page, 1, &mine);
    let part = draw(&page, 1, &mine);
    let _ = post(&at, &body(&mine)).expect(404);
    let joined = call(&page, function(&part, "join"), &json!(["z"]), &mine);
    assert_eq!(joined["data"], json!(["z"]));
}

#[test]
fn a_part_within_a_part_is_drawn_by_itself() {
    let (page, session) = (page(), session());
    let part = draw(&page, 1, &session);
    let events = part["dependencies"].as_array().expect("a list");
    let inner = events.iter().find(|event| event["render_id"].is_number());
    let inner = inner.expect("a part within");
    assert_eq!(inner["targets"][0], json!([0, "load"]));
    let drawn = call(&page, &inner["id"], &json!(["xy"]), &session)["render_config"].clone();
    let x = function(&drawn, "x").clone();
    assert_eq!(
        call(&page, &x, &json!([]), &session)["data"],
        json!([120.0])
    );
    // It goes with what it stands in.
    for _ in 0..3 {
        draw(&page, 1, &session);
    }
    let body = json!({"data": [], "fn_index": x, "session_hash": session});
    let _ = post(page.at("/gradio_api/queue/join"), &body).expect(404);
}

#[test]
fn a_state_with_a_key_lives_on_and_another_is_given_up() {
    let (page, session) = (page(), session());
    let before = app::GIVEN_UP.load(Ordering::Relaxed);
    for round in 1..6 {
        let part = draw(&page, 1, &session);
        let kept = call(&page, function(&part, "kept"), &json!([null]), &session);
        assert_eq!(kept["data"], json!([null, round]));
        let lost = call(&page, function(&part, "lost"), &json!([null]), &session);
        assert_eq!(lost["data"], json!([null, 1]));
    }
    let given_up = app::GIVEN_UP.load(Ordering::Relaxed) - before;
    assert!(given_up >= 2, "{given_up} states were given up");
}

#[test]
fn what_was_drawn_before_takes_no_room() {
    let (page, session) = (page(), session());
    let others = app::ALIVE.load(Ordering::Relaxed);
    for boxes in 0..50 {
        draw(&page, boxes % 5, &session);
    }
    // Other tests draw meanwhile, but not so often.
    let own = app::ALIVE.load(Ordering::Relaxed).saturating_sub(others);
    assert!(own < 25, "{own} of 50 functions are still there");
}

/// What is said when something cannot be drawn.
fn mistake(module: &str) -> String {
    let app = App::module(format!("{}::{module}", module_path!()));
    let running = RUNTIME.block_on(app.show_error(true).host("127.0.0.1").port(0).start());
    let page = Page {
        running: running.expect("the app is whole"),
    };
    let session = session();
    let draw = || call(&page, &json!(0), &json!([]), &session);
    let (first, second) = (draw(), draw());
    let error = first.get("error").or_else(|| second.get("error"));
    error.and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[test]
fn a_key_means_one_thing_in_a_drawing() {
    let said = mistake("twice");
    assert!(
        said.contains("tests/pages/renders.rs:") || said.contains("pages/renders.rs:"),
        "{said}"
    );
    assert!(
        said.contains("with the key \"a\" was made already, at"),
        "{said}"
    );
}

#[test]
fn a_handle_of_an_earlier_drawing_is_told_with_its_line() {
    let said = mistake("stale");
    assert!(said.contains("pages/renders.rs:"), "{said}");
    assert!(
        said.contains("names a component that is not on the page"),
        "{said}"
    );
}

#[test]
fn what_is_drawn_stays_in_its_place() {
    for (module, words) in [
        ("elsewhere", "stands outside of what is drawn"),
        ("whole", "said of a whole page"),
    ] {
        let said = mistake(module);
        assert!(said.contains("pages/renders.rs:"), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

/// What a person sees of it.
mod seen {
    use vetrina::{components::layout::Column, prelude::*};

    #[page]
    fn seen(ui: &mut Ui) {
        let count = ui.add(Number::new().label("Count").value(1));
        let out = ui.add(Textbox::new().label("Out"));
        let (above, ()) = ui.add_block(Column::new(), |_| ());
        let text = ui.add(Textbox::new().label("Text").value("ab"));
        let ticks = ui.add(Number::new().label("Ticks").value(0));

        let boxes = {
            let out = out.clone();
            move |ui: &mut Ui, count: usize| {
                for i in 0..count {
                    let text = Textbox::new()
                        .label(format!("Box {i}"))
                        .info(format!("of {count}"));
                    let text = ui.add(text.key(i));
                    text.change(move |text: String| format!("{i}: {text}"), &text, &out);
                }
                let loaded = ui.add(Textbox::new().label("Loaded"));
                ui.load(move || format!("{count} boxes"), (), &loaded);
            }
        };
        ui.within(&above, |ui| ui.render(&count, boxes));

        // Drawn anew with every letter that is typed into it.
        let word = ui.state("start".to_owned());
        let kept = word.clone();
        ui.render(&word, move |ui: &mut Ui, word: String| {
            let own = ui.add(Textbox::new().label("Own").value(word.clone()).key("own"));
            own.change(|text: String| text, &own, &kept);
            ui.markdown(format!("So far: {word}"));
        });

        ui.render(&text, move |ui: &mut Ui, text: String| {
            if text.contains('t') {
                let timer = ui.add(Timer::new(0.1));
                timer.tick(|ticks: u32| ticks + 1, &ticks, &ticks);
            }
            for letter in text.chars() {
                let button = ui.add(Button::new(letter));
                let shout = button.clone();
                button.click(
                    move || Update(Button::new(letter.to_uppercase().to_string())),
                    (),
                    &shout,
                );
            }
            ui.row(|ui| {
                ui.add(Dropdown::new(["x", "y"]).label("Choice"));
                ui.add(Slider::new(1..=3).label("Slide"));
                ui.add(Label::new().label("Sure").value(vec![("sure", 1.0)]));
            });
        });
    }
}

/// A thousand boxes that are listened to.
mod many {
    use vetrina::prelude::*;

    #[page]
    fn many(ui: &mut Ui) {
        let out = ui.add(Textbox::new().label("Out"));
        let draw = ui.add(Button::new("Draw"));
        let boxes = move |ui: &mut Ui| {
            for i in 0..1_000 {
                let text = ui.add(Textbox::new().label(format!("Box {i}")));
                text.change(move |text: String| format!("{i}: {text}"), &text, &out);
            }
        };
        ui.render((), boxes).on([&draw.click]);
    }
}

fn in_browser(name: &'static str, module: &str) {
    let page = Page::of(&format!("{}::{module}", module_path!()));
    let script = tools::sources().join(format!("pages/{name}.mjs"));
    run(
        name,
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(180),
    );
}

#[test]
fn the_page_puts_parts_in_their_place() {
    in_browser("parts_take_their_place", "seen");
}

#[test]
fn a_thousand_boxes_can_be_used() {
    in_browser("a_thousand_boxes", "many");
}
