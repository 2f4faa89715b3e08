//! Samples of several kinds, to choose from.

use vetrina::prelude::*;

#[page(title = "Dataset")]
fn dataset(ui: &mut Ui) {
    ui.markdown("# Samples to choose from");
    let people = Dataset::new(
        (
            Textbox::new().label("Name"),
            Number::new().label("Born"),
            CheckboxGroup::new(["mathematics", "engines", "compilers"]).label("Field"),
        ),
        [
            ("Ada Lovelace", 1815, vec!["mathematics", "engines"]),
            ("Charles Babbage", 1791, vec!["engines"]),
            ("Grace Hopper", 1906, vec!["compilers"]),
        ],
    );
    let people = ui.add(people.label("People"));
    let colours = ["#005f73", "#0a9396", "#94d2bd", "#e9d8a6", "#ee9b00", "#bb3e03"];
    let colours = ui.add(Dataset::of(ColorPicker::new(), colours).label("Colours"));
    let answers = ui.add(Dataset::of(Checkbox::new(), [true, false]).label("Answers"));
    let chosen = ui.add(Json::new().label("Chosen"));
    people.click(show, &people, &chosen);
    colours.click(show, &colours, &chosen);
    answers.click(show, &answers, &chosen);
}

fn show((index, Sample(values)): (usize, Sample<serde_json::Value>)) -> serde_json::Value {
    serde_json::json!({"index": index, "values": values})
}
