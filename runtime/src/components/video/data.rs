//! What travels for a video, in the shapes of both lines of clients.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::{Value, json};

use crate::{
    component::schema_of,
    endpoint::{Failure, Outcome},
    file::FileData,
};

/// A video, and its subtitles if it has any. A client may as well send the file of the video alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VideoData {
    /// The video.
    pub video: FileData,
    /// What is said in it, as VTT when it is shown.
    pub subtitles: Option<FileData>,
}

impl<'de> Deserialize<'de> for VideoData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut sent = Value::deserialize(deserializer)?;
        let file = |value: Value| FileData::deserialize(value).map_err(D::Error::custom);
        if sent.get("video").is_none() {
            return Ok(Self {
                video: file(sent)?,
                subtitles: None,
            });
        }
        let subtitles = match sent["subtitles"].take() {
            Value::Null => None,
            subtitles => Some(file(subtitles)?),
        };
        Ok(Self {
            video: file(sent["video"].take())?,
            subtitles,
        })
    }
}

impl Outcome for VideoData {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

pub(super) fn schema() -> Value {
    let file = schema_of::<FileData>();
    json!({
        "type": "object",
        "properties": {
            "video": file,
            "subtitles": {"oneOf": [{"type": "null"}, file]},
        },
        "required": ["video"],
    })
}
