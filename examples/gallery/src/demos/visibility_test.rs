//! Seen, hidden, or not there at all.

use vetrina::{component::Visible, prelude::*};

#[derive(Choices, Default)]
enum See {
    #[default]
    Visible,
    #[choice(label = "Hidden (in DOM)")]
    Hidden,
    #[choice(label = "Not Visible (removed)")]
    Removed,
}

#[page]
fn visibility_test(ui: &mut Ui) {
    ui.markdown("# Visibility Test Demo");
    ui.markdown("Test the three visibility states: visible=True, visible='hidden', visible=False");
    let see = ui.row(|ui| {
        let see = Radio::of::<See>().label("Choose visibility state");
        ui.add(see.value(See::Visible).elem_id("visibility-radio"))
    });
    ui.row(|ui| {
        let (text, get, counter, increment, result) = ui.column(|ui| {
            let text = Textbox::new().label("Test Input").value("Initial text");
            let result = Textbox::new().label("Counter Result");
            (
                ui.add(text.elem_id("test-textbox")),
                ui.add(Button::new("Get Value").elem_id("test-button")),
                ui.add(Number::new().value(0).visible(false).elem_id("counter")),
                ui.add(Button::new("Increment Counter").elem_id("increment-button")),
                ui.add(result.elem_id("counter-result")),
            )
        });
        let (status, output) = ui.column(|ui| {
            (
                ui.add(Textbox::new().label("Status").elem_id("status-output")),
                ui.add(Textbox::new().label("Output").elem_id("output-textbox")),
            )
        });
        see.change(toggle, (&see, &text), (&text, &get, &status));
        get.click(|text: String| format!("Retrieved value: {text}"), &text, &output);
        counter.change(|n: i64| format!("Counter Result: {n}"), &counter, &result);
        increment.click(|n: i64| n + 1, &counter, &counter);
    });
}

fn toggle(see: See, text: String) -> (Update<Textbox>, Update<Button>, String) {
    let visible = match see {
        See::Visible => Visible::Yes,
        See::Hidden => Visible::Hidden,
        See::Removed => Visible::No,
    };
    (
        Update(Textbox::new().visible(visible)),
        Update(Button::default().visible(visible)),
        format!("Current value: {text}"),
    )
}
