use vetrina::prelude::*;

#[page]
fn cart(ui: &mut Ui) {
    let cart = ui.state(0u32);
    let item = ui.add(Textbox::new());
    item.submit(add, (&item, &cart), &cart);
}

fn add(item: String, mut cart: Vec<String>) -> Vec<String> {
    cart.push(item);
    cart
}

fn main() {}
