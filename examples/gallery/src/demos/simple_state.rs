//! A shopping cart that is yours alone until you leave the page.

use vetrina::prelude::*;

/// What somebody put in so far; every visitor starts with nothing.
#[derive(Default)]
struct Cart(Vec<String>);

#[page]
fn simple_state(ui: &mut Ui) {
    let goods = CheckboxGroup::new(["Cereal", "Milk", "Orange Juice", "Water"]);
    let goods = ui.add(goods.label("Goods"));
    let add = ui.add(Button::new("Add Items"));
    let size = ui.add(Number::new().label("Cart Size"));
    add.click(add_items, &goods, &size);
}

fn add_items(goods: Vec<String>, cart: State<Cart>) -> usize {
    cart.update(|cart| {
        cart.0.extend(goods);
        cart.0.len()
    })
}
