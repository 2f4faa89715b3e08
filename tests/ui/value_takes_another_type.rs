use vetrina::prelude::*;

#[page]
fn fleet(ui: &mut Ui) {
    let ships = ui.add(Textbox::new());
    let crew = ui.add(Number::new());
    crew.value(|ships: u32| ships * 40, &ships);
}

fn main() {}
