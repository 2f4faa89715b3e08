//! One choice after the other: what is to be chosen, and how far, follows what was chosen before.

use vetrina::{components::layout::Column, prelude::*};

#[derive(Choices)]
enum Species {
    Mammal,
    Fish,
    Bird,
}

#[page]
fn blocks_update(ui: &mut Ui) {
    ui.markdown(
        "# Animal Generator\nOnce you select a species, the detail panel should be visible.",
    );
    let species = ui.add(Radio::of::<Species>().label("Animal Class"));
    let animal = ui.add(Dropdown::new([""; 0]).label("Animal"));
    let (panel, (weight, details)) = ui.add_block(Column::new().visible(false), |ui| {
        let weight = ui.add(Slider::new(0..=20).label("Weight"));
        let details = ui.add(Textbox::new().label("Extra Details"));
        let generate = ui.add(Button::new("Generate"));
        let output = ui.add(Textbox::new().label("Output"));
        generate.click(|details: String| details, &details, &output);
        (weight, details)
    });
    species.change(filter_species, &species, (&animal, &panel));
    animal.change(filter_weight, &animal, &weight);
    weight.change(|weight: u32| Update(Textbox::new().lines(weight / 10 + 1)), &weight, &details);
}

fn filter_species(species: Species) -> (Update<Dropdown>, Update<Column>) {
    let animals = match species {
        Species::Mammal => ["Elephant", "Giraffe", "Hamster"],
        Species::Fish => ["Shark", "Salmon", "Tuna"],
        Species::Bird => ["Chicken", "Eagle", "Hawk"],
    };
    let animal = Dropdown::new(animals).value(animals[1]);
    (Update(animal), Update(Column::new().visible(true)))
}

fn filter_weight(animal: Option<String>) -> Update<Slider> {
    let is_heavy = animal.is_some_and(|it| ["Elephant", "Shark", "Giraffe"].contains(&&*it));
    Update(Slider::new(0..=if is_heavy { 100 } else { 20 }))
}
