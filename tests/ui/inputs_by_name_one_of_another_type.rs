use vetrina::prelude::*;

#[derive(Inputs)]
struct Order {
    item: String,
    count: u8,
}

#[page]
fn shop(ui: &mut Ui) {
    let item = ui.add(Textbox::new());
    let count = ui.add(Textbox::new());
    let said = ui.add(Textbox::new());
    let inputs = OrderInputs { item: &item, count: &count };
    ui.add(Button::new("Order")).click(order, inputs, &said);
}

fn order(Order { item, count }: Order) -> String {
    format!("{count} × {item}")
}

fn main() {}
