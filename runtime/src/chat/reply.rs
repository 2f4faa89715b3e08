//! What a chat function answers.

use crate::{
    component::{Invalid, Sink},
    components::{ChatFormat, ChatbotData, Content, Message, Role},
};

/// What a chat function may answer: words, a file, a component, a [`Message`] or several.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the answer of a chat",
    label = "not an answer",
    note = "answer words, a `FileData`, a component, a `Message`, or a list of messages",
    note = "what comes after the answer, in a tuple, is shown beside the conversation"
)]
pub trait Reply {
    /// The messages it consists of.
    fn messages(self) -> Vec<Message>;
}

impl<T: Into<Content>> Reply for T {
    fn messages(self) -> Vec<Message> {
        vec![Message::assistant(self)]
    }
}

impl Reply for Message {
    fn messages(self) -> Vec<Message> {
        vec![self]
    }
}

impl Reply for Vec<Message> {
    fn messages(self) -> Vec<Message> {
        self
    }
}

/// Writes an answer as the messages it consists of.
pub(crate) struct Answer;

impl<T: Reply> Sink<T> for Answer {
    fn write(&self, value: T, out: &mut Vec<u8>) -> Result<(), Invalid> {
        let by_the_program = value.messages().into_iter().map(|message| Message {
            role: Role::Assistant,
            ..message
        });
        let data = ChatbotData::new(by_the_program, ChatFormat::Messages);
        serde_json::to_writer(out, &data).map_err(|error| error.to_string().into())
    }
}
