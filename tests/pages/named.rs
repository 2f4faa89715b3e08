//! Inputs and outputs that go by their names.

use serde_json::json;

use super::{Page, session};

mod app {
    use vetrina::prelude::*;

    #[derive(Inputs)]
    struct Trip {
        from: String,
        people: u32,
    }

    #[derive(Outputs)]
    struct Plan {
        words: String,
        seats: Update<Number>,
    }

    #[page]
    fn trip(ui: &mut Ui) {
        let from = ui.add(Textbox::new().label("From"));
        let people = ui.add(Number::new().label("People"));
        let words = ui.add(Textbox::new().label("Words"));
        let seats = ui.add(Number::new().label("Seats"));
        let inputs = TripInputs {
            people: &people,
            from: &from,
        };
        let outputs = PlanOutputs {
            seats: &seats,
            words: &words,
        };
        ui.add(Button::new("Plan")).click(plan, inputs, outputs);
        let numbers: Vec<_> = (0..3).map(|_| ui.add(Number::new())).collect();
        ui.add(Button::new("Count"))
            .click(|| vec![1, 2, 3], (), &numbers)
            .api_name("count");
        ui.add(Button::new("Miscount"))
            .click(|| vec![1, 2], (), &numbers)
            .api_name("miscount");
    }

    fn plan(trip: Trip) -> Plan {
        Plan {
            words: format!("{} from {}", trip.people, trip.from),
            seats: Update(Number::new().value(trip.people).maximum(9)),
        }
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

#[test]
fn each_value_finds_its_component() {
    let page = page();
    let plan = page.event("plan");
    assert_eq!(
        plan["inputs"],
        json!([page.component("From"), page.component("People")])
    );
    assert_eq!(
        page.call("plan", &json!(["Rome", 2]), &session()),
        json!(["2 from Rome", {"value": 2, "maximum": 9, "__type__": "update"}])
    );
}

#[test]
fn a_list_is_shown_in_a_list_of_components() {
    let page = page();
    assert_eq!(page.call("count", &json!([]), &session()), json!([1, 2, 3]));
    let messages = page.messages("miscount", &json!([]), &session());
    assert_eq!(messages.last().expect("an end")["success"], false);
}
