//! `ImageSlider`: two pictures in one place, with a divider to drag.

use serde_json::{Value, json};

use super::{
    Length,
    picture::{self, Picture, PictureFormat},
};
use crate::{
    component,
    component::{DefaultOutput, Invalid, Postprocess, Preprocess},
    file::{FileData, schema},
};

/// The pictures left and right of the divider.
type Pair<T> = (Option<T>, Option<T>);

/// Two pictures in one place, with a divider to drag: before and after.
///
/// A function takes and shows a pair of [`Picture`]s, or of `Option`s of them; as the result of an
/// endpoint, where a pair would be two results, there is [`Compared`].
///
/// ```
/// use vetrina::{image::DynamicImage, prelude::*};
///
/// #[endpoint]
/// fn without_colour(picture: DynamicImage) -> Compared<DynamicImage> {
///     let grey = picture.grayscale();
///     Compared(picture, grey)
/// }
/// ```
#[component(
    data_model = Option<Pair<FileData>>,
    events(clear, change, stream, select, upload, input),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct ImageSlider {
    /// What pictures from memory are sent as.
    #[prop(default = PictureFormat::Webp)]
    pub format: PictureFormat,
    /// The height of the pictures on the page.
    pub height: Option<Length>,
    /// The width of the pictures on the page.
    pub width: Option<Length>,
    /// Whether a button downloads the picture on the right.
    #[prop(default = true)]
    pub show_download_button: bool,
    /// Whether a button shows the pictures on the whole screen.
    #[prop(default = true)]
    pub show_fullscreen_button: bool,
    /// Where the divider stands, from 0 to 100.
    #[prop(default = 50.0)]
    pub slider_position: f64,
    /// How high the pictures grow, in pixels.
    #[prop(default = 500)]
    pub max_height: u32,
}

impl ImageSlider {
    fn api_info(&self) -> Value {
        let picture = json!({"anyOf": [{"$ref": "#/$defs/ImageData"}, {"type": "null"}]});
        json!({
            "$defs": {"ImageData": schema::picture()},
            "anyOf": [
                {"maxItems": 2, "minItems": 2, "prefixItems": [picture, picture], "type": "array"},
                {"type": "null"},
            ],
            "title": "SliderData",
        })
    }

    fn example_payload(&self) -> Value {
        json!([picture::example(), picture::example()])
    }

    fn check(&self, data: &Option<Pair<FileData>>) -> Result<(), Invalid> {
        let pictures = data.iter().flat_map(|(left, right)| [left, right]);
        pictures.flatten().try_for_each(picture::check)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<Pair<T>> for ImageSlider {
    fn preprocess(&self, data: Option<Pair<FileData>>) -> Result<Pair<T>, Invalid> {
        let (left, right) = data.unwrap_or_default();
        Ok((
            left.map(T::open).transpose()?,
            right.map(T::open).transpose()?,
        ))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<(T, T)> for ImageSlider {
    fn preprocess(&self, data: Option<Pair<FileData>>) -> Result<(T, T), Invalid> {
        match data {
            Some((Some(left), Some(right))) => Ok((T::open(left)?, T::open(right)?)),
            _ => Err("two pictures are needed".into()),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<Option<Pair<T>>> for ImageSlider {
    fn preprocess(&self, data: Option<Pair<FileData>>) -> Result<Option<Pair<T>>, Invalid> {
        data.map(|pair| self.preprocess(Some(pair))).transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Preprocess<Option<(T, T)>> for ImageSlider {
    fn preprocess(&self, data: Option<Pair<FileData>>) -> Result<Option<(T, T)>, Invalid> {
        match data {
            None | Some((None, None)) => Ok(None),
            both => self.preprocess(both).map(Some),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Postprocess<Pair<T>> for ImageSlider {
    fn postprocess(&self, (left, right): Pair<T>) -> Result<Option<Pair<FileData>>, Invalid> {
        let store = |picture: Option<T>| picture.map(|it| it.store(self.format)).transpose();
        Ok(Some((store(left)?, store(right)?)))
    }
}

#[diagnostic::do_not_recommend]
impl<L: Picture, R: Picture> Postprocess<(L, R)> for ImageSlider {
    fn postprocess(&self, (left, right): (L, R)) -> Result<Option<Pair<FileData>>, Invalid> {
        let (left, right) = (left.store(self.format)?, right.store(self.format)?);
        Ok(Some((Some(left), Some(right))))
    }
}

/// Two pictures to compare: before and after. The component of it as a result is [`ImageSlider`].
#[derive(Debug, Clone, PartialEq)]
pub struct Compared<L, R = L>(pub L, pub R);

impl<L: Picture, R: Picture> Postprocess<Compared<L, R>> for ImageSlider {
    fn postprocess(&self, value: Compared<L, R>) -> Result<Option<Pair<FileData>>, Invalid> {
        self.postprocess((value.0, value.1))
    }
}

impl<L: Picture, R: Picture> DefaultOutput for Compared<L, R> {
    type Component = ImageSlider;

    fn output() -> ImageSlider {
        ImageSlider::new()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Picture> Postprocess<Option<Pair<T>>> for ImageSlider {
    fn postprocess(&self, value: Option<Pair<T>>) -> Result<Option<Pair<FileData>>, Invalid> {
        value.map_or(Ok(None), |pair| self.postprocess(pair))
    }
}

#[diagnostic::do_not_recommend]
impl<L: Picture, R: Picture> Postprocess<Option<(L, R)>> for ImageSlider {
    fn postprocess(&self, value: Option<(L, R)>) -> Result<Option<Pair<FileData>>, Invalid> {
        value.map_or(Ok(None), |pair| self.postprocess(pair))
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::testing::{assert_props, read, shown};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "format": "webp", "show_download_button": true, "show_fullscreen_button": true,
            "slider_position": 50.0, "max_height": 500,
        });
        assert_props(&ImageSlider::new(), own);
    }

    #[test]
    fn two_pictures_go_in_and_out() {
        type Both = Option<(PathBuf, PathBuf)>;
        let slider = ImageSlider::new();
        let file =
            FileData::from_bytes("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap();
        let sent = shown(&slider, (file.clone(), file.path().to_owned()));
        assert_eq!(sent[0]["path"], sent[1]["path"]);
        let both = read::<(FileData, FileData)>(&slider, &sent.to_string());
        assert_eq!(both, Ok((file.clone(), file.clone())));
        let one = json!([sent[0], null]).to_string();
        assert_eq!(
            read::<Pair<FileData>>(&slider, &one),
            Ok((Some(file), None))
        );
        assert_eq!(
            read::<(PathBuf, PathBuf)>(&slider, &one),
            Err("two pictures are needed".into())
        );
        assert_eq!(read::<Pair<PathBuf>>(&slider, "null"), Ok((None, None)));
        assert_eq!(read::<Option<Pair<PathBuf>>>(&slider, "null"), Ok(None));
        assert_eq!(read::<Both>(&slider, "null"), Ok(None));
        assert_eq!(read::<Both>(&slider, "[null, null]"), Ok(None));
        assert!(read::<Both>(&slider, &one).is_err());
        assert_eq!(shown(&slider, None::<Pair<PathBuf>>), json!(null));
    }
}
