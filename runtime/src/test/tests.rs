//! The kit, tried on small apps.

use serde_json::{Value, json};

use super::{Note, Page};
use crate::App;

#[allow(
    clippy::needless_pass_by_value,
    reason = "functions own what they are given"
)]
mod app {
    use std::time::Duration;

    use vetrina::{components::layout::Column, prelude::*};

    #[derive(Debug, Default, Clone, PartialEq)]
    pub(super) struct Said(pub(super) Vec<String>);

    #[derive(Debug, Default, Clone, PartialEq)]
    pub(super) struct Visits(pub(super) u32);

    #[page]
    fn main(ui: &mut Ui) {
        let name = ui.add(Textbox::new().label("Name"));
        let output = ui.add(Textbox::new().label("Output"));
        let say = ui.add(Button::new("Say"));
        say.click(say_it, &name, &output)
            .success(|said: String| format!("{said}!"), &output, &output)
            .then(
                |visits: Shared<Visits>| visits.update(|visits| visits.0 += 1),
                (),
                (),
            );
        let off = ui.add(Button::new("Off").interactive(false));
        off.click(|| "off", (), &output);
        ui.add_block(Column::new().visible(false), |ui| {
            let secret = ui.add(Textbox::new().label("Secret").elem_id("secret"));
            secret.submit(|| "found", (), &output);
        });
        ui.add(Textbox::new().label("Twice").value("one"));
        ui.add(Textbox::new().label("Twice").value("two"));

        let kind = ui.add(Radio::new(["Short", "Long"]).label("Kind"));
        let more = ui.add(CheckboxGroup::new(["a", "b", "c"]).label("More"));
        let told = ui.add(Json::new().label("Told"));
        kind.select(
            |it: SelectData| serde_json::json!([it.index.one(), it.value]),
            (),
            &told,
        );
        more.select(
            |it: SelectData| serde_json::json!([it.index.one(), it.selected]),
            (),
            &told,
        );
        kind.change(
            |kind: Option<String>| {
                let long = kind.as_deref() == Some("Long");
                Update(Textbox::new().lines(if long { 9 } else { 2 }).visible(long))
            },
            &kind,
            &output,
        );

        let count = ui.add(Number::new().label("Count").value(0));
        let stop = ui.add(Button::new("Stop"));
        let counting = ui.add(Button::new("Count up")).click(up, (), &count);
        stop.click(|| {}, (), ()).cancels(&counting);

        let cart = ui.state(Vec::<u8>::new());
        let size = ui.add(Number::new().label("Size"));
        let put = ui.add(Button::new("Into the cart"));
        put.click(
            |mut cart: Vec<u8>| {
                cart.push(7);
                cart
            },
            &cart,
            &cart,
        );
        cart.change(|cart: Vec<u8>| cart.len(), &cart, &size);

        let file = ui.add(File::new().label("File"));
        let bytes = ui.add(Number::new().label("Bytes"));
        let back = ui.add(File::new().label("Back"));
        file.upload(|file: FileData| (file.size(), file), &file, (&bytes, &back));

        let most = ui.add(Number::new().label("Most").maximum(3));
        let fail = ui.add(Button::new("Fail"));
        fail.click(|most: f64| most.to_string(), &most, &output);
        ui.load(
            |request: Request| request.query().unwrap_or_default().to_owned(),
            (),
            &name,
        );
        let ticks = ui.add(Number::new().label("Ticks").value(0));
        ui.add(Timer::new(3600))
            .tick(|n: u32| n + 1, &ticks, &ticks);

        let boxes = ui.add(Number::new().label("Boxes").value(1));
        let sum = ui.add(Textbox::new().label("Joined"));
        ui.render(&boxes, move |ui: &mut Ui, boxes: usize| {
            let all: Vec<_> = (0..boxes)
                .map(|n| ui.add(Textbox::new().label(format!("Box {n}")).key(n)))
                .collect();
            ui.add(Button::new("Join"))
                .click(|all: Vec<String>| all.concat(), &all, &sum);
        });

        let typed = ui.add(Textbox::new().label("Typed"));
        let seen = ui.add(Textbox::new().label("Seen"));
        typed.change(slowly, &typed, &seen);
    }

    fn say_it(name: String, said: State<Said>, alerts: Alerts) -> Result<String, Error> {
        if name.is_empty() {
            return Err(Error::new("Nobody has no name."));
        }
        alerts.info("noted");
        said.update(|said| said.0.push(name.clone()));
        Ok(name)
    }

    fn up(cancel: Cancel) -> impl Iterator<Item = u32> {
        (0..4).take_while(move |_| {
            std::thread::sleep(Duration::from_millis(5));
            !cancel.is_cancelled()
        })
    }

    fn slowly(text: String) -> String {
        std::thread::sleep(Duration::from_millis(30));
        text
    }
}

fn page() -> Page {
    Page::open(&App::module(concat!(module_path!(), "::app")))
}

fn failure(test: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let panic = std::panic::catch_unwind(test).expect_err("the test goes on");
    *panic.downcast::<String>().expect("a text")
}

#[test]
fn what_is_filled_in_travels_and_comes_back() {
    let mut page = page();
    page.fill("Name", "Ada");
    page.click("Say");
    assert_eq!(page.text("Output"), "Ada!", "the chain has ended too");
    let noted = Note {
        level: "info".into(),
        title: "Info".into(),
        text: "noted".into(),
    };
    assert_eq!(page.notes(), [noted]);
}

#[test]
fn what_is_kept_is_that_of_the_tab() {
    let mut page = page();
    let mut other = page.tab();
    page.fill("Name", "Ada");
    page.click("Say");
    other.fill("Name", "Bob");
    other.click("Say");
    other.click("Say");
    assert_eq!(page.state(), Some(app::Said(vec!["Ada".into()])));
    assert_eq!(other.state(), Some(app::Said(vec!["Bob".into(); 2])));
    assert_eq!(page.shared(), Some(app::Visits(3)));
    page.reload();
    assert_eq!(page.state::<app::Said>(), None);
    assert_eq!(page.text("Output"), "");
}

#[test]
fn values_of_a_session_tell_of_their_changes() {
    let mut page = page();
    page.click("Into the cart");
    page.click("Into the cart");
    assert_eq!(page.value::<u32>("Size"), 2);
    assert_eq!(page.state(), Some(vec![7_u8, 7]));
}

#[test]
fn errors_are_notes_and_chains_know_of_them() {
    let mut page = page();
    page.click("Say");
    let [note] = page.notes() else {
        panic!("{:?}", page.notes())
    };
    assert_eq!(
        (&*note.level, &*note.text),
        ("error", "Nobody has no name.")
    );
    assert_eq!(page.text("Output"), "");
    assert_eq!(
        page.shared::<app::Visits>(),
        None,
        "nothing follows what was not done"
    );
}

#[test]
fn refused_values_are_told_at_their_field() {
    let mut page = page();
    page.fill("Most", 4);
    page.click("Fail");
    let error = page.error("Most").expect("4 is too much");
    assert!(error.contains('3'), "{error}");
    page.fill("Most", 2);
    assert_eq!(page.error("Most"), None);
}

#[test]
fn choices_are_known_by_what_they_are_called() {
    let mut page = page();
    assert_eq!(page.choices("Kind"), ["Short", "Long"]);
    page.fill("Kind", "Long");
    assert_eq!(page.value::<Value>("Told"), json!([1, "Long"]));
    assert_eq!(page.prop("Output", "lines"), 9);
    page.fill("More", ["a", "c"]);
    page.fill("More", ["c"]);
    assert_eq!(page.value::<Value>("Told"), json!([0, false]));
    page.fill("Kind", "Short");
    assert!(!page.is_visible("Output"));
}

#[test]
fn streams_are_seen_item_by_item_and_can_be_stopped() {
    let mut page = page();
    let mut seen = Vec::new();
    page.start("Count up", "click");
    while page.step() {
        seen.push(page.value::<u32>("Count"));
    }
    assert_eq!(seen, [0, 1, 2, 3]);
    page.start("Count up", "click");
    assert!(page.step());
    page.click("Stop");
    assert!(page.value::<u32>("Count") < 3);
}

#[test]
fn of_many_changes_the_last_one_counts() {
    let mut page = page();
    page.fill("Typed", "a");
    for text in ["ab", "abc", "abcd"] {
        page.play
            .give(page.play.parts.find("Typed".into()).id, &json!(text));
    }
    page.wait();
    assert_eq!(page.text("Seen"), "abcd");
}

#[test]
fn what_functions_draw_is_used_like_the_rest() {
    let mut page = page();
    page.fill("Box 0", "a");
    page.fill("Boxes", 3);
    page.fill("Box 2", "c");
    assert_eq!(page.text("Box 0"), "a", "what has a key keeps its value");
    page.click("Join");
    assert_eq!(page.text("Joined"), "ac");
    page.fill("Boxes", 1);
    assert!(failure(|| drop(self::page().text("Box 1"))).contains("no component called"));
    page.click("Join");
    assert_eq!(page.text("Joined"), "a");
}

#[test]
fn files_come_and_go() {
    let mut page = page();
    page.upload("File", "notes.txt", "four");
    assert_eq!(page.value::<u32>("Bytes"), 4);
    assert_eq!(page.prop("Back", "value")["orig_name"], "notes.txt");
    assert_eq!(&page.file("Back")[..], b"four");
}

#[test]
fn timers_tick_when_they_are_told_to() {
    let mut page = page();
    page.tick();
    page.tick();
    assert_eq!(page.value::<u32>("Ticks"), 2);
}

#[test]
fn pages_know_the_address_they_were_opened_by() {
    assert_eq!(page().visit("?q=1").text("Name"), "q=1");
}

#[test]
fn what_is_hidden_or_disabled_is_out_of_reach() {
    assert_eq!(failure(|| page().click("Off")), "\"Off\" is disabled");
    assert_eq!(
        failure(|| page().submit("#secret")),
        "\"#secret\" is hidden"
    );
    assert!(!page().is_visible("Secret"));
}

#[test]
fn an_unknown_name_lists_those_there_are() {
    let text = failure(|| page().click("Sya"));
    assert!(
        text.starts_with("the page has no component called \"Sya\"\nthere are:\n"),
        "{text}"
    );
    for line in [
        "\n  \"Say\" (button)",
        "\n  \"Secret\" (textbox, \"#secret\", hidden)",
        "\n  (timer)",
    ] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    let text = failure(|| drop(page().text("Twice")));
    assert!(
        text.starts_with("2 components are called \"Twice\": say which by its place"),
        "{text}"
    );
    assert_eq!(page().text(("Twice", 1)), "two");
    assert!(failure(|| drop(page().text(("Twice", 2)))).contains("none at place 2"));
}

#[test]
fn a_wrong_step_says_what_is_wrong() {
    let text = failure(|| page().fill("Kind", "Middle"));
    assert_eq!(
        text,
        "\"Middle\" is no choice; there are [\"Short\", \"Long\"]"
    );
    assert_eq!(
        failure(|| page().submit("Name")),
        "nothing happens at `submit` of \"Name\""
    );
    let text = failure(|| assert_eq!(page().value::<u8>("Told"), 0));
    assert!(
        text.starts_with("\"Told\" is null, which is no u8"),
        "{text}"
    );
    let text = failure(|| {
        drop(Page::at(
            &App::module(concat!(module_path!(), "::app")),
            "other",
        ));
    });
    assert!(text.starts_with("the app has no page \"other\""), "{text}");
}
