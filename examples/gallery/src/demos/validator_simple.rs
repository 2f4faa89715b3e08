//! A form that is judged before anything runs.

use vetrina::prelude::*;

#[page]
fn validator_simple(ui: &mut Ui) {
    ui.markdown("# Judged before it runs");
    let (age, location) = ui.row(|ui| {
        ui.column(|ui| {
            let age = Number::new().label("Enter age").placeholder("Enter age");
            let location = Textbox::new().max_lines(3).label("Enter location");
            (ui.add(age), ui.add(location.placeholder("Enter location")))
        })
    });
    let process = Button::new("Process with Validation").variant(ButtonVariant::Primary);
    let process = ui.add(process);
    let output = Textbox::new().label("Output (with validation)");
    let output = ui.add(output.interactive(false));

    process
        .click(process_text, (&age, &location), &output)
        .validator(validate_input, (&age, &location));
}

fn validate_input(age: Option<f64>, location: String) -> [Validity; 2] {
    let is_london = location.to_lowercase().contains("london");
    [
        validate(age.is_none_or(|age| age >= 3.0), "Age must be at least 3"),
        validate(!is_london, "Location must not be in London"),
    ]
}

fn process_text(age: Option<f64>, location: String) -> String {
    let age = age.map_or_else(|| "ageless".into(), |age| age.to_string());
    format!("Processed: {age} -- {}", location.to_uppercase())
}
