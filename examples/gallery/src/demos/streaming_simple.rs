//! What your camera sees, there and back.

use vetrina::{image::RgbImage, prelude::*};

#[page]
fn streaming_simple(ui: &mut Ui) {
    let (input, output) = ui.row(|ui| {
        let input = Image::new().label("Input").sources([PictureSource::Webcam]);
        let input = ui.column(|ui| ui.add(input));
        let output = ui.column(|ui| ui.add(Image::new().label("Output").streaming(true)));
        (input, output)
    });
    input
        .stream(|picture: RgbImage| picture, &input, &output)
        .time_limit(15.0)
        .stream_every(0.1)
        .concurrency_limit(30);
}
