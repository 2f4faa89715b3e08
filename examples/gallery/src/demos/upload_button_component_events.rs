//! How often files were uploaded by a button, and how often it was clicked.

use vetrina::{file::FileData, prelude::*};

#[page]
fn upload_button_component_events(ui: &mut Ui) {
    row(ui, "Upload Single File", UploadButton::new("Upload Single File"), File::new());
    let several = UploadButton::new("Upload Multiple Files").multiple();
    row(ui, "Upload Multiple Files", several, File::new().multiple());
}

fn row(ui: &mut Ui, name: &str, button: UploadButton, file: File) {
    ui.row(|ui| {
        let upload = ui.column(|ui| ui.add(button));
        ui.column(|ui| {
            let file = ui.add(file.label(format!("{name} Output")));
            let loads = ui.add(Number::new().label(format!("# Load {name}")).value(0));
            let clicks = Number::new().label(format!("# Click {name} Output")).value(0);
            let clicks = ui.add(clicks);
            upload.upload(count, (&upload, &loads), (&file, &loads));
            upload.click(|n: u32| n + 1, &clicks, &clicks);
        });
    });
}

fn count(files: Vec<FileData>, n: u32) -> (Vec<FileData>, u32) {
    (files, n + 1)
}
