//! What a chat function takes: the message, and what was said before.

use std::{mem::take, path::PathBuf};

use crate::{
    component::{Component, Preprocess},
    components::{Chatbot, ChatbotData, Message, MultimodalData, MultimodalTextbox, Textbox},
    endpoint::{Ctx, Failure},
};

/// What is to be answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Talk {
    pub(crate) message: MultimodalData,
    /// What was said before.
    pub(crate) history: Vec<Message>,
}

/// What a chat function may take as its message.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the message of a chat",
    label = "not a message",
    note = "take the words as a `String`, or words and files as `MultimodalData`"
)]
pub trait Said: Sized + 'static {
    /// What it is written in, unless the function names something else.
    type Box: MessageBox;

    #[doc(hidden)]
    fn component() -> Self::Box;

    #[doc(hidden)]
    fn said(message: MultimodalData) -> Self;
}

/// A component that messages are written in.
#[diagnostic::on_unimplemented(
    message = "nobody writes messages in a `{Self}`",
    label = "not for messages",
    note = "name a `Textbox`, or a `MultimodalTextbox` for words and files"
)]
pub trait MessageBox: Component + Preprocess<MultimodalData> {}

impl MessageBox for Textbox {}
impl MessageBox for MultimodalTextbox {}

impl Said for String {
    type Box = Textbox;

    fn component() -> Textbox {
        Textbox::new()
    }

    fn said(message: MultimodalData) -> Self {
        message.text
    }
}

impl Said for MultimodalData {
    type Box = MultimodalTextbox;

    fn component() -> MultimodalTextbox {
        MultimodalTextbox::new()
    }

    fn said(message: MultimodalData) -> Self {
        message
    }
}

impl Said for (String, Vec<PathBuf>) {
    type Box = MultimodalTextbox;

    fn component() -> MultimodalTextbox {
        MultimodalTextbox::new()
    }

    fn said(MultimodalData { text, files }: MultimodalData) -> Self {
        (text, files.iter().map(|file| file.path().into()).collect())
    }
}

/// The message of the call at hand.
#[expect(
    clippy::unnecessary_wraps,
    reason = "what else is made of a call may fail"
)]
pub(crate) fn message<T: Said>(ctx: &mut Ctx) -> Result<T, Failure> {
    Ok(T::said(take(&mut ctx.talk().message)))
}

/// What was said before, in the call at hand.
pub(crate) fn history<T>(ctx: &mut Ctx) -> Result<T, Failure>
where
    Chatbot: Preprocess<T>,
{
    let history = ChatbotData::Messages(take(&mut ctx.talk().history));
    Chatbot::new()
        .preprocess(Some(history))
        .map_err(|why| Failure::hidden(why.to_string()))
}
