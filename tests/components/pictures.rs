//! Pictures: alone, in pairs, in crowds and with marked parts.

mod app {
    use vetrina::{
        image::{DynamicImage, GrayImage, Luma, Rgb, RgbImage},
        prelude::*,
    };

    /// A picture with something to see in it: lighter to the right, greener to the foot.
    fn drawn(width: u32, height: u32) -> RgbImage {
        let part = |at: u32, of: u32| u8::try_from(255 * at / of).unwrap_or(u8::MAX);
        RgbImage::from_fn(width, height, |x, y| {
            Rgb([part(x, width), part(y, height), 90])
        })
    }

    #[endpoint]
    fn flip(picture: DynamicImage) -> DynamicImage {
        picture.fliph()
    }

    #[endpoint(output = Image::new().format(PictureFormat::Png))]
    fn grey(picture: GrayImage) -> GrayImage {
        picture
    }

    #[endpoint]
    fn compare(picture: RgbImage) -> Compared<RgbImage, GrayImage> {
        let grey = DynamicImage::from(picture.clone()).into_luma8();
        Compared(picture, grey)
    }

    #[endpoint]
    fn measure(#[input(ImageSlider::new())] pair: (Option<RgbImage>, Option<RgbImage>)) -> String {
        let width = |picture: Option<RgbImage>| picture.map_or(0, |it| it.width());
        format!("{} {}", width(pair.0), width(pair.1))
    }

    #[endpoint(output = AnnotatedImage::new().color_map([("left", "#00ff00")]))]
    fn halves() -> Annotated<RgbImage> {
        let right = GrayImage::from_fn(80, 60, |x, _| Luma([if x < 40 { 0 } else { 255 }]));
        Annotated::new(drawn(80, 60))
            .mark([0, 0, 40, 60], "left")
            .mark(right, "right")
    }

    #[endpoint(output = Gallery::new().columns(3))]
    fn shades(#[input(Slider::new(1..=9).value(3))] count: u8) -> Vec<(RgbImage, String)> {
        let shade = |n: u8| RgbImage::from_pixel(40, 40, Rgb([0, n * 25, n * 28]));
        (1..=count)
            .map(|n| (shade(n), format!("Shade {n}")))
            .collect()
    }

    #[endpoint]
    fn names(#[input(Gallery::new())] items: Vec<(FileData, Option<String>)>) -> String {
        let name = |(file, caption): (FileData, Option<String>)| {
            format!("{}: {}", file.name(), caption.unwrap_or_default())
        };
        items.into_iter().map(name).collect::<Vec<_>>().join("; ")
    }

    /// Everything at work in the page.
    #[page]
    fn events(ui: &mut Ui) {
        let told = ui.add(Textbox::new().label("Told"));
        let picture = ui.add(Image::new().label("Picture").elem_id("picture"));
        picture.upload(
            |picture: FileData| format!("uploaded {}", picture.name()),
            &picture,
            &told,
        );
        picture.clear(|| "cleared", (), &told);
        let shown = ui.add(
            Image::new()
                .label("Shown")
                .elem_id("shown")
                .interactive(false)
                .value(drawn(200, 100)),
        );
        shown.select(
            |select: SelectData| format!("{:?}", select.index.two()),
            (),
            &told,
        );
        let slider = ui.add(
            ImageSlider::new()
                .label("Compared")
                .value((drawn(200, 100), drawn(200, 100))),
        );
        slider.upload(|| "uploaded a half", (), &told);
        let right = GrayImage::from_fn(80, 60, |x, _| Luma([if x < 40 { 0 } else { 255 }]));
        let regions = vec![
            (Region::from([0, 0, 40, 60]), "left"),
            (right.into(), "right"),
        ];
        let marked = ui.add(
            AnnotatedImage::new()
                .label("Marked")
                .elem_id("marked")
                .value((drawn(80, 60), regions)),
        );
        marked.select(
            |select: SelectData| format!("{} {}", select.index.one(), select.value),
            (),
            &told,
        );
        let items = vec![
            (drawn(60, 40), "First"),
            (drawn(40, 60), "Second"),
            (drawn(50, 50), "Third"),
        ];
        let gallery = ui.add(
            Gallery::new()
                .label("Crowd")
                .elem_id("crowd")
                .columns(4)
                .fit_columns(true)
                .interactive(true)
                .value(items),
        );
        gallery.preview_open(|| "opened", (), &told);
        gallery.preview_close(|| "closed", (), &told);
        gallery.delete(
            |items: Vec<FileData>| format!("{} left", items.len()),
            &gallery,
            &told,
        );
        gallery.upload(
            |items: Vec<FileData>| format!("{} now", items.len()),
            &gallery,
            &told,
        );
    }
}
