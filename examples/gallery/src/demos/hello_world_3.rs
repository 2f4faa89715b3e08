//! Three kinds of input and two answers at once.

use vetrina::prelude::*;

/// Greets somebody with the weather, and tells the temperature in Celsius.
#[endpoint(outputs = (Textbox::new().label("Greeting"), Number::new().label("Celsius").precision(2)))]
fn greet(
    name: String,
    is_morning: bool,
    /// In degrees Fahrenheit.
    #[input(Slider::new(0..=100))]
    temperature: f64,
) -> (String, f64) {
    let time = if is_morning { "morning" } else { "evening" };
    let greeting = format!("Good {time} {name}. It is {temperature} degrees today");
    (greeting, (temperature - 32.0) * 5.0 / 9.0)
}
