//! What a function takes, explained where people look for it.

use vetrina::prelude::*;

#[page]
fn paramviewer_component(ui: &mut Ui) {
    let parameters = [
        Parameter::new("text", "String")
            .description("What to look through. **All** of it is read."),
        Parameter::new("pattern", "Regex").description("What to look for, as in `\"[0-9]+\"`."),
        Parameter::new("most", "Option<usize>")
            .description("How many to find at most.")
            .default("None"),
    ];
    let header = "Parameters of find";
    ui.add(ParamViewer::new().language("rust").header(header).value(parameters));
}
