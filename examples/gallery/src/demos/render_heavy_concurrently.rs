//! A thousand boxes at once, in two columns that are drawn side by side.

use vetrina::prelude::*;

#[page]
fn render_heavy_concurrently(ui: &mut Ui) {
    ui.row(|ui| {
        for name in ["DONE 1", "DONE 2"] {
            ui.render((), move |ui: &mut Ui| {
                for _ in 0..500 {
                    let number = rand::random_range(0..=100);
                    ui.add(Textbox::new().value(number.to_string()));
                }
                ui.add(Button::new(name));
            });
        }
    });
}
