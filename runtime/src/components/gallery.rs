//! `Gallery`: many pictures and films.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    Length,
    picture::{self, Picture, PictureFormat, PictureSource},
};
use crate::{
    component,
    component::{Component as _, Invalid, Postprocess, Preprocess},
    file::{FileData, FileTypes, schema},
};

/// Many pictures and films in a grid; one of them large, when it is chosen.
///
/// A function takes and shows a `Vec` of [`Picture`]s, or of pairs of a picture and its caption. A
/// path or a `FileData` may be a film as well.
///
/// ```
/// use vetrina::{image::{Rgb, RgbImage}, prelude::*};
///
/// #[endpoint(output = Gallery::new().columns(3))]
/// fn shades(#[input(Slider::new(1..=9).value(3))] count: u8) -> Vec<(RgbImage, String)> {
///     let shade = |n: u8| RgbImage::from_pixel(64, 64, Rgb([0, n * 25, n * 28]));
///     (1..=count).map(|n| (shade(n), format!("Shade {n}"))).collect()
/// }
/// ```
#[component(
    data_model = Option<Vec<GalleryItem>>,
    events(select, upload, change, delete, preview_close, preview_open),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Gallery {
    /// What pictures from memory are sent as.
    #[prop(default = PictureFormat::Webp)]
    pub format: PictureFormat,
    /// What a person may add; pictures and films unless set.
    pub file_types: Option<FileTypes>,
    /// How many stand beside each other.
    #[prop(default = 2)]
    pub columns: u32,
    /// Whether fewer pictures than [`columns`](Self::columns) fill the width.
    pub fit_columns: Option<bool>,
    /// How many rows are seen before the grid scrolls.
    pub rows: Option<u32>,
    /// The height of the grid.
    pub height: Option<Length>,
    /// Whether one can be looked at large.
    #[prop(default = true)]
    pub allow_preview: bool,
    /// Whether it starts with one of them large.
    pub preview: Option<bool>,
    /// The one that is chosen, counted from 0.
    pub selected_index: Option<u32>,
    /// How pictures fill their places.
    pub object_fit: Option<ObjectFit>,
    /// Whether a button downloads the one that is large.
    #[prop(default = true)]
    pub show_download_button: bool,
    /// Whether a button shows the one that is large on the whole screen.
    #[prop(default = true)]
    pub show_fullscreen_button: bool,
    /// Where a person may take pictures from.
    #[prop(default = vec![PictureSource::Upload])]
    pub sources: Vec<PictureSource>,
}

/// A picture or a film in a [`Gallery`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, try_from = "Sent")]
pub enum GalleryItem {
    /// A picture.
    Image {
        /// Its file.
        image: FileData,
        /// What stands below it.
        caption: Option<String>,
    },
    /// A film.
    Video {
        /// Its file.
        video: FileData,
        /// What stands below it.
        caption: Option<String>,
    },
}

/// An item as it comes. An untagged enum could not say what is wrong with a file.
#[derive(Deserialize)]
struct Sent {
    image: Option<FileData>,
    video: Option<FileData>,
    caption: Option<String>,
}

impl TryFrom<Sent> for GalleryItem {
    type Error = &'static str;

    fn try_from(sent: Sent) -> Result<Self, Self::Error> {
        let caption = sent.caption;
        match (sent.image, sent.video) {
            (Some(image), None) => Ok(Self::Image { image, caption }),
            (None, Some(video)) => Ok(Self::Video { video, caption }),
            _ => Err("an item is an image or a video"),
        }
    }
}

/// How a picture fills its place in a [`Gallery`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectFit {
    /// All of it is seen.
    Contain,
    /// All of the place is filled.
    Cover,
    /// Stretched to the shape of the place.
    Fill,
    /// In its own size.
    None,
    /// All of it is seen, and it never grows.
    ScaleDown,
}

impl GalleryItem {
    /// A picture or a film, whichever the file is.
    #[must_use]
    pub fn new(file: FileData, caption: Option<String>) -> Self {
        match file.mime_type() {
            Some(kind) if kind.starts_with("video/") => Self::Video {
                video: file,
                caption,
            },
            _ => Self::Image {
                image: file,
                caption,
            },
        }
    }

    /// Its file.
    #[must_use]
    pub fn file(&self) -> &FileData {
        match self {
            Self::Image { image: file, .. } | Self::Video { video: file, .. } => file,
        }
    }

    fn into_parts(self) -> (FileData, Option<String>) {
        match self {
            Self::Image {
                image: file,
                caption,
            }
            | Self::Video {
                video: file,
                caption,
            } => (file, caption),
        }
    }
}

impl Gallery {
    fn api_info(&self) -> Value {
        let text = json!({"anyOf": [{"type": "string"}, {"type": "null"}], "default": null, "title": "Caption"});
        let item = |field: &str, model: &str, title: &str| {
            json!({
                "properties": {field: {"$ref": format!("#/$defs/{model}")}, "caption": text},
                "required": [field],
                "title": title,
                "type": "object",
            })
        };
        json!({
            "$defs": {
                "FileData": schema::file(),
                "FileDataMeta": schema::mark(),
                "GalleryImage": item("image", "ImageData", "GalleryImage"),
                "GalleryVideo": item("video", "FileData", "GalleryVideo"),
                "ImageData": schema::picture(),
            },
            "items": {"anyOf": [{"$ref": "#/$defs/GalleryImage"}, {"$ref": "#/$defs/GalleryVideo"}]},
            "title": "GalleryData",
            "type": "array",
        })
    }

    fn example_payload(&self) -> Value {
        json!([{"image": picture::example()}])
    }

    fn initial_value(&self) -> Option<Value> {
        Some(self.base().value.clone().unwrap_or(json!([])))
    }

    fn check(&self, data: &Option<Vec<GalleryItem>>) -> Result<(), Invalid> {
        let media = FileTypes::from(["image", "video"]);
        let types = self.file_types.as_ref().unwrap_or(&media);
        let mut items = data.iter().flatten();
        items.try_for_each(|item| types.check(item.file()))
    }

    fn items<T: Picture>(
        &self,
        pictures: impl IntoIterator<Item = (T, Option<String>)>,
    ) -> Result<Option<Vec<GalleryItem>>, Invalid> {
        let item = |(picture, caption): (T, _)| {
            let file = picture.store(self.format)?;
            Ok(GalleryItem::new(file, caption))
        };
        pictures
            .into_iter()
            .map(item)
            .collect::<Result<_, _>>()
            .map(Some)
    }
}

impl Preprocess<Vec<GalleryItem>> for Gallery {
    fn preprocess(&self, data: Option<Vec<GalleryItem>>) -> Result<Vec<GalleryItem>, Invalid> {
        Ok(data.unwrap_or_default())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<Vec<T>> for Gallery {
    fn preprocess(&self, data: Option<Vec<GalleryItem>>) -> Result<Vec<T>, Invalid> {
        let items = data.into_iter().flatten();
        items.map(|item| T::open(item.into_parts().0)).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<Vec<(T, Option<String>)>> for Gallery {
    fn preprocess(
        &self,
        data: Option<Vec<GalleryItem>>,
    ) -> Result<Vec<(T, Option<String>)>, Invalid> {
        let open = |item: GalleryItem| {
            let (file, caption) = item.into_parts();
            Ok((T::open(file)?, caption))
        };
        data.into_iter().flatten().map(open).collect()
    }
}

impl Postprocess<Vec<GalleryItem>> for Gallery {
    fn postprocess(&self, value: Vec<GalleryItem>) -> Result<Option<Vec<GalleryItem>>, Invalid> {
        Ok(Some(value))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Postprocess<Vec<T>> for Gallery {
    fn postprocess(&self, value: Vec<T>) -> Result<Option<Vec<GalleryItem>>, Invalid> {
        self.items(value.into_iter().map(|picture| (picture, None)))
    }
}

#[diagnostic::do_not_recommend]
impl<T> Preprocess<Option<Vec<T>>> for Gallery
where
    Self: Preprocess<Vec<T>>,
{
    fn preprocess(&self, data: Option<Vec<GalleryItem>>) -> Result<Option<Vec<T>>, Invalid> {
        let some = data.filter(|items| !items.is_empty());
        some.map(|items| self.preprocess(Some(items))).transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<T> Postprocess<Option<Vec<T>>> for Gallery
where
    Self: Postprocess<Vec<T>>,
{
    fn postprocess(&self, value: Option<Vec<T>>) -> Result<Option<Vec<GalleryItem>>, Invalid> {
        value.map_or(Ok(None), |items| self.postprocess(items))
    }
}

#[diagnostic::do_not_recommend]
impl<T, const N: usize> Postprocess<[T; N]> for Gallery
where
    Self: Postprocess<Vec<T>>,
{
    fn postprocess(&self, value: [T; N]) -> Result<Option<Vec<GalleryItem>>, Invalid> {
        self.postprocess(Vec::from(value))
    }
}

macro_rules! captions {
    ($($caption:ty),*) => {
        $(#[diagnostic::do_not_recommend]
        impl<T: Picture> Postprocess<Vec<(T, $caption)>> for Gallery {
            fn postprocess(&self, value: Vec<(T, $caption)>) -> Result<Option<Vec<GalleryItem>>, Invalid> {
                self.items(value.into_iter().map(|(picture, caption)| (picture, Caption::from(caption).0)))
            }
        })*
    };
}
captions!(Option<String>, String, &str);

/// What stands below a picture, from whatever text the author has at hand.
struct Caption(Option<String>);

impl From<Option<String>> for Caption {
    fn from(caption: Option<String>) -> Self {
        Self(caption)
    }
}

impl From<String> for Caption {
    fn from(caption: String) -> Self {
        Self(Some(caption))
    }
}

impl From<&str> for Caption {
    fn from(caption: &str) -> Self {
        Self(Some(caption.into()))
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::testing::{assert_props, read, shown};
    use super::*;

    fn file(name: &str) -> FileData {
        FileData::from_bytes(name, "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap()
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "value": [], "format": "webp", "columns": 2, "allow_preview": true, "show_download_button": true,
            "show_fullscreen_button": true, "sources": ["upload"],
        });
        assert_props(&Gallery::new(), own);
        let gallery = Gallery::new()
            .file_types(["image"])
            .columns(4)
            .fit_columns(true)
            .rows(2)
            .height("20rem")
            .allow_preview(false)
            .preview(true)
            .selected_index(1)
            .object_fit(ObjectFit::ScaleDown);
        let own = json!({
            "value": [], "format": "webp", "columns": 4, "fit_columns": true, "rows": 2, "height": "20rem", "allow_preview": false,
            "preview": true, "selected_index": 1, "object_fit": "scale-down", "file_types": ["image"],
            "show_download_button": true, "show_fullscreen_button": true, "sources": ["upload"],
        });
        assert_props(&gallery, own);
    }

    #[test]
    fn pictures_have_captions_and_films_are_films() {
        let gallery = Gallery::new();
        let sent = shown(
            &gallery,
            vec![(file("a.svg"), "one"), (file("b.mp4"), "two")],
        );
        assert_eq!(sent[0]["image"]["orig_name"], "a.svg");
        assert_eq!(sent[0]["caption"], "one");
        assert_eq!(sent[1]["video"]["orig_name"], "b.mp4");
        let back: Vec<(FileData, Option<String>)> = read(&gallery, &sent.to_string()).unwrap();
        let expected = [
            (file("a.svg"), Some("one".into())),
            (file("b.mp4"), Some("two".into())),
        ];
        assert_eq!(back, expected);
        let items: Vec<GalleryItem> = read(&gallery, &sent.to_string()).unwrap();
        assert_eq!(shown(&gallery, items), sent);
    }

    #[test]
    fn nothing_is_an_empty_list() {
        let gallery = Gallery::new();
        assert_eq!(read::<Vec<PathBuf>>(&gallery, "null"), Ok(Vec::new()));
        assert_eq!(read::<Vec<PathBuf>>(&gallery, "[]"), Ok(Vec::new()));
        assert_eq!(shown(&gallery, Vec::<PathBuf>::new()), json!([]));
    }

    #[test]
    fn other_files_and_other_things_are_refused() {
        let text = json!([{"image": file("a.txt")}]).to_string();
        let refused = read::<Vec<PathBuf>>(&Gallery::new(), &text).unwrap_err();
        assert_eq!(
            refused,
            "a.txt is not of a type that is taken: image, video"
        );
        let film = json!([{"video": file("a.mp4")}]).to_string();
        assert!(read::<Vec<PathBuf>>(&Gallery::new().file_types(["image"]), &film).is_err());
        let refused = read::<Vec<PathBuf>>(&Gallery::new(), r#"[{"caption": "of what?"}]"#);
        assert!(
            refused
                .unwrap_err()
                .contains("an item is an image or a video")
        );
    }
}
