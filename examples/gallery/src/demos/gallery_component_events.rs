//! Every event of a gallery, counted.

use vetrina::prelude::*;

const FILES: [&str; 3] = [
    "https://gradio-builds.s3.amazonaws.com/assets/cheetah-003.jpg",
    "https://gradio-static-files.s3.amazonaws.com/world.mp4",
    "https://gradio-builds.s3.amazonaws.com/assets/TheCheethcat.jpg",
];

#[page]
fn gallery_component_events(ui: &mut Ui) {
    let (input, run, output) = ui.row(|ui| {
        let gallery = |label| Gallery::new().columns(4).interactive(true).label(label);
        let (input, run) =
            ui.column(|ui| (ui.add(gallery("Input Gallery")), ui.add(Button::new("Run"))));
        (input, run, ui.column(|ui| ui.add(gallery("Output Gallery"))))
    });
    ui.row(|ui| {
        let files = ui.add(Json::new().label("uploaded files"));
        let uploads = ui.add(Number::new().value(0).label("Num Upload"));
        let changes = ui.add(Number::new().value(0).label("Num Change"));
        let open = ui.add(Number::new().value(0).label("Preview Open?"));
        let selected = ui.add(Textbox::new().label("Select Data"));
        input.upload(count, (&input, &uploads), (&files, &output, &uploads));
        input.change(count, (&input, &changes), (&files, &output, &changes));
        output.preview_open(|| 1, (), &open);
        output.preview_close(|| 0, (), &open);
        output.select(address, (), &selected);
    });
    // They are elsewhere: a client would go there to load them.
    run.click(|| FILES.map(FileData::from_url).to_vec(), (), &output).show_api(false);
}

fn count(items: Vec<GalleryItem>, n: u32) -> (Vec<GalleryItem>, Vec<GalleryItem>, u32) {
    (items.clone(), items, n + 1)
}

fn address(select: SelectData) -> String {
    let item = &select.value;
    let file = item.get("image").unwrap_or(&item["video"]);
    file["url"].as_str().unwrap_or_default().into()
}
