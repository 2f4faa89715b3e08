//! What a model thinks before it answers, taken out of its words.

use serde::Serialize;

use super::{Content, Message, Metadata, Role, Status};

/// What stands around the thoughts in what a model writes: pairs of the mark before and the mark
/// behind. Those of a [`Chatbot`](super::Chatbot)'s [`reasoning_tags`](super::Chatbot::reasoning_tags).
///
/// ```
/// use vetrina::prelude::*;
///
/// let talk = Chatbot::new()
///     .reasoning_tags([("<think>", "</think>")])
///     .value([Message::assistant("<think>6 times 7.</think>It is 42.")]);
/// # let _ = talk;
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ReasoningTags(Vec<(String, String)>);

impl<O: Into<String>, C: Into<String>, const N: usize> From<[(O, C); N]> for ReasoningTags {
    fn from(tags: [(O, C); N]) -> Self {
        Self::from(Vec::from(tags))
    }
}

impl<O: Into<String>, C: Into<String>> From<Vec<(O, C)>> for ReasoningTags {
    fn from(tags: Vec<(O, C)>) -> Self {
        let tags = tags.into_iter();
        Self(
            tags.map(|(open, close)| (open.into(), close.into()))
                .collect(),
        )
    }
}

/// What stands above a thought.
const TITLE: &str = "Reasoning";

impl ReasoningTags {
    /// The message, or what it consists of if the program thinks in it.
    pub(super) fn apart(&self, message: Message) -> Vec<Message> {
        let is_thought = message
            .metadata
            .as_ref()
            .is_some_and(|it| it.title.is_some());
        let pieces = match &message.content {
            Content::Text(text) if message.role == Role::Assistant && !is_thought => {
                self.pieces(text)
            }
            _ => Vec::new(),
        };
        if !pieces.iter().any(Piece::is_thought) {
            return vec![message];
        }
        let mut apart: Vec<_> = pieces
            .into_iter()
            .filter_map(|piece| piece.said(&message))
            .collect();
        // What can be answered is offered once, at the end.
        if let Some(last) = apart.last_mut() {
            last.options = message.options;
        }
        apart
    }

    fn pieces<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((at, open, close)) = self.first_in(rest) {
            let inside = &rest[at + open.len()..];
            let end = inside.find(close);
            pieces.push(Piece::Words(rest[..at].trim()));
            let status = end.map_or(Status::Pending, |_| Status::Done);
            pieces.push(Piece::Thought(
                inside[..end.unwrap_or(inside.len())].trim(),
                status,
            ));
            rest = end.map_or("", |end| &inside[end + close.len()..]);
        }
        pieces.push(Piece::Words(rest.trim()));
        pieces
    }

    /// Where the first thought begins, and its marks.
    fn first_in(&self, text: &str) -> Option<(usize, &str, &str)> {
        let tags = self.0.iter();
        tags.filter(|(open, close)| !open.is_empty() && !close.is_empty())
            .filter_map(|(open, close)| Some((text.find(open)?, open.as_str(), close.as_str())))
            .min_by_key(|(at, ..)| *at)
    }
}

enum Piece<'a> {
    Words(&'a str),
    Thought(&'a str, Status),
}

impl Piece<'_> {
    fn is_thought(&self) -> bool {
        matches!(self, Self::Thought(..))
    }

    /// A message of its own, unless there is nothing in it. A thought that has only begun is one.
    fn said(self, of: &Message) -> Option<Message> {
        match self {
            Self::Words("") | Self::Thought("", Status::Done) => None,
            Self::Words(text) => Some(Message {
                role: of.role,
                metadata: of.metadata.clone(),
                content: text.into(),
                options: Vec::new(),
            }),
            Self::Thought(text, status) => {
                let metadata = Metadata::new(TITLE).status(status);
                Some(Message::new(of.role, text).metadata(metadata))
            }
        }
    }
}
