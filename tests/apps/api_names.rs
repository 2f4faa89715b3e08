//! Which names endpoints get, and who finds them.

use vetrina::prelude::*;

mod first {
    use vetrina::prelude::*;

    #[endpoint(output = Textbox::new().label("api_name"))]
    fn default_name(#[input(Textbox::new().label("My Label!"))] x: String) -> String {
        x
    }
}

mod second {
    use vetrina::prelude::*;

    #[endpoint(output = Textbox::new().label("api_name"))]
    fn default_name(#[input(Textbox::new().label("My Label!"))] x: String) -> String {
        x
    }
}

#[endpoint(api_name = "custom", description = "A custom description", output = Textbox::new().label("api_name"))]
fn renamed(#[input(Textbox::new().label("My Label!"))] x: String) -> String {
    x
}
