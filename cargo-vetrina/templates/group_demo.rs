//! A page with it: it holds two fields.

use my_component::MyComponent;
use vetrina::prelude::*;

#[page(title = "MyComponent")]
fn demo(ui: &mut Ui) {
    ui.add_block(MyComponent::new().title("MyComponent"), |ui| {
        let name = ui.add(Textbox::new().label("Name"));
        let greeting = ui.add(Textbox::new().label("Greeting"));
        name.change(|name: String| format!("Hello, {name}"), &name, &greeting)
            .api_name("show");
    });
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
