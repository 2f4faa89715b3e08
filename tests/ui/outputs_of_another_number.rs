use vetrina::prelude::*;

#[endpoint(outputs = (Textbox::new(), Number::new(), Checkbox::new()))]
fn measure(text: String) -> (String, usize) {
    let length = text.len();
    (text, length)
}

fn main() {}
