//! What a function can learn of the event that called it.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{Ctx, Failure, FromCall, Wiring};
use crate::{Error, file::FileData};

/// Where an event happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The id of the component in the config.
    pub id: usize,
    /// The kind of the component: `Textbox`.
    pub component: String,
    /// The name of the event, where the function hears only one of this component: `submit`.
    pub event: Option<&'static str>,
}

/// Where an event happened, and what the component said of it.
///
/// API clients call functions without an event; then there is neither.
///
/// ```
/// use vetrina::prelude::*;
///
/// fn greet(name: String, event: EventData) -> String {
///     format!("Hello {name}, by {}", event.component())
/// }
/// # let _ = greet;
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EventData {
    /// Where it happened.
    pub target: Option<Target>,
    /// What the component said of it, as it travelled.
    pub data: Option<Value>,
}

impl EventData {
    /// The kind of the component where it happened, `Button`; empty when no component was it.
    #[must_use]
    pub fn component(&self) -> &str {
        self.target.as_ref().map_or("", |target| &target.component)
    }
}

impl FromCall for EventData {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(ctx.facts().event.clone())
    }

    fn wire(wiring: &mut Wiring) {
        wiring.hears_event_data = true;
    }
}

/// Which of several things an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Index {
    /// The place in a list.
    One(usize),
    /// Row and column, x and y, or the begin and the end of what was marked.
    Two(usize, usize),
}

impl Index {
    /// The place in a list; the first of two.
    #[must_use]
    pub fn one(self) -> usize {
        match self {
            Self::One(index) | Self::Two(index, _) => index,
        }
    }

    /// Row and column, or x and y. A place in a list is one in the first column.
    #[must_use]
    pub fn two(self) -> (usize, usize) {
        match self {
            Self::One(index) => (index, 0),
            Self::Two(first, second) => (first, second),
        }
    }
}

/// As clients write it: `3`, or `[1, 2]`.
impl std::fmt::Display for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::One(index) => index.fmt(f),
            Self::Two(first, second) => write!(f, "[{first}, {second}]"),
        }
    }
}

/// What was chosen: a cell, a picture, an option, a part of a text.
///
/// ```
/// use vetrina::prelude::*;
///
/// fn cell(select: SelectData) -> Result<String, Error> {
///     let (row, column) = select.index.two();
///     let value: String = select.value()?;
///     Ok(format!("{value} stands in row {row}, column {column}"))
/// }
/// # let _ = cell;
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct SelectData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// Which one it was.
    pub index: Index,
    /// What stands there, as it travelled; [`value`](Self::value) reads it.
    pub value: Value,
    /// The whole row of a table.
    #[serde(default)]
    pub row_value: Vec<Value>,
    /// The whole column of a table.
    #[serde(default)]
    pub col_value: Vec<Value>,
    /// Whether it was chosen, or given up.
    #[serde(default = "yes")]
    pub selected: bool,
    /// What else the component said.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// A key was pressed in a box.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct KeyUpData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// The name of the key.
    pub key: String,
    /// What stands in the box now.
    pub input_value: String,
}

/// Somebody likes a message, or does not.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct LikeData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// Which message it was.
    pub index: Index,
    /// The message, as it travelled; [`value`](Self::value) reads it.
    pub value: Value,
    /// What was thought of it.
    #[serde(default)]
    pub liked: Liked,
}

/// What somebody thinks of a message.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Liked {
    /// Thumbs up, or down.
    Thumb(bool),
    /// One of the opinions that the component offers.
    Opinion(String),
}

impl Default for Liked {
    fn default() -> Self {
        Self::Thumb(true)
    }
}

impl Liked {
    /// Whether the thumb was up.
    #[must_use]
    pub fn is_up(&self) -> bool {
        *self == Self::Thumb(true)
    }
}

/// A message is to be answered once more.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct RetryData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// Which message it was.
    pub index: Index,
    /// The message, as it travelled; [`value`](Self::value) reads it.
    pub value: Value,
}

/// A message is to be taken back.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct UndoData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// Which message it was.
    pub index: Index,
    /// The message, as it travelled; [`value`](Self::value) reads it.
    pub value: Value,
}

/// A message was written anew.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct EditData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// Which message it was.
    pub index: Index,
    /// What it was before, as it travelled.
    pub previous_value: Value,
    /// What it is now, as it travelled; [`value`](Self::value) reads it.
    pub value: Value,
}

/// Something was copied.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CopyData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// What was copied, as it travelled; [`value`](Self::value) reads it.
    pub value: Value,
}

/// A file was taken out of a list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct DeletedFileData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// The file that is no longer in the list.
    #[serde(flatten)]
    pub file: FileData,
}

/// A file was saved by whoever looks at the page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct DownloadData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// The file.
    #[serde(flatten)]
    pub file: FileData,
}

/// A sound or a film began to play, stopped for a while or came to its end.
///
/// ```
/// use vetrina::prelude::*;
///
/// fn note(at: PlaybackData) -> String {
///     format!("Heard up to {:.1} s", at.playback_position)
/// }
/// # let _ = note;
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PlaybackData {
    /// Where it happened.
    #[serde(skip)]
    pub target: Option<Target>,
    /// Where the player stands, in seconds from the start.
    pub playback_position: f64,
}

fn yes() -> bool {
    true
}

macro_rules! read_values {
    ($($data:ident)*) => {$(
        impl $data {
            /// The value, read as what it is.
            ///
            /// # Errors
            /// When it is something else.
            pub fn value<T: DeserializeOwned>(&self) -> Result<T, Error> {
                read(stringify!($data), self.value.clone())
            }
        }
    )*};
}

read_values! { SelectData LikeData RetryData UndoData EditData CopyData }

macro_rules! from_event_data {
    ($($data:ident)*) => {$(
        impl FromCall for $data {
            fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
                let EventData { target, data } = EventData::from_call(ctx)?;
                let data = data.ok_or_else(|| Failure::Shown(missing(stringify!($data))))?;
                let read: Self = read(stringify!($data), data).map_err(Failure::Shown)?;
                Ok(Self { target, ..read })
            }

            fn wire(wiring: &mut Wiring) {
                EventData::wire(wiring);
                wiring.needs_event_data = true;
            }
        }
    )*};
}

from_event_data! {
    SelectData KeyUpData LikeData RetryData UndoData EditData CopyData DeletedFileData DownloadData
    PlaybackData
}

fn read<T: DeserializeOwned>(name: &str, value: Value) -> Result<T, Error> {
    serde_json::from_value(value)
        .map_err(|why| Error::new(format!("The event data is no {name}: {why}")))
}

#[cold]
fn missing(name: &str) -> Error {
    Error::new(format!(
        "This function runs on an event that comes with {name}, and this call has none"
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_cell_is_read_with_its_row_and_its_column() {
        let sent = json!({
            "index": [1, 2], "value": "x", "row_value": ["a", "x"], "col_value": ["x"], "extra": true,
        });
        let select: SelectData = read("SelectData", sent).unwrap();
        assert_eq!(select.index.two(), (1, 2));
        assert_eq!(select.value::<String>().unwrap(), "x");
        assert_eq!(select.row_value, [json!("a"), json!("x")]);
        assert!(select.selected);
        assert_eq!(select.more["extra"], true);
    }

    #[test]
    fn a_player_tells_where_it_stands() {
        let data: PlaybackData = read("PlaybackData", json!({"playback_position": 1})).unwrap();
        assert!((data.playback_position - 1.0).abs() < f64::EPSILON);
        assert!(read::<PlaybackData>("PlaybackData", json!({})).is_err());
    }

    #[test]
    fn an_option_has_one_place() {
        let sent = json!({"index": 3, "value": 7, "selected": false});
        let select: SelectData = read("SelectData", sent).unwrap();
        assert_eq!(select.index.one(), 3);
        assert_eq!(select.value::<u8>().unwrap(), 7);
        assert!(!select.selected);
        let refused = select.value::<String>().unwrap_err().to_string();
        assert!(
            refused.contains("is no SelectData: invalid type: integer `7`"),
            "{refused}"
        );
    }

    #[test]
    fn what_is_liked_may_be_an_opinion() {
        let like = |liked: Value| -> LikeData {
            read(
                "LikeData",
                json!({"index": 0, "value": "Hi", "liked": liked}),
            )
            .unwrap()
        };
        assert!(like(json!(true)).liked.is_up());
        assert!(!like(json!(false)).liked.is_up());
        assert_eq!(like(json!("Spam")).liked, Liked::Opinion("Spam".into()));
        let silent: LikeData = read("LikeData", json!({"index": [0, 1], "value": "Hi"})).unwrap();
        assert!(silent.liked.is_up());
    }

    #[test]
    fn a_deleted_file_is_one_of_ours() {
        let file = FileData::from_bytes("gone.txt", b"x").unwrap();
        let sent = serde_json::to_value(&file).unwrap();
        let deleted: DeletedFileData = read("DeletedFileData", sent).unwrap();
        assert_eq!(deleted.file, file);
        let theft = json!({"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}});
        assert!(read::<DeletedFileData>("DeletedFileData", theft).is_err());
    }
}
