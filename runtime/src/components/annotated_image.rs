//! `AnnotatedImage`: a picture with marked regions.

use serde_json::{Value, json};

use super::{
    ColorMap, Length,
    picture::{self, PictureFormat},
};
use crate::{
    component,
    component::{Invalid, Postprocess, Preprocess},
    data_model,
    file::{FileData, schema},
};

#[cfg(feature = "image")]
mod regions;
#[cfg(feature = "image")]
pub use regions::{Annotated, Region};

/// A picture with marked regions and a legend of their colours.
///
/// A function shows an [`Annotated`] picture, or a pair of a picture and a list of regions with their
/// labels. A region is a box `[left, top, right, bottom]` in pixels, or a mask: a `GrayImage` that is
/// lighter where it covers more.
///
/// ```
/// use vetrina::{image::DynamicImage, prelude::*};
///
/// #[endpoint(output = AnnotatedImage::new().color_map([("middle", "#0a7d5a")]))]
/// fn find(picture: DynamicImage) -> Annotated<DynamicImage> {
///     let (w, h) = (picture.width(), picture.height());
///     Annotated::new(picture).mark([w / 3, h / 3, 2 * w / 3, 2 * h / 3], "middle")
/// }
/// ```
#[component(data_model = Option<AnnotatedImageData>, events(select, change), manual(preprocess, postprocess))]
#[derive(Debug, Clone)]
pub struct AnnotatedImage {
    /// What pictures from memory are sent as.
    #[prop(default = PictureFormat::Webp)]
    pub format: PictureFormat,
    /// Whether the labels stand below with their colours.
    #[prop(default = true)]
    pub show_legend: bool,
    /// The height of the picture on the page.
    pub height: Option<Length>,
    /// The width of the picture on the page.
    pub width: Option<Length>,
    /// The colours of labels; others get one that is free.
    pub color_map: Option<ColorMap>,
    /// Whether a button shows the picture on the whole screen.
    #[prop(default = true)]
    pub show_fullscreen_button: bool,
}

/// What an [`AnnotatedImage`] shows.
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedImageData {
    /// The picture.
    pub image: FileData,
    /// What is marked in it.
    pub annotations: Vec<Annotation>,
}

/// A region of an [`AnnotatedImage`].
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// A picture of the same size that is clear where the region is not.
    pub image: FileData,
    /// What the region is.
    pub label: String,
}

impl AnnotatedImage {
    fn api_info(&self) -> Value {
        let file = json!({"$ref": "#/$defs/FileData"});
        json!({
            "$defs": {
                "Annotation": {
                    "properties": {"image": file, "label": {"title": "Label", "type": "string"}},
                    "required": ["image", "label"],
                    "title": "Annotation",
                    "type": "object",
                },
                "FileData": schema::file(),
                "FileDataMeta": schema::mark(),
            },
            "properties": {
                "image": file,
                "annotations": {"items": {"$ref": "#/$defs/Annotation"}, "title": "Annotations", "type": "array"},
            },
            "required": ["image", "annotations"],
            "title": "AnnotatedImageData",
            "type": "object",
        })
    }

    fn example_payload(&self) -> Value {
        json!({"image": picture::example(), "annotations": []})
    }

    fn check(&self, data: &Option<AnnotatedImageData>) -> Result<(), Invalid> {
        data.as_ref()
            .map_or(Ok(()), |data| picture::check(&data.image))
    }
}

impl Preprocess<Option<AnnotatedImageData>> for AnnotatedImage {
    fn preprocess(
        &self,
        data: Option<AnnotatedImageData>,
    ) -> Result<Option<AnnotatedImageData>, Invalid> {
        Ok(data)
    }
}

impl Preprocess<AnnotatedImageData> for AnnotatedImage {
    fn preprocess(&self, data: Option<AnnotatedImageData>) -> Result<AnnotatedImageData, Invalid> {
        data.ok_or_else(|| "there is no picture".into())
    }
}

impl Postprocess<Option<AnnotatedImageData>> for AnnotatedImage {
    fn postprocess(
        &self,
        value: Option<AnnotatedImageData>,
    ) -> Result<Option<AnnotatedImageData>, Invalid> {
        Ok(value)
    }
}

impl Postprocess<AnnotatedImageData> for AnnotatedImage {
    fn postprocess(
        &self,
        value: AnnotatedImageData,
    ) -> Result<Option<AnnotatedImageData>, Invalid> {
        Ok(Some(value))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, read, shown};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({"format": "webp", "show_legend": true, "show_fullscreen_button": true});
        assert_props(&AnnotatedImage::new(), own);
        let own = json!({
            "format": "webp", "show_legend": false, "show_fullscreen_button": true,
            "color_map": {"cat": "#a89a00"},
        });
        assert_props(
            &AnnotatedImage::new()
                .show_legend(false)
                .color_map([("cat", "#a89a00")]),
            own,
        );
    }

    #[test]
    fn data_goes_in_and_out_as_it_is() {
        let component = AnnotatedImage::new();
        let image =
            FileData::from_bytes("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
        let data = AnnotatedImageData {
            image: image.clone(),
            annotations: vec![Annotation {
                image,
                label: "all".into(),
            }],
        };
        let sent = shown(&component, data.clone());
        assert_eq!(sent["annotations"][0]["label"], "all");
        assert_eq!(read(&component, &sent.to_string()), Ok(Some(data)));
        assert_eq!(
            read::<Option<AnnotatedImageData>>(&component, "null"),
            Ok(None)
        );
    }

    #[cfg(feature = "image")]
    #[test]
    fn regions_are_drawn() {
        use image::RgbImage;

        let component = AnnotatedImage::new().color_map([("dog", "#0f0")]);
        let sent = shown(
            &component,
            (
                RgbImage::new(30, 20),
                vec![([1, 1, 9, 9], "cat"), ([5, 5, 20, 20], "dog")],
            ),
        );
        assert_eq!(sent["image"]["orig_name"], "image.webp");
        assert_eq!(sent["annotations"][1]["label"], "dog");
        let data: AnnotatedImageData = read(&component, &sent.to_string()).unwrap();
        let colour = |at: usize| {
            let drawn = image::open(data.annotations[at].image.path())
                .unwrap()
                .to_rgba8();
            assert_eq!(drawn.dimensions(), (30, 20));
            drawn.get_pixel(5, 5).0
        };
        assert_eq!(colour(0), [255, 0, 0, 127]);
        assert_eq!(colour(1), [0, 255, 0, 255]);
    }
}
