//! Marks in a text, to be edited.

use vetrina::prelude::*;

#[page]
fn highlightedtext_component(ui: &mut Ui) {
    let words = [
        ("The fox from ", None),
        ("Oslo", Some("place")),
        (" met ", None),
        ("Ada", Some("person")),
        (" at noon.", None),
    ];
    ui.add(
        HighlightedText::new()
            .combine_adjacent(true)
            .show_legend(true)
            .interactive(true)
            .value(words),
    );
}
