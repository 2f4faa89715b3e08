//! One function for two events: Enter in the box, or a press of the button.

use vetrina::prelude::*;

#[page]
fn on_listener_basic(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name"));
    let output = ui.add(Textbox::new().label("Output Box"));
    let button = ui.add(Button::new("Greet"));
    let trigger = ui.add(Textbox::new().label("Trigger Box"));

    let events = [&name.submit, &button.click];
    ui.on(events, greet, &name, (&output, &trigger)).then(|| "", (), &name);
}

fn greet(name: String, event: EventData) -> (String, String) {
    (format!("Hello {name}!"), event.component().into())
}
