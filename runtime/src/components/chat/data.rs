//! A conversation as it travels.

use serde::{Deserialize, Serialize};

use super::{ChatFormat, Content, Message, Role};

/// What a [`Chatbot`](super::Chatbot) shows, in one of its two forms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a list of messages, each with a role and a content"
)]
pub enum ChatbotData {
    /// Question and answer side by side; either may be missing.
    Tuples(Vec<Pair>),
    /// One message after the other.
    Messages(Vec<Message>),
}

/// A question and its answer.
pub type Pair = (Option<Content>, Option<Content>);

impl ChatbotData {
    /// The messages, one after the other.
    pub(crate) fn messages(self) -> Vec<Message> {
        match self {
            Self::Messages(messages) => messages,
            Self::Tuples(pairs) => {
                let two = |(question, answer): Pair| {
                    let question = question.map(|it| Message::new(Role::User, it));
                    question
                        .into_iter()
                        .chain(answer.map(|it| Message::new(Role::Assistant, it)))
                };
                pairs.into_iter().flat_map(two).collect()
            }
        }
    }

    /// The messages in the form that a chatbot was made for.
    pub(crate) fn new(messages: impl IntoIterator<Item = Message>, format: ChatFormat) -> Self {
        // What is said in several parts travels as several messages, as older clients know them.
        let parts = messages.into_iter().flat_map(|message| {
            let Message {
                role,
                metadata,
                content,
                options,
            } = message;
            let mut parts = content.flat();
            let last = parts.pop();
            let part = |(content, options)| Message {
                role,
                metadata: metadata.clone(),
                content,
                options,
            };
            let before = parts.into_iter().map(|content| (content, Vec::new()));
            before
                .chain(last.map(|content| (content, options)))
                .map(part)
                .collect::<Vec<_>>()
        });
        match format {
            ChatFormat::Messages => Self::Messages(parts.collect()),
            ChatFormat::Tuples => Self::Tuples(paired(parts)),
        }
    }
}

fn paired(messages: impl Iterator<Item = Message>) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for Message { role, content, .. } in messages {
        match (role, pairs.last_mut()) {
            (Role::User, _) => pairs.push((Some(content), None)),
            (Role::Assistant, Some((_, answer @ None))) => *answer = Some(content),
            (Role::Assistant, _) => pairs.push((None, Some(content))),
            (Role::System, _) => {}
        }
    }
    pairs
}
