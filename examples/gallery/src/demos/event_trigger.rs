//! A change is told whoever makes it: a person, or a function.

use vetrina::{
    image::{Rgb, RgbImage},
    page::Handle,
    prelude::*,
};

#[page]
fn event_trigger(ui: &mut Ui) {
    let told = ui.add(Textbox::new().label("Told").lines(2));
    ui.tab("Text change", |ui| {
        let (from, to, copy) = ui.row(|ui| {
            let (from, to) = ui.column(|ui| {
                let from = ui.add(Textbox::new().label("From"));
                (from, ui.add(Textbox::new().label("To").interactive(true)))
            });
            (from, to, ui.column(|ui| ui.add(Button::new("Run"))))
        });
        copy.click(|text: String| text, &from, &to);
        to.change(|text: String| format!("Detected Text change: {text}"), &to, &told);
    });
    ui.tab("Video change, play, pause", |ui| {
        let (lock, video) = ui.row(|ui| {
            let lock = ui.column(|ui| ui.add(Button::new("Change interactive")));
            (lock, ui.column(|ui| ui.add(Video::new().label("Video").interactive(true))))
        });
        let open = ui.state(true);
        lock.click(
            |open: bool| (Update(Video::new().interactive(!open)), !open),
            &open,
            (&video, &open),
        );
        video.change(|| "Detected Video change", (), &told);
        video.play(|| "video_play", (), &told);
        video.pause(|| "video_pause", (), &told);
        video.stop(|| "video_stop", (), &told);
        video.end(|| "video_end", (), &told);
    });
    ui.tab("Image change", |ui| {
        let (choice, image) = ui.row(|ui| {
            (letters(ui, &["A", "B"]), ui.column(|ui| ui.add(Image::new().interactive(true))))
        });
        choice.change(|letter: String| picture(&letter), &choice, &image);
        image.change(|| "Detected Image change", (), &told);
    });
    ui.tab("File", |ui| {
        let (choice, lock, files) = ui.row(|ui| {
            let choice = letters(ui, &["A", "B", "AB"]);
            let files = ui.column(|ui| ui.add(File::new().multiple().interactive(false)));
            (choice, ui.column(|ui| ui.add(Button::new("Change interactive"))), files)
        });
        let open = ui.state(false);
        lock.click(
            |open: bool| (Update(File::new().interactive(!open)), !open),
            &open,
            (&files, &open),
        );
        choice.change(written, &choice, &files);
        files.change(
            |files: Vec<FileData>| format!("Detected File change: {} files", files.len()),
            &files,
            &told,
        );
    });
}

fn letters(ui: &mut Ui, letters: &[&'static str]) -> Handle<Radio> {
    let letters = Radio::new(letters.to_vec()).label("Letter");
    ui.column(|ui| ui.add(letters.interactive(true)))
}

fn picture(letter: &str) -> RgbImage {
    RgbImage::from_pixel(160, 120, Rgb(if letter == "A" { [238, 155, 0] } else { [10, 147, 150] }))
}

fn written(letters: String) -> Result<Vec<FileData>, Error> {
    let file = |letter: char| FileData::from_bytes(&format!("{letter}.txt"), letter.to_string());
    Ok(letters.chars().map(file).collect::<Result<_, _>>()?)
}
