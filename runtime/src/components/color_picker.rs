//! `ColorPicker`: a colour to choose.

mod color;

use serde_json::{Value, json};

pub use color::Color;

use super::text::text_component;
use crate::{
    component,
    component::{DefaultComponent, Invalid, Postprocess, Preprocess},
};

/// A colour to choose: from a field of shades, by its numbers, or from anywhere on the screen. The
/// component of [`Color`].
///
/// A function takes a [`Color`], which is refused when the text is none, or the text itself as a
/// `String`; an `Option` of these is `None` when nothing is chosen. The page sends `#rrggbb`.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn opposite(color: Color) -> Color {
///     Color::rgb(255 - color.red, 255 - color.green, 255 - color.blue)
/// }
/// ```
#[component(
    data_model = Option<String>,
    events(change, input, submit, focus, blur, release),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct ColorPicker {}

text_component!(ColorPicker);

impl ColorPicker {
    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("#000000")
    }
}

impl DefaultComponent for Color {
    type Component = ColorPicker;

    fn component() -> ColorPicker {
        ColorPicker::new()
    }
}

impl Preprocess<Color> for ColorPicker {
    fn preprocess(&self, data: Option<String>) -> Result<Color, Invalid> {
        let text = data.ok_or("a colour is needed here, and none is chosen")?;
        text.parse()
    }
}

impl Preprocess<Option<Color>> for ColorPicker {
    fn preprocess(&self, data: Option<String>) -> Result<Option<Color>, Invalid> {
        data.filter(|text| !text.is_empty())
            .map(|text| text.parse())
            .transpose()
    }
}

impl Postprocess<Color> for ColorPicker {
    fn postprocess(&self, value: Color) -> Result<Option<String>, Invalid> {
        Ok(Some(value.to_string()))
    }
}

impl Postprocess<Option<Color>> for ColorPicker {
    fn postprocess(&self, value: Option<Color>) -> Result<Option<String>, Invalid> {
        Ok(value.map(|color| color.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, example, read, shown};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        assert_props(&ColorPicker::new(), json!({}));
        let own = json!({"value": "#ff8000", "label": "Paint", "info": "Which?"});
        let picker = ColorPicker::new()
            .value(Color::rgb(255, 128, 0))
            .label("Paint")
            .info("Which?");
        assert_props(&picker, own);
    }

    #[test]
    fn colours_go_in_and_out() {
        let picker = ColorPicker::new();
        assert_eq!(example::<Color>(&picker), Ok(Color::rgb(0, 0, 0)));
        assert_eq!(example::<String>(&picker), Ok("#000000".into()));
        assert_eq!(read::<Option<Color>>(&picker, "null"), Ok(None));
        assert_eq!(read::<Option<Color>>(&picker, "\"\""), Ok(None));
        assert_eq!(shown(&picker, Color::rgb(1, 2, 3)), json!("#010203"));
        assert_eq!(
            shown(&picker, "hsl(0, 100%, 50%)"),
            json!("hsl(0, 100%, 50%)")
        );
        assert_eq!(shown(&picker, None::<Color>), json!(null));
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        let picker = ColorPicker::new();
        assert_eq!(
            read::<Color>(&picker, "null"),
            Err("a colour is needed here, and none is chosen".into())
        );
        assert_eq!(
            read::<Color>(&picker, "\"blurple\""),
            Err("\"blurple\" is no colour: #rrggbb, rgb(r, g, b) or hsl(h, s%, l%)".into())
        );
        assert_eq!(
            read::<String>(&picker, "5"),
            Err("expected text, got a number".into())
        );
    }
}
