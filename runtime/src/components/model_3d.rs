//! `Model3D`: things to turn round and look at from all sides.

use std::path::PathBuf;

use serde::Serialize;
use serde_json::Value;

use super::{
    Length,
    files::{Taken, names, shows_one_file},
};
use crate::{
    component,
    component::{Invalid, Preprocess, schema_of},
    file::FileData,
};

/// A model of a thing: dropped or picked, turned round, moved and looked at closely.
///
/// A function takes a model as [`FileData`], as a `PathBuf` or as its bytes in a `Vec<u8>`, and shows
/// `FileData` and paths; an `Option` of these is `None` when there is none. Files are OBJ, STL, PLY, GLTF or GLB;
/// one of another kind that is made of points only, `.splat`, can be given and saved.
///
/// ```
/// use vetrina::prelude::*;
///
/// /// How many corners a model in OBJ has.
/// #[endpoint]
/// fn corners(#[input(Model3D::new())] model: Vec<u8>) -> usize {
///     let text = String::from_utf8_lossy(&model);
///     text.lines().filter(|line| line.starts_with("v ")).count()
/// }
/// ```
#[component(
    data_model = Option<FileData>,
    events(change, upload, edit, clear),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Model3D {
    /// What is drawn of it; its faces unless set.
    pub display_mode: Option<DisplayMode>,
    /// The colour behind it: red, green, blue and how solid it is, each from 0 to 1.
    #[prop(default = (0.0, 0.0, 0.0, 0.0))]
    pub clear_color: (f64, f64, f64, f64),
    /// From where it is seen first: the angle around it and the angle from straight above, both in
    /// degrees, and the distance. What is left out is such that all of it is seen.
    pub camera_position: (Option<f64>, Option<f64>, Option<f64>),
    /// How fast the wheel and the keys bring it nearer.
    #[prop(default = 1.0)]
    pub zoom_speed: f64,
    /// How fast it is moved aside.
    #[prop(default = 1.0)]
    pub pan_speed: f64,
    /// How high it is on the page.
    pub height: Option<Length>,
}

/// What is drawn of a [`Model3D`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DisplayMode {
    /// Its faces.
    Solid,
    /// Its corners.
    PointCloud,
    /// Its edges.
    Wireframe,
}

/// What models are kept in.
const ENDINGS: [&str; 6] = ["obj", "glb", "gltf", "stl", "splat", "ply"];

/// A small pyramid.
const SAMPLE: &str = "\
v 0 1 0
v -1 -0.6 1
v 1 -0.6 1
v 1 -0.6 -1
v -1 -0.6 -1
f 1 2 3
f 1 3 4
f 1 4 5
f 1 5 2
f 5 4 3 2
";

impl Model3D {
    // A file and no null: an untouched field is null for every file.
    fn api_info(&self) -> Value {
        schema_of::<FileData>()
    }

    fn example_payload(&self) -> Value {
        let file = FileData::from_bytes("pyramid.obj", SAMPLE);
        serde_json::to_value(file.ok()).unwrap_or_default()
    }

    fn process_example(&self, data: &Value) -> Value {
        names(data)
    }

    fn check(&self, data: &Option<FileData>) -> Result<(), Invalid> {
        let Some(file) = data else { return Ok(()) };
        let ending = file.path().extension().unwrap_or_default();
        if ENDINGS.iter().any(|one| ending.eq_ignore_ascii_case(one)) {
            Ok(())
        } else {
            Err(format!("{} is no model of a thing", file.name()).into())
        }
    }
}

macro_rules! takes {
    ($($type:ty),*) => {$(
        impl Preprocess<$type> for Model3D {
            fn preprocess(&self, data: Option<FileData>) -> Result<$type, Invalid> {
                Taken::taken(data.ok_or("choose a model")?)
            }
        }

        impl Preprocess<Option<$type>> for Model3D {
            fn preprocess(&self, data: Option<FileData>) -> Result<Option<$type>, Invalid> {
                data.map(Taken::taken).transpose()
            }
        }
    )*};
}
takes!(FileData, PathBuf, Vec<u8>);

shows_one_file!(Model3D);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let mut own = json!({
            "clear_color": [0.0, 0.0, 0.0, 0.0], "camera_position": [null, null, null],
            "zoom_speed": 1.0, "pan_speed": 1.0,
        });
        assert_props(&Model3D::new(), own.clone());
        own["display_mode"] = json!("point_cloud");
        own["camera_position"] = json!([45.0, null, 3.0]);
        let model = Model3D::new()
            .display_mode(DisplayMode::PointCloud)
            .camera_position((Some(45.0), None, Some(3.0)));
        assert_props(&model, own);
    }

    #[test]
    fn a_model_goes_in_and_out() {
        let model = Model3D::new();
        assert_eq!(example::<Vec<u8>>(&model), Ok(SAMPLE.into()));
        assert_eq!(AnyComponent::api_info(&model), schema_of::<FileData>());
        let sent = AnyComponent::example_payload(&model);
        let file = read::<FileData>(&model, &sent.to_string()).unwrap();
        assert_eq!(shown(&model, file)["orig_name"], "pyramid.obj");
        assert_eq!(read::<Option<PathBuf>>(&model, "null"), Ok(None));
        assert_eq!(
            read::<PathBuf>(&model, "null"),
            Err("choose a model".into())
        );
        assert_eq!(shown(&model, None::<PathBuf>), json!(null));
        assert_eq!(AnyComponent::process_example(&model, &sent), "pyramid.obj");
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let text = FileData::from_bytes("notes.txt", "v 0 0 0").unwrap();
        let sent = serde_json::to_string(&text).unwrap();
        assert_eq!(
            read::<FileData>(&Model3D::new(), &sent),
            Err("notes.txt is no model of a thing".into())
        );
        let elsewhere = r#"{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}"#;
        assert!(read::<FileData>(&Model3D::new(), elsewhere).is_err());
    }
}
