use vetrina::prelude::*;

#[page]
fn cart(ui: &mut Ui) {
    let cart = ui.state(Vec::<String>::new());
    let item = ui.add(Textbox::new());
    let count = ui.add(Number::new());
    item.submit(add, (&item, &cart), &count);
}

fn add(item: String, mut cart: Vec<String>) -> (usize, Vec<String>) {
    cart.push(item);
    (cart.len(), cart)
}

fn main() {}
