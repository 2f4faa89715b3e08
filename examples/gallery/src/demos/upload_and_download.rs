//! First upload a file, then download it, but only once.

use vetrina::{file::FileData, prelude::*};

#[page]
fn upload_and_download(ui: &mut Ui) {
    ui.markdown("First upload a file and then you'll be able to download it (but only once!)");
    ui.row(|ui| {
        let upload = ui.add(UploadButton::new("Upload a file"));
        let download = ui.add(DownloadButton::new("Download the file").visible(false));
        upload.upload(upload_file, &upload, (&upload, &download));
        download.click(download_file, (), (&upload, &download));
    });
}

fn upload_file(file: FileData) -> (Update<UploadButton>, Update<DownloadButton>) {
    let download = DownloadButton::new(format!("Download {}", file.name()));
    (Update(UploadButton::default().visible(false)), Update(download.value(file).visible(true)))
}

fn download_file() -> (Update<UploadButton>, Update<DownloadButton>) {
    (
        Update(UploadButton::default().visible(true)),
        Update(DownloadButton::default().visible(false)),
    )
}
