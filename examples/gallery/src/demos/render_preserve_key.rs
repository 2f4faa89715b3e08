//! Boxes that keep their value and their label, but not their help, when there are more or fewer.

use rand::seq::IndexedRandom;
use vetrina::{components::layout::Row, prelude::*};

#[page]
fn render_preserve_key(ui: &mut Ui) {
    let count = ui.add(Slider::new(1..=5).step(1).value(3).label("Number of Boxes"));

    ui.render(&count, |ui: &mut Ui, count: usize| {
        for i in 0..count {
            ui.add_block(Row::new().key(format!("row-{i}")), |ui| {
                let text = Textbox::new().label("Default Label").info("Default Info");
                let text = text.key(format!("box-{i}")).preserved_by_key(["label", "value"]);
                let text = ui.add(text.interactive(true));
                let change = ui.add(Button::new("Change Label").key(format!("btn-{i}")));
                change.click(|| Update(Textbox::new().label(any()).info(any())), (), &text);
            });
        }
    });
}

fn any() -> &'static str {
    ["A", "B", "C", "D", "E"].choose(&mut rand::rng()).unwrap_or(&"A")
}
