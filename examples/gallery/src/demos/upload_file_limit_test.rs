//! Files of more than 15 kB are refused, wherever they are given.

use vetrina::prelude::*;

#[page]
fn upload_file_limit_test(ui: &mut Ui) {
    ui.markdown(
        "# ⬆️📁 max_file_size test\nA message pops up when a file of more than 15 kB is uploaded.",
    );
    ui.row(|ui| {
        ui.column(|ui| {
            ui.add(Image::new().label("Image").interactive(true));
            ui.add(Gallery::new().label("Gallery").interactive(true));
            ui.add(File::new().label("Single File").interactive(true));
        });
        ui.column(|ui| {
            ui.add(Model3D::new().label("Model 3D").interactive(true));
            ui.add(MultimodalTextbox::new().label("Multimodal Textbox").interactive(true));
            ui.add(UploadButton::new("Upload Button"));
        });
        ui.column(|ui| {
            ui.add(Video::new().label("Video").interactive(true));
            ui.add(Audio::new().label("Audio").interactive(true));
            ui.add(File::new().multiple().label("Multiple Files").interactive(true));
        });
    });
}
