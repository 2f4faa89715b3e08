//! Before and after, with a divider to drag.

use vetrina::{image::DynamicImage, prelude::*};

#[page]
fn imageslider(ui: &mut Ui) {
    ui.markdown("## img to image slider");
    let (picture, compared) = ui.row(|ui| {
        let picture = ui.add(Image::new().label("Blur image"));
        (picture, ui.add(ImageSlider::new().label("Blur image")))
    });
    ui.add(Button::new("Blur image")).click(compare, &picture, &compared);
    ui.markdown("## unified image slider");
    let unified = ui.row(|ui| ui.add(ImageSlider::new().label("Blur image")));
    unified.upload(blur_left, &unified, &unified);
    let position = ui.add(Slider::new(0.0..=100.0).value(50.0).step(0.01).label("Position"));
    position.change(|at: f64| Update(ImageSlider::new().slider_position(at)), &position, &unified);
}

fn compare(picture: Option<DynamicImage>) -> Option<(DynamicImage, DynamicImage)> {
    let blurred = picture.as_ref()?.fast_blur(10.0);
    Some((picture?, blurred))
}

fn blur_left(
    (left, _): (Option<DynamicImage>, Option<DynamicImage>),
) -> Option<(DynamicImage, DynamicImage)> {
    compare(left)
}
