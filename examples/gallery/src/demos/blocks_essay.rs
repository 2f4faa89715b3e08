//! Functions that change what is on the page: lines, limits, choices, and what can be seen.

use vetrina::prelude::*;

#[derive(Choices)]
enum Length {
    #[choice(value = "short")]
    Short,
    #[choice(value = "long")]
    Long,
    #[choice(value = "none")]
    None,
}

#[derive(Choices)]
enum Country {
    #[choice(value = "USA", label = "USA")]
    Usa,
    Canada,
    Pakistan,
}

#[page]
fn blocks_essay(ui: &mut Ui) {
    let question = "What kind of essay would you like to write?";
    let length = ui.add(Radio::of::<Length>().label(question));
    let essay = Textbox::new().label("Essay").lines(2);
    let essay = ui.add(essay.interactive(true).show_copy_button(true));

    let (number, output) = ui.row(|ui| {
        (
            ui.add(Number::new().minimum(0).maximum(100).label("input")),
            ui.add(Number::new().label("output")),
        )
    });
    let least = ui.add(Slider::new(0..=100).value(0).label("min"));
    let most = ui.add(Slider::new(0..=100).value(100).label("max"));
    let submit = ui.add(Button::new("Submit").variant(ButtonVariant::Primary));

    let (country, city) = ui.row(|ui| {
        (
            ui.add(Dropdown::of::<Country>().label("Country")),
            ui.add(Dropdown::new(cities(Country::Usa)).label("Cities")),
        )
    });

    number.submit(|number: f64| number, &number, &output);
    length.change(change_essay, &length, (&essay, &submit));
    least.change(reset_bounds, (&least, &most), &number);
    most.change(reset_bounds, (&least, &most), &number);
    country.change(update_cities, &country, &city);
}

fn change_essay(length: Length) -> (Update<Textbox>, Update<Button>) {
    let essay = Textbox::new();
    let (essay, submit) = match length {
        Length::Short => (essay.visible(true).lines(2), true),
        Length::Long => {
            let text = "Lorem ipsum dolor sit amet";
            (essay.visible(true).lines(8).value(text), true)
        }
        Length::None => (essay.visible(false), false),
    };
    (Update(essay), Update(Button::default().interactive(submit)))
}

fn reset_bounds(least: f64, most: f64) -> Update<Number> {
    Update(Number::new().minimum(least).maximum(most))
}

fn update_cities(country: Country) -> Update<Dropdown> {
    let cities = cities(country);
    Update(Dropdown::new(cities).value(cities[0]).interactive(true))
}

fn cities(country: Country) -> [&'static str; 3] {
    match country {
        Country::Usa => ["New York", "Los Angeles", "Chicago"],
        Country::Canada => ["Toronto", "Montreal", "Vancouver"],
        Country::Pakistan => ["Karachi", "Lahore", "Islamabad"],
    }
}
