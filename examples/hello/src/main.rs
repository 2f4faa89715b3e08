//! The smallest program there is: one function, shown and served.

use vetrina::prelude::*;

/// Greets somebody, with feeling.
#[endpoint]
fn greet(
    /// Whom to greet.
    name: String,
    /// How glad you are.
    #[input(Slider::new(1..=10).value(2))]
    intensity: u8,
) -> String {
    format!("Hello, {name}{}", "!".repeat(intensity.into()))
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}

#[cfg(test)]
mod tests {
    use vetrina::{App, test::Page};

    #[test]
    fn it_greets_with_feeling() {
        let mut page = Page::open(&App::new());
        page.fill("Name", "Ada");
        page.fill("Intensity", 3);
        page.click("Submit");
        assert_eq!(page.text("Output"), "Hello, Ada!!!");
    }
}
