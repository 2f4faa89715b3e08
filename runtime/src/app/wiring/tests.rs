//! Each mistake of an author, and what is said of it. The pages are put together by hand: an app
//! of this crate would be served by every test of it.

use std::rc::Rc;

use super::*;
use crate::{
    page::{Handle, Listener, Shared, Ui},
    prelude::*,
};

/// The error that an app with these pages ends with.
fn error(pages: &[&dyn Fn(&mut Ui)]) -> String {
    let told = check(pages).expect_err("it should not start").to_string();
    let (place, text) = told.split_once(": ").expect("a place and a text");
    if place.contains(".rs:") {
        assert!(place.starts_with(file!()), "{told}");
        text.into()
    } else {
        told
    }
}

fn check(pages: &[&dyn Fn(&mut Ui)]) -> Result<(), StartError> {
    let shared = Shared::default();
    let mut starts = Vec::new();
    for page in pages {
        starts.push(shared.get().dependencies.len());
        page(&mut Ui::new(&shared));
    }
    let blocks = std::mem::take(&mut *shared.get());
    wiring(&blocks, &starts)
}

/// Keeps a handle where another page finds it.
struct Elsewhere<T>(std::cell::RefCell<Option<Rc<T>>>);

impl<T> Elsewhere<T> {
    fn new() -> Self {
        Self(std::cell::RefCell::default())
    }

    fn put(&self, value: T) {
        *self.0.borrow_mut() = Some(Rc::new(value));
    }

    fn get(&self) -> Rc<T> {
        self.0.borrow().clone().expect("the first page was drawn")
    }
}

fn same(text: String) -> String {
    text
}

#[test]
fn a_page_that_is_well_wired_starts() {
    let page = |ui: &mut Ui| {
        let a = ui.add(Textbox::new().label("A").elem_id("a"));
        let b = ui.add(Textbox::new().label("B").elem_id("b"));
        let slow = ui
            .add(Button::new("Go"))
            .click(same, &a, &b)
            .then(same, &b, &a);
        ui.add(Button::new("Stop"))
            .click(|| (), (), ())
            .cancels(&slow);
        ui.add(Button::new("Many"))
            .click(batch(|all: Vec<String>| all), &a, &b)
            .max_batch_size(9);
    };
    check(&[&page, &|ui| page(ui)]).expect("nothing is wrong with it");
}

#[test]
fn a_component_of_another_page() {
    let kept = Elsewhere::<Handle<Textbox>>::new();
    let first = |ui: &mut Ui| kept.put(ui.add(Textbox::new()));
    let told = |second: &dyn Fn(&mut Ui)| error(&[&first, second]);
    let end = " of another page, which stands at ";
    let as_input = told(&|ui| {
        let own = ui.add(Textbox::new());
        ui.add(Button::new("Go")).click(same, &*kept.get(), &own);
    });
    assert!(
        as_input.starts_with(&format!(
            "this event takes its value from a `Textbox`{end}{}",
            file!()
        )),
        "{as_input}"
    );
    assert!(
        as_input
            .ends_with("add a component here, and keep what several pages need in a `Shared<T>`"),
        "{as_input}"
    );
    let as_output = told(&|ui| {
        let own = ui.add(Textbox::new());
        ui.add(Button::new("Go")).click(same, &own, &*kept.get());
    });
    assert!(
        as_output.starts_with(&format!("this event shows its result in a `Textbox`{end}")),
        "{as_output}"
    );
    let as_trigger = told(&|ui| {
        let own = ui.add(Textbox::new());
        kept.get().submit(same, &own, &own);
    });
    assert!(
        as_trigger.starts_with(&format!("this event is set off by a `Textbox`{end}")),
        "{as_trigger}"
    );
    let for_progress = told(&|ui| {
        let own = ui.add(Textbox::new());
        own.submit(same, &own, &own).show_progress_on(&*kept.get());
    });
    assert!(
        for_progress.starts_with("this event shows its progress on a `Textbox` of another page"),
        "{for_progress}"
    );
    let in_browser = told(&|ui| {
        ui.load_js("x => x", &*kept.get(), ());
    });
    assert!(
        in_browser.starts_with("this event takes its value from a `Textbox` of another page"),
        "{in_browser}"
    );
}

#[test]
fn a_component_of_another_app() {
    let kept = Elsewhere::<Handle<Textbox>>::new();
    check(&[&|ui| {
        ui.markdown("One more, so that its number is not known elsewhere.");
        kept.put(ui.add(Textbox::new()));
    }])
    .expect("nothing is wrong with it");
    let told = error(&[&|ui| {
        ui.load(|_: String| (), &*kept.get(), ());
    }]);
    assert_eq!(
        told,
        "this event takes its value from a component of another app: a handle is good for the page it was made on"
    );
}

#[test]
fn a_chain_that_begins_on_another_page() {
    let kept = Elsewhere::<Listener>::new();
    let first = |ui: &mut Ui| kept.put(ui.load(|| (), (), ()));
    let told = error(&[&first, &|ui| {
        let text = ui.add(Textbox::new());
        kept.get().then(same, &text, &text);
    }]);
    assert!(
        told.starts_with(&format!(
            "this event follows one of another page, wired at {}",
            file!()
        )),
        "{told}"
    );
    let told = error(&[&first, &|ui| {
        ui.add(Button::new("Stop"))
            .click(|| (), (), ())
            .cancels(&kept.get());
    }]);
    assert!(
        told.starts_with("this event cancels one of another page"),
        "{told}"
    );
}

#[test]
fn nothing_to_cancel() {
    let told = error(&[&|ui| {
        let text = ui.add(Textbox::new());
        let script = text.change.js("text => text", &text, &text);
        ui.add(Button::new("Stop"))
            .click(|| (), (), ())
            .cancels(&script);
    }]);
    assert!(
        told.starts_with("this event cancels the one wired at "),
        "{told}"
    );
    assert!(
        told.ends_with(
            "which runs no function, so there is nothing to stop: name the listener whose function should end"
        ),
        "{told}"
    );
}

#[test]
fn one_id_for_two() {
    let above = line!() + 1;
    let page = |ui: &mut Ui| {
        ui.add(Textbox::new().elem_id("name"));
        ui.row(|ui| ui.add(Button::new("Go").elem_id("name")));
    };
    let told = check(&[&page])
        .expect_err("an id is there twice")
        .to_string();
    let place = |line: u32| format!("{}:{line}", file!());
    assert_eq!(
        told,
        format!(
            "two components of one page have the elem_id `name`: {} and {}; give one of them another id, or both of them a \
             class by `elem_classes`",
            place(above + 1),
            place(above + 2),
        )
    );
}

#[test]
fn a_validator_of_something_else() {
    let told = error(&[&|ui| {
        let a = ui.add(Textbox::new());
        let b = ui.add(Number::new());
        ui.add(Button::new("Go"))
            .click(same, &a, &a)
            .validator(|_: f64| validate(true, ""), &b);
    }]);
    assert_eq!(
        told,
        "the validator judges a `Number` that is no input of this event: name it among the inputs of both, or of neither"
    );
}

#[test]
fn options_that_cannot_be() {
    let told = |change: &dyn Fn(Listener) -> Listener| {
        error(&[&|ui| {
            let text = ui.add(Textbox::new());
            change(text.submit(same, &text, &text));
        }])
    };
    for (change, wanted) in [
        (
            &(|it| Listener::max_batch_size(it, 8)) as &dyn Fn(Listener) -> Listener,
            "wrap the function, `batch(f)`",
        ),
        (
            &|it| it.concurrency_limit(0),
            "`concurrency_limit` is 0, so the function would never run",
        ),
        (
            &|it| it.time_limit(-1.0),
            "`time_limit` is -1 seconds: give more than 0",
        ),
        (
            &|it| it.stream_every(f64::NAN),
            "`stream_every` is NaN seconds",
        ),
        (&|it| it.api_name(""), "`api_name` is empty"),
        (&|it| it.api_name("a/b"), "leave out slashes and spaces"),
    ] {
        let told = told(change);
        assert!(told.contains(wanted), "{told}");
    }
    let empty = error(&[&|ui| {
        let text = ui.add(Textbox::new());
        text.submit(batch(|all: Vec<String>| all), &text, &text)
            .max_batch_size(0);
    }]);
    assert!(empty.starts_with("`max_batch_size` is 0"), "{empty}");
}
