//! Samples to choose from.

mod app {
    use vetrina::prelude::*;

    #[page]
    fn samples(ui: &mut Ui) {
        let people = Dataset::new(
            (
                Textbox::new().label("Name"),
                Dropdown::new([("small", 1), ("large", 2)]).label("Size"),
            ),
            (0..25).map(|n| (format!("Person {n}"), n % 2 + 1)),
        );
        let people = ui.add(people.label("People"));
        let colours =
            ui.add(Dataset::of(ColorPicker::new(), ["#ff0000", "#0000ff"]).label("Colours"));
        let chosen = ui.add(Textbox::new().label("Chosen"));
        people.click(person, &people, &chosen).api_name("person");
        colours
            .select(|Sample(colour): Sample<String>| colour, &colours, &chosen)
            .api_name("colour");
    }

    fn person((number, Sample((name, size))): (usize, Sample<(String, u8)>)) -> String {
        format!("{number}: {name}, size {size}")
    }
}
