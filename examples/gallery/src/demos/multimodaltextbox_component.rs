//! A message with files, and what came in.

use vetrina::prelude::*;

#[page]
fn multimodaltextbox_component(ui: &mut Ui) {
    let message = MultimodalTextbox::new()
        .multiple()
        .sources([TextboxSource::Upload, TextboxSource::Microphone])
        .label("Message")
        .placeholder("Write something, or drop files here");
    let message = ui.add(message);
    let received = ui.add(Markdown::new().label("Received"));
    message.submit(receive, &message, (&received, &message));
}

fn receive(message: MultimodalData) -> (String, MultimodalData) {
    let files = message.files.iter().map(|file| {
        let size = file.size().unwrap_or_default();
        format!("- {} ({size} bytes)\n", file.name())
    });
    (format!("{}\n\n{}", message.text, files.collect::<String>()), MultimodalData::default())
}
