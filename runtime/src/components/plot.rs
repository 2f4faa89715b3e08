//! `Plot`: a chart.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{DefaultComponent, Derived, Invalid, Postprocess, Preprocess},
    data_model,
    file::kind_of,
};

/// A chart, drawn by a crate for charts.
///
/// A function shows the SVG that `plotters` writes into a `String`, or the bytes of a picture (PNG,
/// JPEG, WebP, GIF). With the feature `plotly` it shows a `plotly::Plot`, or its JSON as a
/// `String`: then the page brings the script for it, from this server.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Plot::new())]
/// fn bar(height: u8) -> String {
///     let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>";
///     format!("{svg}<rect y='{}' width='40' height='{height}'/></svg>", 100 - height)
/// }
/// ```
#[component(data_model = Option<PlotData>, events(change))]
#[derive(Debug, Clone)]
pub struct Plot {}

/// What a [`Plot`] shows.
#[data_model]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlotData {
    /// What kind of chart it is.
    #[serde(rename = "type")]
    pub kind: PlotKind,
    /// A picture as a `data:` address, or the JSON of the chart.
    pub plot: String,
}

/// Who can draw a [`PlotData`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PlotKind {
    /// Vega; its charts go through, but this page does not draw them.
    Altair,
    /// Bokeh; its charts go through, but this page does not draw them.
    Bokeh,
    /// Plotly, with the feature `plotly`.
    Plotly,
    /// Anybody: it is a picture.
    Matplotlib,
}

impl PlotData {
    /// A picture, from its bytes.
    ///
    /// # Errors
    /// When it is no picture that browsers know.
    pub fn picture(bytes: impl AsRef<[u8]>) -> Result<Self, Invalid> {
        let bytes = bytes.as_ref();
        let mime = match kind_of(bytes) {
            Some(kind) if kind.is_picture() => kind.mime,
            _ if str::from_utf8(bytes).is_ok_and(|text| text.contains("<svg")) => "image/svg+xml",
            _ => {
                return Err("this is no picture: expected SVG, PNG, JPEG, WebP, GIF or BMP".into());
            }
        };
        Ok(Self {
            kind: PlotKind::Matplotlib,
            plot: format!("data:{mime};base64,{}", STANDARD.encode(bytes)),
        })
    }

    /// A chart of Plotly, from its JSON.
    pub fn plotly(json: impl Into<String>) -> Self {
        Self {
            kind: PlotKind::Plotly,
            plot: json.into(),
        }
    }
}

impl Plot {
    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        // What others send their pictures in; ours say it themselves.
        props.insert("format".into(), json!("webp"));
        props
    }

    fn api_info(&self) -> Value {
        json!({
            "properties": {
                "type": {"enum": ["altair", "bokeh", "plotly", "matplotlib"], "title": "Type", "type": "string"},
                "plot": {"title": "Plot", "type": "string"},
            },
            "required": ["type", "plot"],
            "title": "PlotData",
            "type": "object",
        })
    }

    // A chart and no null: what the API page offers has to be something a function takes.
    fn example_payload(&self) -> Value {
        let chart = json!({"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}]});
        json!({"type": "plotly", "plot": chart.to_string()})
    }

    /// What an address could do harm with is no picture.
    fn check(&self, data: &Option<PlotData>) -> Result<(), Invalid> {
        match data {
            Some(PlotData {
                kind: PlotKind::Matplotlib,
                plot,
            }) if !plot.starts_with("data:image/") => {
                Err("expected a picture as a `data:image/` address".into())
            }
            _ => Ok(()),
        }
    }
}

impl Preprocess<PlotData> for Plot {
    fn preprocess(&self, data: Option<PlotData>) -> Result<PlotData, Invalid> {
        data.ok_or_else(|| "there is no chart".into())
    }
}

impl Postprocess<PlotData> for Plot {
    fn postprocess(&self, value: PlotData) -> Result<Option<PlotData>, Invalid> {
        Ok(Some(value))
    }
}

impl Postprocess<String> for Plot {
    fn postprocess(&self, value: String) -> Result<Option<PlotData>, Invalid> {
        if value.trim_start().starts_with('{') {
            return Ok(Some(PlotData::plotly(value)));
        }
        PlotData::picture(value).map(Some)
    }
}

impl Postprocess<&str> for Plot {
    fn postprocess(&self, value: &str) -> Result<Option<PlotData>, Invalid> {
        self.postprocess(value.to_owned())
    }
}

impl Postprocess<Vec<u8>> for Plot {
    fn postprocess(&self, value: Vec<u8>) -> Result<Option<PlotData>, Invalid> {
        PlotData::picture(value).map(Some)
    }
}

/// Nothing leaves it empty.
macro_rules! optional {
    ($($shown:ty),*) => {$(
        impl Postprocess<Option<$shown>> for Plot {
            fn postprocess(&self, value: Option<$shown>) -> Result<Option<PlotData>, Invalid> {
                value.map_or(Ok(None), |value| self.postprocess(value))
            }
        }
    )*};
}
optional!(String, &str, Vec<u8>);

#[cfg(feature = "plotly")]
impl Postprocess<plotly::Plot> for Plot {
    fn postprocess(&self, value: plotly::Plot) -> Result<Option<PlotData>, Invalid> {
        Ok(Some(PlotData::plotly(value.to_json())))
    }
}

impl DefaultComponent for PlotData {
    type Component = Plot;

    fn component() -> Plot {
        Plot::new()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        assert_props(&Plot::new(), json!({"format": "webp"}));
        let example = AnyComponent::example_payload(&Plot::new());
        assert_eq!(example["type"], "plotly");
    }

    #[test]
    fn pictures_say_what_they_are() {
        let plot = |bytes: &[u8]| {
            shown(&Plot::new(), bytes.to_vec())["plot"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        assert_eq!(plot(b"\x89PNG"), "data:image/png;base64,iVBORw==");
        assert!(plot(b"\xff\xd8\xff").starts_with("data:image/jpeg;"));
        assert!(plot(b"RIFF....WEBP").starts_with("data:image/webp;"));
        assert!(plot(b"GIF89a").starts_with("data:image/gif;"));
        let svg = shown(&Plot::new(), "<?xml?><svg/>");
        assert_eq!(svg["type"], "matplotlib");
        assert!(
            svg["plot"]
                .as_str()
                .unwrap()
                .starts_with("data:image/svg+xml;base64,")
        );
        let refused = PlotData::picture("words").unwrap_err().to_string();
        assert_eq!(
            refused,
            "this is no picture: expected SVG, PNG, JPEG, WebP, GIF or BMP"
        );
    }

    #[test]
    fn charts_travel_as_json() {
        let json = r#"{"data": []}"#;
        assert_eq!(
            shown(&Plot::new(), json),
            json!({"type": "plotly", "plot": json})
        );
        let sent = r#"{"type": "plotly", "plot": "{}"}"#;
        assert_eq!(
            read::<PlotData>(&Plot::new(), sent),
            Ok(PlotData::plotly("{}"))
        );
        assert_eq!(read::<Option<PlotData>>(&Plot::new(), "null"), Ok(None));
        assert_eq!(
            read::<PlotData>(&Plot::new(), "null"),
            Err("there is no chart".into())
        );
        let address = r#"{"type": "matplotlib", "plot": "https://example.org/x.png"}"#;
        assert!(read::<PlotData>(&Plot::new(), address).is_err());
    }
}
