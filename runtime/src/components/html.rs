//! `Html`: markup to read.

use serde_json::{Value, json};

use super::{markdown::source, text::text_component};
use crate::{component, component::Invalid, richtext};

/// Markup to read.
///
/// A function shows a `String` or `&str` of HTML. Markup that could do harm, scripts above all, is
/// left out.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Html::new())]
/// fn swatch(red: u8, green: u8, blue: u8) -> String {
///     format!("<p>rgb({red}, {green}, {blue})</p>")
/// }
/// ```
#[component(
    data_model = Option<String>,
    events(change, click),
    base(show_label = false, container = false, min_width = None),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Html {
    /// How high it is at least, in pixels.
    pub min_height: Option<u32>,
    /// How high it may grow before it scrolls, in pixels.
    pub max_height: Option<u32>,
    /// Whether there is room around it.
    #[prop(default = true)]
    pub padding: bool,
    /// Whether it keeps to the end as content comes in.
    pub autoscroll: bool,
}

text_component!(Html);

impl Html {
    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("<p>Hello</p>")
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        (name == "render").then(|| source(args).map(|markup| richtext::sanitize(markup).into()))
    }
}
