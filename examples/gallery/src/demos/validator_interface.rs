//! Text and pictures that are judged before anything runs, and a judge that fails.

use vetrina::{endpoint::Visibility, image::RgbImage, prelude::*};

#[page]
fn validator_interface(ui: &mut Ui) {
    ui.tab("Text", |ui| {
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
    });
    ui.tab("Image", |ui| {
        let image = ui.add(Image::new().label("Enter image"));
        let text = ui.add(Textbox::new().label("Enter text"));
        image
            .change(process_image, &image, &text)
            .show_api(false)
            .validator(validate_image, &image);
    });
    ui.tab("Validation Error", |ui| {
        let error = Button::new("Raise Validation Error").variant(ButtonVariant::Primary);
        ui.add(error)
            .click(|| {}, (), ())
            .api_visibility(Visibility::Private)
            .validator(raise_error, ());
    });
}

fn validate_input(age: Option<f64>, location: String) -> [Validity; 2] {
    let is_london = location.to_lowercase().contains("london");
    [
        validate(age.is_some_and(|age| age >= 3.0), "Age must be at least 3"),
        validate(!is_london, "Location must not be in London"),
    ]
}

fn process_text(age: f64, location: String) -> String {
    format!("Processed: {age} -- {}", location.to_uppercase())
}

/// A picture that is cleared is none that is wrong.
fn validate_image(image: Option<RgbImage>) -> Validity {
    let is_portrait = image.is_none_or(|image| image.width() < image.height());
    validate(is_portrait, "Image must be in portrait mode")
}

fn process_image(image: Option<RgbImage>) -> &'static str {
    image.map_or("No image uploaded", |_| "HELLO IMAGE!!!")
}

fn raise_error() -> Result<[Validity; 0], std::num::ParseIntError> {
    "test error".parse::<u8>().map(|_| [])
}
