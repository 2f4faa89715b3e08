//! Every event of a picture, counted.

use std::path::PathBuf;

use vetrina::{endpoint::Index, prelude::*};

#[page]
fn image_component_events(ui: &mut Ui) {
    let sources = [PictureSource::Upload, PictureSource::Clipboard];
    ui.row(|ui| {
        let input = ui.column(|ui| ui.add(Image::new().label("Input Image").sources(sources)));
        let output = ui.column(|ui| ui.add(Image::new().label("Output Image").sources(sources)));
        let [change, inputs, uploads, change_output, clears, selects] = ui.column(|ui| {
            [
                "Change Events",
                "Input Events",
                "Upload Events",
                "Change Events Output",
                "Clear Events",
                "Select Events",
            ]
            .map(|event| ui.add(Number::new().label(format!("# {event}")).value(0)))
        });
        input.upload(
            |picture: PathBuf, n: u32| (picture, n + 1),
            (&input, &uploads),
            (&output, &uploads),
        );
        input.input(count, &inputs, &inputs);
        input.change(count, &change, &change);
        input.clear(count, &clears, &clears);
        output.change(count, &change_output, &change_output);
        output.select(count_points, &selects, &selects);
    });
}

fn count(n: u32) -> u32 {
    n + 1
}

/// A point has two numbers.
fn count_points(n: u32, select: SelectData) -> u32 {
    n + u32::from(matches!(select.index, Index::Two(..)))
}
