//! What an author is told at start of a page that cannot work: the line, and what to write.

use vetrina::App;

use super::RUNTIME;

/// A component kept where another page finds it.
mod elsewhere {
    use std::cell::RefCell;

    use vetrina::{page::Handle, prelude::*};

    thread_local! {
        static KEPT: RefCell<Option<Handle<Textbox>>> = const { RefCell::new(None) };
    }

    #[page]
    fn first(ui: &mut Ui) {
        KEPT.set(Some(ui.add(Textbox::new().label("Kept"))));
    }

    #[page(path = "second")]
    fn second(ui: &mut Ui) {
        let shown = ui.add(Textbox::new().label("Shown"));
        KEPT.with_borrow(|kept| {
            let kept = kept.as_ref().expect("the first page is drawn first");
            shown.submit(|text: String| text, kept, &shown);
        });
    }
}

mod one_id {
    use vetrina::prelude::*;

    #[page]
    fn twice(ui: &mut Ui) {
        ui.add(Textbox::new().elem_id("name"));
        ui.row(|ui| ui.add(Textbox::new().elem_id("name")));
    }
}

mod one_name {
    use vetrina::prelude::*;

    #[page]
    fn twice(ui: &mut Ui) {
        let text = ui.add(Textbox::new());
        text.submit(|text: String| text, &text, &text)
            .api_name("same");
        text.blur(|text: String| text, &text, &text)
            .api_name("same");
    }
}

mod nothing_to_stop {
    use vetrina::prelude::*;

    #[page]
    fn stop(ui: &mut Ui) {
        let text = ui.add(Textbox::new());
        let script = text.change.js("text => text", &text, &text);
        ui.add(Button::new("Stop"))
            .click(|| (), (), ())
            .cancels(&script);
    }
}

/// What is said at start, its lines as the text that stands there.
fn told(module: &str) -> String {
    let app = App::module(format!("{}::{module}", module_path!()));
    let error = RUNTIME
        .block_on(app.host("127.0.0.1").port(0).start())
        .expect_err("it should not start");
    let source: Vec<_> = include_str!("mistakes.rs").lines().collect();
    let mut told = error.to_string();
    while let Some((before, rest)) = told
        .split_once("tests/pages/mistakes.rs:")
        .or_else(|| told.split_once("pages/mistakes.rs:"))
    {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let line: usize = rest[..end].parse().expect("the number of a line");
        told = format!("{before}«{}»{}", source[line - 1].trim(), &rest[end..]);
    }
    told
}

#[test]
fn a_component_of_another_page() {
    assert_eq!(
        told("elsewhere"),
        "«shown.submit(|text: String| text, kept, &shown);»: this event takes its value from a `Textbox` of another page, \
         which stands at «KEPT.set(Some(ui.add(Textbox::new().label(\"Kept\"))));»: a handle is good for the page it was made \
         on; add a component here, and keep what several pages need in a `Shared<T>`"
    );
}

#[test]
fn one_id_for_two_components() {
    assert_eq!(
        told("one_id"),
        "two components of one page have the elem_id `name`: «ui.add(Textbox::new().elem_id(\"name\"));» and «ui.row(|ui| \
         ui.add(Textbox::new().elem_id(\"name\")));»; give one of them another id, or both of them a class by `elem_classes`"
    );
}

#[test]
fn one_name_for_two_functions() {
    let told = told("one_name");
    assert!(
        told.starts_with("two endpoints have the api_name `same`: «text.submit("),
        "{told}"
    );
    assert!(told.contains("» and «text.blur("), "{told}");
}

#[test]
fn a_cancel_of_what_never_runs() {
    let told = told("nothing_to_stop");
    assert!(
        told.contains("this event cancels the one wired at «let script = text.change.js("),
        "{told}"
    );
    assert!(
        told.ends_with("name the listener whose function should end"),
        "{told}"
    );
}
