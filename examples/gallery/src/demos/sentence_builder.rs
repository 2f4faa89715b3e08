//! Every kind of input in one form, and a sentence out of all of them.

use vetrina::prelude::*;

/// `Vec<Country>` is a group of checkboxes.
#[derive(Choices)]
enum Country {
    #[choice(value = "USA", label = "USA")]
    Usa,
    Japan,
    Pakistan,
}

/// Up to four choices stand side by side; a longer list folds.
#[derive(Choices)]
enum Place {
    #[choice(value = "park")]
    Park,
    #[choice(value = "zoo")]
    Zoo,
    #[choice(value = "road")]
    Road,
}

/// Tells what some animals did all day.
#[endpoint]
fn sentence_builder(
    /// From 2 to 20 of them.
    #[input(Slider::new(2..=20).value(4).label("Count"))]
    quantity: u32,
    /// Which kind?
    #[input(Dropdown::new(["cat", "dog", "bird"]))]
    animal: String,
    /// Where do they come from?
    countries: Vec<Country>,
    /// Where did they go?
    #[default(Place::Park)]
    place: Place,
    /// What did they do there? Type to find one.
    #[input(Dropdown::new(["ran", "swam", "ate", "slept"]).multiselect(true).value(["swam", "slept"]))]
    activities: Vec<String>,
    /// Did they go on until the morning?
    morning: bool,
) -> String {
    let countries: Vec<_> = countries.iter().map(Country::value).collect();
    format!(
        "The {quantity} {animal}s from {} went to the {} where they {} until the {}",
        countries.join(" and "),
        place.value(),
        activities.join(" and "),
        if morning { "morning" } else { "night" },
    )
}
