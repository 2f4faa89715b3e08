//! What a message consists of.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    component::{AnyComponent, Component},
    file::{FileData, names_only_ours},
};

/// What a [`Message`](super::Message) says: words in Markdown, a file, a component, or several of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, from = "Sent")]
pub enum Content {
    /// Words, in Markdown.
    Text(String),
    /// A file: a picture, a sound or a film is shown as such, any other as a link.
    File(FileMessage),
    /// A component, to look at.
    Component(ComponentMessage),
    /// Several of these, one after the other.
    Several(Vec<Content>),
}

/// A file in a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileMessage {
    /// The file.
    pub file: FileData,
    /// What it shows, for those who do not see it.
    #[serde(default)]
    pub alt_text: Option<String>,
}

/// A component in a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "SentComponent")]
pub struct ComponentMessage {
    /// Its type in the config.
    pub component: String,
    /// What it shows, as it travels.
    pub value: Value,
    /// What it was made from.
    #[serde(default)]
    pub constructor_args: Map<String, Value>,
    /// All its props.
    #[serde(default)]
    pub props: Map<String, Value>,
}

/// A component as a client sends it.
#[derive(Deserialize)]
struct SentComponent {
    component: String,
    value: Value,
    #[serde(default)]
    constructor_args: Map<String, Value>,
    #[serde(default)]
    props: Map<String, Value>,
}

/// The components whose values are files; in those of others a `path` is any word.
const OF_FILES: [&str; 8] = [
    "annotatedimage",
    "audio",
    "file",
    "gallery",
    "image",
    "imageslider",
    "model3d",
    "video",
];

impl TryFrom<SentComponent> for ComponentMessage {
    type Error = &'static str;

    fn try_from(sent: SentComponent) -> Result<Self, Self::Error> {
        let SentComponent {
            component,
            value,
            constructor_args,
            props,
        } = sent;
        if OF_FILES.contains(&component.as_str()) && !names_only_ours(&value) {
            return Err("a file in the chat is not one that was uploaded here");
        }
        Ok(Self {
            component,
            value,
            constructor_args,
            props,
        })
    }
}

/// The forms that clients of both lines send.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected a text, a file, a component or a list of these"
)]
enum Sent {
    Text(String),
    Block { text: String },
    File(FileMessage),
    Component(ComponentMessage),
    Several(Vec<Content>),
}

impl From<Sent> for Content {
    fn from(sent: Sent) -> Self {
        match sent {
            Sent::Text(text) | Sent::Block { text } => Self::Text(text),
            Sent::File(file) => Self::File(file),
            Sent::Component(component) => Self::Component(component),
            // Most lists hold one thing.
            Sent::Several(mut several) if several.len() == 1 => several.remove(0),
            Sent::Several(several) => Self::Several(several),
        }
    }
}

impl Content {
    /// The words of it; none if it is a file or a component.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Several(several) => several
                .iter()
                .map(Self::text)
                .find(|text| !text.is_empty())
                .unwrap_or_default(),
            Self::File(_) | Self::Component(_) => "",
        }
    }

    /// The file, if it is one.
    #[must_use]
    pub fn file(&self) -> Option<&FileData> {
        match self {
            Self::File(message) => Some(&message.file),
            Self::Several(several) => several.iter().find_map(Self::file),
            Self::Text(_) | Self::Component(_) => None,
        }
    }

    pub(super) fn push_str(&mut self, words: &str) {
        match self {
            Self::Text(text) => text.push_str(words),
            Self::Several(several) if matches!(several.last(), Some(Self::Text(_))) => {
                several.last_mut().expect("there is one").push_str(words);
            }
            Self::Several(several) => several.push(words.into()),
            one => {
                let before = std::mem::replace(one, Self::Several(Vec::new()));
                *one = Self::Several(vec![before, words.into()]);
            }
        }
    }

    /// One after the other, without lists in lists.
    pub(super) fn flat(self) -> Vec<Self> {
        match self {
            Self::Several(several) => several.into_iter().flat_map(Self::flat).collect(),
            one => vec![one],
        }
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<FileData> for Content {
    fn from(file: FileData) -> Self {
        Self::File(FileMessage {
            file,
            alt_text: None,
        })
    }
}

impl From<FileMessage> for Content {
    fn from(file: FileMessage) -> Self {
        Self::File(file)
    }
}

impl<C: Into<Content>> From<Vec<C>> for Content {
    fn from(several: Vec<C>) -> Self {
        Self::Several(several.into_iter().map(Into::into).collect())
    }
}

impl<C: Component + AnyComponent> From<C> for Content {
    fn from(component: C) -> Self {
        let mut props = AnyComponent::props(&component);
        let value = props.shift_remove("value").unwrap_or_default();
        if let Some(frontend) = component.frontend() {
            props.insert("frontend".into(), frontend.path("js").into());
        }
        Self::Component(ComponentMessage {
            component: component.wire().into(),
            value,
            constructor_args: Map::new(),
            props,
        })
    }
}
