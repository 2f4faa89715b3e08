//! Three pages in one app: a greeting that is spelled out, a number that goes up and down, two forms.

use std::{thread::sleep, time::Duration};

use vetrina::{image::DynamicImage, prelude::*};

#[page]
fn multipage(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name"));
    let output = ui.add(Textbox::new().label("Output Box"));
    let button = ui.add(Button::new("Greet"));
    ui.on([&button.click, &name.submit], greet, &name, &output);
    ui.render(&name, spell_out).on([&output.change]);
}

#[page]
fn up(ui: &mut Ui) {
    let number = ui.add(Number::new());
    ui.load(chance, (), &number);
    ui.row(|ui| {
        ui.add(Button::new("Increase")).click(increment, &number, &number);
        ui.add(Button::new("Decrease")).click(decrement, &number, &number);
    });
    for _ in 0..100 {
        ui.add(Textbox::new());
    }
}

#[page]
fn interface(ui: &mut Ui) {
    ui.interface(wait);
    ui.interface(multiply);
}

fn greet(name: String) -> String {
    format!("Hello {name}!")
}

fn spell_out(ui: &mut Ui, name: String) {
    ui.row(|ui| {
        for letter in name.chars() {
            ui.add(Textbox::new().value(letter.to_string()));
        }
    });
}

fn chance() -> i32 {
    sleep(Duration::from_secs(1));
    rand::random_range(10..=40)
}

fn increment(number: i32) -> i32 {
    number + 1
}

fn decrement(number: i32) -> i32 {
    number - 1
}

#[endpoint]
fn wait(image: DynamicImage) -> DynamicImage {
    sleep(Duration::from_secs(2));
    image
}

#[endpoint]
fn multiply(
    #[input(Number::new().label("x"))] x: f64,
    #[input(Number::new().label("y"))] y: f64,
) -> f64 {
    x * y
}
