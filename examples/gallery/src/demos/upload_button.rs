//! Files from a button, shown in a list.

use vetrina::{file::FileData, prelude::*};

#[page]
fn upload_button(ui: &mut Ui) {
    let files = ui.add(File::new().multiple());
    let upload = UploadButton::new("Click to Upload a File").file_types(["image", "video"]);
    let upload = ui.add(upload.multiple());
    upload.upload(upload_file, &upload, &files);
}

fn upload_file(files: Vec<FileData>) -> Vec<FileData> {
    files
}
