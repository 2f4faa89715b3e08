//! What is said of a chat besides what every endpoint may say.

use std::fmt;

use crate::components::{ChatExample, Chatbot, TextboxButton};

/// What was written in `#[chat(…)]`.
#[derive(Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct ChatSettings {
    /// `chatbot`: the conversation, if it is not the usual one.
    pub chatbot: Option<Chatbot>,
    /// `additional_inputs_accordion`: what stands over the other inputs.
    pub accordion: &'static str,
    /// `editable`: whether messages can be written anew.
    pub editable: bool,
    /// `examples`.
    pub examples: Vec<ChatExample>,
    /// `run_examples_on_click`: whether an example is said at once, or only written.
    pub run_examples_on_click: bool,
    /// `save_history`: whether the browser keeps conversations.
    pub save_history: bool,
    /// `autofocus`.
    pub autofocus: bool,
    /// `autoscroll`.
    pub autoscroll: bool,
    /// `submit_btn`.
    pub submit_btn: TextboxButton,
    /// `stop_btn`.
    pub stop_btn: TextboxButton,
    /// `fill_height`: whether it is as high as the window, where it is the whole page.
    pub fill_height: bool,
    /// `fill_width`: whether it is as wide as the window, where it is the whole page.
    pub fill_width: bool,
}

impl Default for ChatSettings {
    fn default() -> Self {
        Self {
            chatbot: None,
            accordion: "Additional Inputs",
            editable: false,
            examples: Vec::new(),
            run_examples_on_click: true,
            save_history: false,
            autofocus: true,
            autoscroll: true,
            submit_btn: true.into(),
            stop_btn: true.into(),
            fill_height: true,
            fill_width: false,
        }
    }
}

impl ChatSettings {
    /// Examples of whatever can be one.
    pub fn examples<E: Into<ChatExample>>(
        examples: impl IntoIterator<Item = E>,
    ) -> Vec<ChatExample> {
        examples.into_iter().map(Into::into).collect()
    }
}

impl fmt::Debug for ChatSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatSettings")
            .field("examples", &self.examples)
            .finish_non_exhaustive()
    }
}
