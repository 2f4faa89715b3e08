//! Blocks that a visitor puts in another order.

use vetrina::{
    components::layout::{Draggable, Orientation},
    prelude::*,
};

#[page]
fn draggable_dashboard(ui: &mut Ui) {
    ui.markdown("# Draggable dashboard\nDrag a block by its grip, or focus the grip and press an arrow key.");
    let side_by_side = Draggable::new().orientation(Orientation::Row);
    ui.add_block(side_by_side, |ui| {
        figure(ui, "Visitors", 1284);
        figure(ui, "Orders", 96);
        figure(ui, "Returns", 3);
    });
    ui.add_block(Draggable::new(), |ui| {
        ui.add(Label::new().label("Browsers").value([("Firefox", 0.4), ("Chromium", 0.6)]));
        ui.add(Textbox::new().label("Notes").lines(3));
    });
}

fn figure(ui: &mut Ui, label: &str, value: u32) {
    ui.add(Number::new().label(label).value(value).interactive(false));
}
