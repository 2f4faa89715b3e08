//! Values that are functions: they follow other values, or change by themselves.

use rand::seq::IndexedRandom;
use vetrina::prelude::*;

const COUNTRIES: [&str; 17] = [
    "Algeria",
    "Argentina",
    "Australia",
    "Brazil",
    "Canada",
    "China",
    "Democratic Republic of the Congo",
    "Greenland (Denmark)",
    "India",
    "Kazakhstan",
    "Mexico",
    "Mongolia",
    "Peru",
    "Russia",
    "Saudi Arabia",
    "Sudan",
    "United States",
];

#[page]
fn function_values(ui: &mut Ui) {
    let (count, alphabetical) = ui.row(|ui| {
        (
            ui.add(Slider::new(1..=10).step(1).label("Country Count")),
            ui.add(Checkbox::new().value(true).label("Alphabetical Order")),
        )
    });
    ui.add(Json::new()).value(some, (&count, &alphabetical));

    let timer = ui.add(Timer::new(1));
    ui.row(|ui| {
        let one = ui.add(Textbox::new().label("Random Country"));
        one.value(|| random(1), ()).every(&timer);
        let several = ui.add(Textbox::new().label("Random Countries"));
        several.value(random, &count).every(&timer);
    });
    ui.row(|ui| {
        let start = || Update(Timer::default().active(true));
        ui.add(Button::new("Start")).click(start, (), &timer);
        let stop = || Update(Timer::default().active(false));
        ui.add(Button::new("Stop")).click(stop, (), &timer);
    });
}

fn some(count: usize, alphabetical: bool) -> Vec<&'static str> {
    if alphabetical {
        COUNTRIES[..count].into()
    } else {
        COUNTRIES[COUNTRIES.len() - count..].into()
    }
}

fn random(count: usize) -> String {
    let some: Vec<_> = COUNTRIES.choose_multiple(&mut rand::rng(), count).copied().collect();
    some.join(", ")
}
