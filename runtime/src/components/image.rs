//! `Image`: a picture to give and to look at.

use serde_json::{Map, Value};

use super::{
    Length,
    picture::{self, Picture, PictureFormat, PictureSource, Watermark, WebcamOptions},
};
use crate::{
    component,
    component::{Component as _, Derived, Invalid, Postprocess, Preprocess},
    file::{FileData, schema},
};

/// A picture: uploaded, taken with the camera or pasted; and one to look at. The component of
/// `DynamicImage`.
///
/// A function takes and shows any [`Picture`]: `DynamicImage` and its kin to work on, `PathBuf`,
/// `Vec<u8>` or `FileData` as it was sent; in an `Option`, when there may be none. SVG drawings can
/// be shown by their path, and taken as files.
///
/// ```
/// use vetrina::{image::DynamicImage, prelude::*};
///
/// #[endpoint]
/// fn upside_down(picture: DynamicImage) -> DynamicImage {
///     picture.flipv()
/// }
/// ```
///
/// # Moving pictures
/// A function on its `stream` event is given what the camera sees, again and again; its result, shown in an `Image` with
/// `streaming`, moves as well.
///
/// ```
/// use vetrina::{image::RgbImage, prelude::*};
///
/// #[page]
/// fn inverted(ui: &mut Ui) {
///     let camera = ui.add(Image::new().sources([PictureSource::Webcam]));
///     let negative = ui.add(Image::new().streaming(true));
///     let invert = |mut picture: RgbImage| {
///         picture.iter_mut().for_each(|part| *part = 255 - *part);
///         picture
///     };
///     camera.stream(invert, &camera, &negative).stream_every(0.1).time_limit(60.0);
/// }
/// ```
#[component(
    data_model = Option<FileData>,
    events(clear, change, stream, select, upload, input),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Image {
    /// What pictures from memory are sent as.
    #[prop(default = PictureFormat::Webp)]
    pub format: PictureFormat,
    /// The height of the picture on the page.
    pub height: Option<Length>,
    /// The width of the picture on the page.
    pub width: Option<Length>,
    /// Where a person may take a picture from.
    #[prop(default = picture::all_sources())]
    pub sources: Vec<PictureSource>,
    /// Whether a button downloads what a function showed.
    #[prop(default = true)]
    pub show_download_button: bool,
    /// Whether a button shows the picture on the whole screen.
    #[prop(default = true)]
    pub show_fullscreen_button: bool,
    /// Whether the picture changes many times a second: what is shown is sent whole, as JPEG, and leaves no files
    /// behind; what is given comes from the camera as it runs.
    pub streaming: bool,
    /// How the camera is used.
    #[prop(default = WebcamOptions::default())]
    pub webcam_options: WebcamOptions,
    /// What the place for a picture says while it is empty.
    pub placeholder: Option<String>,
    /// What the picture shows, for those who cannot see it.
    pub alt_text: Option<String>,
    #[prop(skip)]
    watermark: Option<Watermark>,
}

impl Image {
    /// A picture that is drawn on those that functions show, and on the one to start with; not on those that people give.
    ///
    /// Each is sent in the [`format`](Self::format), of moving ones the first picture. A drawing, which has no dots, cannot
    /// be shown then. It needs the feature `image`, which is on by default.
    ///
    /// # Errors
    /// The page is not made when there is no such file; what is no picture is told when a function shows one.
    #[must_use]
    pub fn watermark(mut self, mark: impl Into<Watermark>) -> Self {
        let mark = mark.into();
        let problem = mark.problem();
        self.base_mut().errors.extend(problem);
        self.base_mut().touch("watermark");
        self.watermark = Some(mark);
        self
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        if self.streaming && self.sources == picture::all_sources() {
            // Nothing else moves.
            props.insert("sources".into(), serde_json::json!([PictureSource::Webcam]));
        }
        props
    }

    fn shown(&self, picture: impl Picture) -> Result<FileData, Invalid> {
        match &self.watermark {
            #[cfg(feature = "image")]
            Some(mark) => self.sent(mark.on(&picture.to_draw_on()?)?),
            #[cfg(not(feature = "image"))]
            Some(mark) => Err(mark.problem().unwrap_or_default().into()),
            None => self.sent(picture),
        }
    }

    fn sent(&self, picture: impl Picture) -> Result<FileData, Invalid> {
        if self.streaming {
            picture.frame()
        } else {
            picture.store(self.format)
        }
    }

    fn api_info(&self) -> Value {
        schema::picture()
    }

    fn example_payload(&self) -> Value {
        picture::example()
    }

    fn check(&self, data: &Option<FileData>) -> Result<(), Invalid> {
        data.as_ref().map_or(Ok(()), picture::check)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<T> for Image {
    fn preprocess(&self, data: Option<FileData>) -> Result<T, Invalid> {
        data.ok_or_else(|| "there is no picture".into())
            .and_then(T::open)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<Option<T>> for Image {
    fn preprocess(&self, data: Option<FileData>) -> Result<Option<T>, Invalid> {
        data.map(T::open).transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Postprocess<T> for Image {
    fn postprocess(&self, value: T) -> Result<Option<FileData>, Invalid> {
        self.shown(value).map(Some)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Postprocess<Option<T>> for Image {
    fn postprocess(&self, value: Option<T>) -> Result<Option<FileData>, Invalid> {
        value.map(|value| self.shown(value)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;

    use super::super::testing::{assert_props, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    /// A drawing of nothing, as a client sends it.
    fn sent(name: &str) -> String {
        let file = FileData::from_bytes(name, "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
        serde_json::to_string(&file).unwrap()
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "format": "webp", "sources": ["upload", "webcam", "clipboard"], "show_download_button": true,
            "show_fullscreen_button": true, "streaming": false,
            "webcam_options": {"mirror": true, "constraints": null},
        });
        assert_props(&Image::new(), own);
        let own = json!({
            "format": "png", "sources": ["clipboard"], "show_download_button": false,
            "show_fullscreen_button": false, "streaming": false,
            "webcam_options": {"mirror": false, "constraints": null},
            "height": 300, "width": "50%", "placeholder": "Your cat", "alt_text": "A cat",
        });
        let image = Image::new()
            .format(PictureFormat::Png)
            .sources([PictureSource::Clipboard])
            .show_download_button(false)
            .show_fullscreen_button(false)
            .webcam_options(WebcamOptions {
                mirror: false,
                constraints: None,
            })
            .height(300)
            .width("50%")
            .placeholder("Your cat")
            .alt_text("A cat");
        assert_props(&image, own);
    }

    #[test]
    fn what_streams_comes_from_the_camera() {
        let sources = |image: Image| AnyComponent::props(&image)["sources"].clone();
        assert_eq!(sources(Image::new().streaming(true)), json!(["webcam"]));
        let mixed = [PictureSource::Upload, PictureSource::Webcam];
        assert_eq!(
            sources(Image::new().sources(mixed).streaming(true)),
            json!(["upload", "webcam"])
        );
    }

    #[test]
    fn files_go_in_and_out_as_they_are() {
        let image = Image::new();
        let file: FileData = read(&image, &sent("a.svg")).unwrap();
        assert_eq!(file.name(), "a.svg");
        let path: PathBuf = read(&image, &sent("a.svg")).unwrap();
        assert_eq!(shown(&image, path)["mime_type"], "image/svg+xml");
        let bytes: Vec<u8> = read(&image, &sent("a.svg")).unwrap();
        assert_eq!(shown(&image, bytes)["orig_name"], "image.svg");
    }

    #[test]
    fn there_may_be_no_picture() {
        let image = Image::new();
        assert_eq!(read::<Option<PathBuf>>(&image, "null"), Ok(None));
        assert_eq!(shown(&image, None::<PathBuf>), json!(null));
        assert_eq!(
            read::<PathBuf>(&image, "null"),
            Err("there is no picture".into())
        );
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let refused = read::<PathBuf>(&Image::new(), &sent("a.txt"));
        assert_eq!(
            refused,
            Err("a.txt is not of a type that is taken: image".into())
        );
    }

    #[cfg(feature = "image")]
    #[test]
    fn drawings_are_no_pixels() {
        let why = read::<image::RgbImage>(&Image::new(), &sent("a.svg")).unwrap_err();
        assert!(
            why.starts_with("a.svg cannot be read as a PNG, JPEG, WebP, GIF or BMP picture"),
            "{why}"
        );
    }

    #[cfg(feature = "image")]
    #[test]
    fn pixels_go_out_and_come_back() {
        use image::{DynamicImage, GrayImage, Rgb, RgbImage};

        let drawn = RgbImage::from_fn(5, 4, |x, y| {
            Rgb([x, y, 7].map(|part| u8::try_from(part).unwrap_or(u8::MAX)))
        });
        for (format, name) in [
            (PictureFormat::Webp, "image.webp"),
            (PictureFormat::Png, "image.png"),
        ] {
            let image = Image::new().format(format);
            let sent = shown(&image, drawn.clone());
            assert_eq!(sent["orig_name"], name);
            let sent = sent.to_string();
            assert_eq!(read::<RgbImage>(&image, &sent), Ok(drawn.clone()));
            assert_eq!(
                read::<DynamicImage>(&image, &sent),
                Ok(drawn.clone().into())
            );
            assert_eq!(
                read::<GrayImage>(&image, &sent).unwrap().dimensions(),
                (5, 4)
            );
        }
    }

    #[cfg(feature = "image")]
    #[test]
    fn a_watermark_is_on_what_is_shown() {
        use image::{Rgb, RgbImage};

        let plain = |colour| RgbImage::from_pixel(20, 20, Rgb(colour));
        let mark = picture::keep(&plain([255, 0, 0]).into(), PictureFormat::Png).unwrap();
        let image = Image::new().watermark(Watermark::new(mark).position((0, 0)));
        let white = RgbImage::from_pixel(40, 30, Rgb([255; 3]));
        let file = picture::keep(&white.clone().into(), PictureFormat::Png).unwrap();
        let path = file.path().to_owned();
        for sent in [
            shown(&image, white),
            shown(&image, path),
            shown(&image, file),
        ] {
            assert_eq!(sent["orig_name"], "image.webp");
            // What was given is taken as it is.
            let marked: RgbImage = read(&Image::new(), &sent.to_string()).unwrap();
            let dots = [marked.get_pixel(19, 19).0, marked.get_pixel(20, 20).0];
            assert_eq!(dots, [[255, 0, 0], [255; 3]]);
        }
        let moving = shown(&image.clone().streaming(true), plain([0, 0, 255]));
        assert_eq!(moving["orig_name"], "frame.jpg");
        let drawing: FileData = read(&image, &sent("a.svg")).unwrap();
        assert!(image.postprocess(drawing).is_err());
        assert!(!AnyComponent::props(&image).contains_key("watermark"));
        assert_eq!(AnyComponent::base(&image).errors, Vec::<String>::new());
        let missing = Image::new().watermark("nowhere/mark.png");
        assert_eq!(
            AnyComponent::base(&missing).errors,
            ["there is no watermark `mark.png`"]
        );
    }

    #[test]
    fn the_schema_is_that_of_the_protocol() {
        let schema = AnyComponent::api_info(&Image::new());
        assert_eq!(schema["title"], "ImageData");
        assert_eq!(schema["properties"]["path"]["anyOf"][1]["type"], "null");
        assert_eq!(
            AnyComponent::example_payload(&Image::new())["orig_name"],
            "sunset.png"
        );
    }
}
