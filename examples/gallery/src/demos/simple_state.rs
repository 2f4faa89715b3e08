//! A shopping cart that is yours alone until you leave the page.

use vetrina::prelude::*;

#[page]
fn simple_state(ui: &mut Ui) {
    let cart = ui.state(Vec::new());
    let goods = CheckboxGroup::new(["Cereal", "Milk", "Orange Juice", "Water"]);
    let goods = ui.add(goods.label("Goods"));
    let add = ui.add(Button::new("Add Items"));
    add.click(add_items, (&goods, &cart), &cart);

    let size = ui.add(Number::new().label("Cart Size"));
    cart.change(|cart: Vec<String>| cart.len(), &cart, &size);
}

fn add_items(goods: Vec<String>, mut cart: Vec<String>) -> Vec<String> {
    cart.extend(goods);
    cart
}
