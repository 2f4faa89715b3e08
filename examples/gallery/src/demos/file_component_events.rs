//! What happens to files, counted: uploads of one and of several, of some types, and removals.

use vetrina::{file::FileData, page::Listener, prelude::*};

#[page]
fn file_component_events(ui: &mut Ui) {
    upload(ui, "Upload Single File", File::new(), File::new());
    upload(ui, "Upload Multiple Files", File::new().multiple(), File::new().multiple());
    let media = File::new().multiple().file_types(["image", "video"]);
    upload(ui, "Upload Multiple Files Image/Video", media, File::new().multiple());
    upload(ui, "Upload PDF File", File::new().file_types([".pdf"]), File::new());
    let invalid = File::new().file_types(["invalid file_type"]);
    // No file will do, so there is nothing for clients to call.
    upload(ui, "Upload File with Invalid file_types", invalid, File::new()).show_api(false);
    ui.row(|ui| {
        let file = ui.column(|ui| ui.add(File::new().multiple().label("Delete File")));
        ui.column(|ui| {
            let data = ui.add(Textbox::new().label("Delete file data"));
            let count = ui.add(Number::new().label("# Deleted File").value(0));
            file.delete(delete_file, &count, (&data, &count));
        });
    });
}

fn upload(ui: &mut Ui, name: &str, input: File, output: File) -> Listener {
    ui.row(|ui| {
        let input = ui.column(|ui| ui.add(input.label(name)));
        ui.column(|ui| {
            let output = ui.add(output.label(format!("{name} Output")));
            let count = ui.add(Number::new().label(format!("# Load {name}")).value(0));
            input.upload(
                |files: Vec<FileData>, n: u32| (files, n + 1),
                (&input, &count),
                (&output, &count),
            )
        })
    })
}

fn delete_file(n: u32, deleted: DeletedFileData) -> (String, u32) {
    (deleted.file.path().display().to_string(), n + 1)
}
