//! Three classes and how likely they are.

use vetrina::prelude::*;

#[page]
fn label_component(ui: &mut Ui) {
    let scores = [("First Label", 0.7), ("Second Label", 0.2), ("Third Label", 0.1)];
    ui.add(Label::new().value(scores));
}
