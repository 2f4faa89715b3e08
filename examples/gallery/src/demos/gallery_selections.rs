//! Nine shades; the one that is chosen can be darkened.

use vetrina::{
    image::{Rgb, RgbImage},
    prelude::*,
};

#[derive(Clone, Default)]
struct Shades(Vec<RgbImage>);

#[page]
fn gallery_selections(ui: &mut Ui) {
    let gallery = ui.add(Gallery::new().columns(3).allow_preview(false));
    ui.load(generate, (), &gallery);
    let (selected, darken_button) = ui.row(|ui| {
        let selected = ui.add(Number::new().show_label(false));
        (selected, ui.add(Button::new("Darken selected")))
    });
    let deselect = ui.add(Button::new("Deselect"));
    deselect.click(|| Update(Gallery::new().selected_index(None)), (), &gallery);
    gallery.select(|select: SelectData| select.index.one(), (), &selected);
    darken_button.click(darken, &selected, &gallery);
}

/// Makes nine pictures of one colour each.
fn generate(shades: State<Shades>) -> Vec<RgbImage> {
    shades.update(|Shades(shades)| {
        *shades = (0..9).map(|_| RgbImage::from_pixel(100, 100, Rgb(rand::random()))).collect();
        shades.clone()
    })
}

fn darken(index: usize, shades: State<Shades>) -> Vec<RgbImage> {
    shades.update(|Shades(shades)| {
        for pixel in shades.get_mut(index).into_iter().flat_map(RgbImage::pixels_mut) {
            pixel.0 = pixel.0.map(|value| value / 5 * 4);
        }
        shades.clone()
    })
}
