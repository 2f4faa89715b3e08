//! A form that gives way to its answer: one function fills boxes and shows and hides others.

use vetrina::{components::layout::Column, prelude::*};

#[page]
fn blocks_form(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name"));
    let age = ui.add(Number::new().label("Age").minimum(0).maximum(100));
    let symptoms = CheckboxGroup::new(["Cough", "Fever", "Runny Nose"]);
    let symptoms = ui.add(symptoms.label("Symptoms"));
    let submit = ui.add(Button::new("Submit"));
    let (answer, (diagnosis, summary)) = ui.add_block(Column::new().visible(false), |ui| {
        (ui.add(Textbox::new().label("Diagnosis")), ui.add(Textbox::new().label("Patient Summary")))
    });
    submit.click(diagnose, (&name, &age, &symptoms), (&diagnosis, &summary, &submit, &answer));
}

fn diagnose(
    name: String,
    age: u8,
    symptoms: Vec<String>,
) -> (&'static str, String, Update<Button>, Update<Column>) {
    let coughs = symptoms.iter().any(|symptom| symptom == "Cough");
    (
        if coughs { "covid" } else { "flu" },
        format!("{name}, {age} y/o"),
        Update(Button::default().visible(false)),
        Update(Column::new().visible(true)),
    )
}
