//! What is said in a [`Chatbot`](super::Chatbot).

use serde::{Deserialize, Serialize};

use super::Content;

/// One message of a conversation.
///
/// ```
/// use vetrina::prelude::*;
///
/// let mut talk = vec![Message::user("What is the weather in Oslo?")];
/// talk.push(Message::assistant("12 degrees").metadata(Metadata::new("Used a thermometer").duration(0.3)));
/// let mut answer = Message::assistant("It is ");
/// answer.push_str("mild.");
/// talk.push(answer);
/// assert_eq!(talk[2].text(), "It is mild.");
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Who says it.
    pub role: Role,
    /// What stands above it, when it is a thought or the use of a tool.
    #[serde(default)]
    pub metadata: Option<Metadata>,
    /// What is said.
    pub content: Content,
    /// Answers to choose from.
    #[serde(
        default,
        deserialize_with = "null_is_empty",
        serialize_with = "empty_is_null"
    )]
    pub options: Vec<ChatOption>,
}

/// Who says a [`Message`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The person.
    User,
    /// The program.
    Assistant,
    /// Nobody in the conversation: such messages are not shown.
    System,
}

impl Message {
    /// Somebody says something.
    pub fn new(role: Role, content: impl Into<Content>) -> Self {
        Self {
            role,
            metadata: None,
            content: content.into(),
            options: Vec::new(),
        }
    }

    /// The person says something.
    pub fn user(content: impl Into<Content>) -> Self {
        Self::new(Role::User, content)
    }

    /// The program says something.
    pub fn assistant(content: impl Into<Content>) -> Self {
        Self::new(Role::Assistant, content)
    }

    /// What the program is told about its task; it is not shown.
    pub fn system(content: impl Into<Content>) -> Self {
        Self::new(Role::System, content)
    }

    /// Makes it a thought, or the use of a tool, under a title.
    #[must_use]
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Offers answers to choose from.
    #[must_use]
    pub fn options<O: Into<ChatOption>>(mut self, options: impl IntoIterator<Item = O>) -> Self {
        self.options = options.into_iter().map(Into::into).collect();
        self
    }

    /// The words of it; none if it is a file or a component.
    #[must_use]
    pub fn text(&self) -> &str {
        self.content.text()
    }

    /// More words at its end.
    pub fn push_str(&mut self, words: &str) {
        self.content.push_str(words);
    }
}

/// What makes a [`Message`] a thought: it stands under a title and can be folded.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What other thoughts know it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ThoughtId>,
    /// The thought that it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<ThoughtId>,
    /// A note beside the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
    /// How many seconds it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    /// Whether it goes on; one that is done is folded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

impl Metadata {
    /// A thought with a title.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::default()
        }
    }

    /// What other thoughts know it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<ThoughtId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The thought that it is a part of.
    #[must_use]
    pub fn parent_id(mut self, id: impl Into<ThoughtId>) -> Self {
        self.parent_id = Some(id.into());
        self
    }

    /// A note beside the title.
    #[must_use]
    pub fn log(mut self, log: impl Into<String>) -> Self {
        self.log = Some(log.into());
        self
    }

    /// How many seconds it took.
    #[must_use]
    pub fn duration(mut self, seconds: f64) -> Self {
        self.duration = Some(seconds);
        self
    }

    /// Whether it goes on.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }
}

impl From<&str> for Metadata {
    fn from(title: &str) -> Self {
        Self::new(title)
    }
}

/// Whether a thought goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It does.
    Pending,
    /// It is over.
    Done,
}

/// What a thought is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ThoughtId {
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
}

impl From<i64> for ThoughtId {
    fn from(id: i64) -> Self {
        Self::Number(id)
    }
}

impl From<i32> for ThoughtId {
    fn from(id: i32) -> Self {
        Self::Number(id.into())
    }
}

impl From<&str> for ThoughtId {
    fn from(id: &str) -> Self {
        Self::Text(id.into())
    }
}

impl From<String> for ThoughtId {
    fn from(id: String) -> Self {
        Self::Text(id)
    }
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatOption {
    /// What is answered.
    pub value: String,
    /// What stands on the button, if that is something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl<V: Into<String>> From<V> for ChatOption {
    fn from(value: V) -> Self {
        Self {
            value: value.into(),
            label: None,
        }
    }
}

impl ChatOption {
    /// An answer under other words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: Some(label.into()),
        }
    }
}

fn null_is_empty<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<ChatOption>, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}

fn empty_is_null<S: serde::Serializer>(
    options: &Vec<ChatOption>,
    to: S,
) -> Result<S::Ok, S::Error> {
    (!options.is_empty()).then_some(options).serialize(to)
}
