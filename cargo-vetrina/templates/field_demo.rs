//! A page with it: what is entered above is shown below.

use my_component::MyComponent;
use vetrina::{component::AnyComponent, prelude::*};

#[page(title = "MyComponent")]
fn demo(ui: &mut Ui) {
    let example = AnyComponent::example_value(&MyComponent::new());
    let example: {model} = serde_json::from_value(example).expect("the example fits the model");
    let input = ui.add(MyComponent::new().label("Input").value(example));
    let output = ui.add(MyComponent::new().label("Output"));
    input
        .change(|value: {model}| value, &input, &output)
        .api_name("show");
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
