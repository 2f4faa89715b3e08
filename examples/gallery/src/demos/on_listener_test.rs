//! What follows an event knows where it began.

use vetrina::prelude::*;

#[page]
fn on_listener_test(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name"));
    let output = ui.add(Textbox::new().label("Output"));
    let button = ui.add(Button::new("Greet"));
    let first = ui.add(Textbox::new().label("Trigger 1"));
    let second = ui.add(Textbox::new().label("Trigger 2"));

    let events = [&name.submit, &button.click];
    ui.on(events, greet, &name, (&output, &first)).then(clear_name, (), (&name, &second));
}

fn greet(name: String, event: EventData) -> (String, String) {
    (format!("Hello {name}!"), event.component().into())
}

fn clear_name(event: EventData) -> (String, String) {
    (String::new(), event.component().into())
}
