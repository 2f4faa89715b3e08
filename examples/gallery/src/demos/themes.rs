//! Eight looks: the same page in each of them, in the light and in the dark.

use std::collections::BTreeMap;

use vetrina::{
    components::layout::{Accordion, Column, LayoutVariant},
    page::Handle,
    prelude::*,
};

#[page(title = "Default")]
fn themes(ui: &mut Ui) {
    window(ui, Theme::default());
}

#[page]
fn base(ui: &mut Ui) {
    window(ui, Theme::base());
}

#[page]
fn soft(ui: &mut Ui) {
    window(ui, Theme::soft());
}

#[page]
fn monochrome(ui: &mut Ui) {
    window(ui, Theme::monochrome());
}

#[page]
fn glass(ui: &mut Ui) {
    window(ui, Theme::glass());
}

#[page]
fn ocean(ui: &mut Ui) {
    window(ui, Theme::ocean());
}

#[page]
fn origin(ui: &mut Ui) {
    window(ui, Theme::origin());
}

#[page]
fn citrus(ui: &mut Ui) {
    window(ui, Theme::citrus());
}

/// A coffee bar, for something to look at.
fn window(ui: &mut Ui, theme: Theme) {
    ui.theme(theme);
    ui.markdown("# The same window, eight times\n\nChoose a look above. **Settings**, at the foot, knows light and dark; so does this:");
    ui.add(Button::new("Turn the light on or off").size(ButtonSize::Sm)).click.js(LIGHT, (), ());
    ui.row(|ui| {
        let (order, buttons) = ui.column(|ui| (order(ui), buttons(ui)));
        let (bill, shares) = ui.add_block(Column::new().variant(LayoutVariant::Panel), answer).1;
        let (drink, cups, extras) = &order;
        buttons.click(total, (drink, cups, extras), (&bill, &shares)).show_api(false);
    });
    ui.tab("Table", |ui| {
        let rows = [["Espresso", "2.20", "18"], ["Filter", "2.80", "31"], ["Tea", "2.50", "9"]];
        ui.add(
            Dataframe::new()
                .headers(["Drink", "Price", "Cups today"])
                .label("The menu")
                .value(rows),
        );
    });
    ui.tab("Code and data", |ui| {
        ui.row(|ui| {
            ui.add(Code::new().language(Language::Python).label("Code").value(CODE));
            let menu = BTreeMap::from([("espresso", 2.2), ("filter", 2.8), ("tea", 2.5)]);
            ui.add(Json::new().label("JSON").open(true).value(menu));
        });
    });
    ui.tab("Files", |ui| {
        ui.row(|ui| {
            ui.add(File::new().label("A file"));
            ui.add(Image::new().label("A picture"));
        });
    });
    ui.tab("Words", |ui| {
        ui.markdown(WORDS);
    });
    ui.add_block(Accordion::new("Opening hours").open(false), |ui| {
        ui.markdown("Every day from **7** to **18**, on Sundays from **9**.");
    });
}

type Order = (Handle<Radio>, Handle<Slider>, Handle<CheckboxGroup>);

fn order(ui: &mut Ui) -> Order {
    ui.add(Textbox::new().label("Name").info("For the cup.").placeholder("Ada"));
    let drink = ui.add(Radio::new(["Espresso", "Filter", "Tea"]).value("Filter").label("Drink"));
    let cups = ui.add(Slider::new(1..=12).value(4).label("Cups"));
    let extras = ["Milk", "Sugar", "Ice"];
    let extras = ui.add(CheckboxGroup::new(extras).value(["Milk"]).label("With"));
    ui.add(Dropdown::new(["Here", "To go"]).label("Where"));
    ui.add(Checkbox::new().label("It is a present"));
    (drink, cups, extras)
}

fn buttons(ui: &mut Ui) -> Handle<Button> {
    ui.row(|ui| {
        ui.add(Button::new("Later"));
        ui.add(Button::new("Never").variant(ButtonVariant::Stop));
        ui.add(Button::new("Order").variant(ButtonVariant::Primary))
    })
}

fn answer(ui: &mut Ui) -> (Handle<Textbox>, Handle<Label>) {
    let bill = ui.add(Textbox::new().label("The bill").interactive(false).value("11.60"));
    let shares = [("Drink", 0.97), ("Extras", 0.03)];
    let shares = ui.add(Label::new().label("What it is made of").value(shares));
    let thanks = [
        ("Thank you, ", None),
        ("Ada", Some("guest")),
        (", and enjoy your ", None),
        ("filter", Some("drink")),
    ];
    ui.add(HighlightedText::new().label("On the cup").show_legend(true).value(thanks));
    (bill, shares)
}

fn total(drink: String, cups: f64, extras: Vec<String>) -> (String, Vec<(&'static str, f64)>) {
    let price = match drink.as_str() {
        "Espresso" => 2.2,
        "Filter" => 2.8,
        _ => 2.5,
    };
    let (drinks, extras) = (price * cups, 0.4 * extras.len() as f64);
    let sum = drinks + extras;
    (format!("{sum:.2}"), vec![("Drink", drinks / sum), ("Extras", extras / sum)])
}

const LIGHT: &str = "() => {
    const root = document.documentElement, dark = !root.classList.contains('dark');
    root.classList.toggle('dark', dark);
    root.classList.toggle('light', !dark);
}";

const CODE: &str = "def bill(price, cups):
    # Every tenth cup is free.
    return price * (cups - cups // 10)
";

const WORDS: &str = "## A cup of prose

Coffee is *roasted*, **ground** and [brewed](https://www.rust-lang.org/); `water` does the rest.

> What the eye likes, the reader trusts.

1. Warm the cup.
2. Pour slowly.
";
