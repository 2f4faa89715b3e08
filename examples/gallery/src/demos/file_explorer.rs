//! Files on the server to choose from: several of one kind, and one to read.

use std::{env, fs, path::PathBuf};

use vetrina::prelude::*;

#[page]
fn file_explorer(ui: &mut Ui) {
    let root = shelf();
    ui.markdown("### Several files, shown in a second explorer");
    let select = ui.add(Button::new("Select"));
    ui.row(|ui| {
        let poems = FileExplorer::new().root_dir(&root).glob("**/poems/*.txt");
        let from = ui.add(poems.ignore_glob("**/draft*").label("Poems").min_width(280));
        let to = ui.add(FileExplorer::new().root_dir(&root).label("Chosen").min_width(280));
        select.click(|chosen: Vec<PathBuf>| chosen, &from, &to);
    });
    ui.markdown("### One file, to read");
    ui.row(|ui| {
        let all = FileExplorer::new().root_dir(&root).single().label("Shelf").min_width(280);
        let file = ui.add(all.elem_id("file"));
        let text = ui.add(Textbox::new().label("Content").min_width(280).lines(12));
        file.change(|file: PathBuf| fs::read_to_string(file), &file, &text);
    });
}

/// A few files to look at, in a folder of their own.
fn shelf() -> PathBuf {
    let shelf = env::temp_dir().join("vetrina-shelf");
    for (name, text) in [
        ("poems/draft.txt", "Of all the words"),
        ("poems/fog.txt", "The fog comes\non little cat feet."),
        ("poems/late/rain.txt", "It rains on Venice,\nwhich does not mind."),
        ("recipes/bread.md", "Flour, water, salt. Time."),
        ("index.txt", "Poems and recipes."),
    ] {
        let file = shelf.join(name);
        let folder = file.parent().expect("it stands in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, text))
            .expect("there is room for a few lines");
    }
    shelf
}
