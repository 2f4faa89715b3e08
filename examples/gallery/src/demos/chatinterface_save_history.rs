//! The browser keeps what was said: go on with any conversation, or begin a new one.

use vetrina::prelude::*;

#[chat(save_history = true)]
fn echo_multimodal(
    #[input(MultimodalTextbox::new().multiple())] message: MultimodalData,
    _history: Vec<Message>,
) -> String {
    format!("You wrote: '{}' and uploaded: {} files", message.text, message.files.len())
}
