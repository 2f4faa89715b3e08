use vetrina::prelude::*;

#[page]
fn cart(ui: &mut Ui) {
    let cart = ui.state(Vec::<String>::new());
    let item = ui.add(Textbox::new());
    item.submit(add, &item, &cart);
}

fn add(item: String, mut cart: Vec<String>) -> Vec<String> {
    cart.push(item);
    cart
}

fn main() {}
