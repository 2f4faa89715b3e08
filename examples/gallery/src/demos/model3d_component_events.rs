//! What a model of a thing tells of: each thing that happens to it counts one further.

use vetrina::{page::Handle, prelude::*};

#[page]
fn model3d_component_events(ui: &mut Ui) {
    ui.row(|ui| {
        let input = ui.column(|ui| ui.add(Model3D::new().label("Input Model3D")));
        let output = ui.column(|ui| ui.add(Model3D::new().label("Output Model3D")));
        ui.column(|ui| {
            let changes = count(ui, "# Change Events");
            let uploads = count(ui, "# Upload Events");
            let clears = count(ui, "# Clear Events");
            let clear_value = ui.add(Textbox::new().label("Clear Value").value(""));
            input.upload(
                |s: Option<FileData>, n: u32| (s, n + 1),
                (&input, &uploads),
                (&output, &uploads),
            );
            input.change(|n: u32| n + 1, &changes, &changes);
            input.clear(
                |s: Option<FileData>, n: u32| (s.map(|s| s.name().to_owned()), n + 1),
                (&input, &clears),
                (&clear_value, &clears),
            );
        });
    });
}

fn count(ui: &mut Ui, label: &str) -> Handle<Number> {
    ui.add(Number::new().label(label).value(0))
}
