//! Results that change a component, and results that leave it as it is.

use serde_json::json;

use super::{Page, session};

mod app {
    use vetrina::{components::layout::Column, prelude::*};

    #[page]
    fn updates(ui: &mut Ui) {
        let text = ui.add(Textbox::new().label("Text").lines(2).placeholder("Type"));
        let number = ui.add(Number::new().label("Number").minimum(0));
        let (column, more) = ui.add_block(Column::new().visible(false), |ui| {
            ui.add(Dropdown::new(["a", "b"]).label("More"))
        });
        let go = ui.add(Button::new("Go"));
        go.click(one, (), &text);
        go.click(with_value, (), &text);
        go.click(several, (), (&column, &more, &go, &number));
        go.click(either, &number, (&text, &number));
        go.click(|| Skip, (), (&text, &number)).api_name("neither");
        go.click(nothing, (), (&text, &number));
    }

    fn one() -> Update<Textbox> {
        Update(Textbox::new().visible(false))
    }

    fn with_value() -> Update<Textbox> {
        Update(Textbox::new().lines(8).value("Lorem"))
    }

    fn several() -> (Update<Column>, Update<Dropdown>, Update<Button>, u8) {
        (
            Update(Column::new().visible(true)),
            Update(Dropdown::new(["c", "d"]).value("d")),
            Update(Button::default().interactive(false)),
            7,
        )
    }

    fn either(number: i64) -> (Skip, i64) {
        (Skip, number + 1)
    }

    fn nothing() -> (Option<String>, Option<f64>) {
        (None, None)
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

#[test]
fn only_what_was_set_is_sent() {
    let page = page();
    assert_eq!(
        page.call("one", &json!([]), &session()),
        json!([{"visible": false, "__type__": "update"}])
    );
    assert_eq!(
        page.call("with_value", &json!([]), &session()),
        json!([{"lines": 8, "value": "Lorem", "__type__": "update"}])
    );
}

#[test]
fn every_kind_of_component_can_be_changed_beside_a_plain_value() {
    assert_eq!(
        page().call("several", &json!([]), &session()),
        json!([
            {"visible": true, "__type__": "update"},
            {"choices": [["c", "c"], ["d", "d"]], "value": "d", "__type__": "update"},
            {"interactive": false, "__type__": "update"},
            7
        ])
    );
}

#[test]
fn what_is_skipped_stays_and_what_is_nothing_does_not() {
    let page = page();
    let stays = json!({"__type__": "update"});
    assert_eq!(
        page.call("either", &json!([4]), &session()),
        json!([stays, 5])
    );
    assert_eq!(
        page.call("neither", &json!([]), &session()),
        json!([stays, stays])
    );
    assert_eq!(
        page.call("nothing", &json!([]), &session()),
        json!([null, null])
    );
}
