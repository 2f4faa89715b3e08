/// Greets somebody, with feeling.
#[endpoint]
fn greet(
    /// Whom to greet.
    name: String,
    /// How glad you are.
    #[input(Slider::new(1..=10).value(2))]
    intensity: u8,
    #[default("!")] mark: String,
    request: Request,
) -> String {
    format!("Hello, {name}{}", mark.repeat(intensity.into()))
}
