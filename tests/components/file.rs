//! Files given in every way there is, and files to get.

pub(super) mod app {
    use std::{collections::BTreeSet, path::PathBuf};

    use vetrina::{component::Invalid, file::FileData, prelude::*};

    #[endpoint]
    fn back(file: FileData) -> FileData {
        file
    }

    #[endpoint]
    fn sizes(files: Vec<FileData>) -> String {
        let sizes = files
            .iter()
            .map(|file| format!("{} {}", file.name(), file.size().unwrap_or_default()));
        sizes.collect::<Vec<_>>().join(", ")
    }

    #[endpoint]
    fn bytes(#[input(File::new())] file: Vec<u8>) -> usize {
        file.len()
    }

    #[endpoint]
    fn answer(message: MultimodalData) -> String {
        let files = message
            .files
            .iter()
            .map(|file| format!(" [{} {}]", file.name(), file.size().unwrap_or_default()));
        message.text + &files.collect::<String>()
    }

    #[page]
    fn page(ui: &mut Ui) {
        let list = ui.add(
            File::new()
                .multiple()
                .file_types(["text"])
                .allow_reordering(true)
                .label("List"),
        );
        let order = ui.add(Textbox::new().label("Order"));
        list.change(|files: Vec<FileData>| names(&files), &list, &order);
        let deleted = ui.add(Textbox::new().label("Deleted"));
        list.delete(
            |data: DeletedFileData| data.file.name().to_owned(),
            (),
            &deleted,
        );
        let add = ui.add(UploadButton::new("Add"));
        let clicks = ui.add(Number::new().label("Clicks").value(0));
        add.click(|n: u32| n + 1, &clicks, &clicks);
        add.upload(|file: FileData| vec![file], &add, &list);
        let save = ui.add(DownloadButton::new("Save"));
        order.change(note, &order, &save);
        let shelf = ui.add(File::new().directory().label("Shelf"));
        let inside = ui.add(Textbox::new().label("Inside"));
        shelf.upload(folder, &shelf, &inside);
        let message = MultimodalTextbox::new().multiple();
        let message = ui.add(message.max_plain_text_length(50).label("Message"));
        let said = ui.add(Textbox::new().label("Said"));
        message.submit(answer, &message, &said);
    }

    fn names(files: &[FileData]) -> String {
        files
            .iter()
            .map(FileData::name)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn folder(files: Vec<PathBuf>) -> String {
        let names = files.iter().filter_map(|file| file.file_name()?.to_str());
        let sorted: BTreeSet<_> = names.collect();
        sorted.into_iter().collect::<Vec<_>>().join(" ")
    }

    fn note(text: String) -> Result<FileData, Invalid> {
        FileData::from_bytes("order.txt", text)
    }
}
