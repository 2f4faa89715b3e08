//! `ChatHistory`: the conversations that a browser keeps.

use serde_json::{Value, json};

use super::{Chatbot, ChatbotData, Message};
use crate::{
    component,
    component::{AnyComponent, Invalid, Postprocess, Preprocess},
};

/// The conversations that the browser of a visitor keeps, to go on with.
///
/// Its value is the conversation at hand: what is given to it is kept, and what is chosen in it is
/// what it gives. The browser keeps it all; the server never sees more than the conversation at
/// hand.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn diary(ui: &mut Ui) {
///     let kept = ui.add(ChatHistory::new().storage_key("diary"));
///     let talk = ui.add(Chatbot::new());
///     let say = ui.add(Textbox::new().label("Say"));
///     say.submit(
///         |mut talk: Vec<Message>, words: String| {
///             talk.push(Message::user(words));
///             talk
///         },
///         (&talk, &say),
///         &talk,
///     );
///     talk.change.js("talk => talk", &talk, &kept);
///     kept.select.js("talk => talk", &kept, &talk);
/// }
/// ```
#[component(
    data_model = Option<ChatbotData>,
    wire = "chathistory",
    events(change, select),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct ChatHistory {
    /// What the browser keeps them under, for this path.
    #[prop(default = "chat".to_owned())]
    pub storage_key: String,
    /// How many it keeps; the oldest go first.
    #[prop(default = 100)]
    pub most: u32,
}

impl ChatHistory {
    fn api_info(&self) -> Value {
        AnyComponent::api_info(&Chatbot::new())
    }

    fn example_payload(&self) -> Value {
        AnyComponent::example_payload(&Chatbot::new())
    }

    fn initial_value(&self) -> Option<Value> {
        Some(json!([]))
    }
}

impl Preprocess<Vec<Message>> for ChatHistory {
    fn preprocess(&self, data: Option<ChatbotData>) -> Result<Vec<Message>, Invalid> {
        Ok(data.map(ChatbotData::messages).unwrap_or_default())
    }
}

impl Postprocess<Vec<Message>> for ChatHistory {
    fn postprocess(&self, value: Vec<Message>) -> Result<Option<ChatbotData>, Invalid> {
        Ok(Some(ChatbotData::Messages(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{assert_props, example, read, shown};
    use super::*;

    #[test]
    fn props_are_what_the_page_needs() {
        let own = json!({"storage_key": "mine", "most": 100, "value": []});
        assert_props(&ChatHistory::new().storage_key("mine"), own);
    }

    #[test]
    fn a_conversation_goes_in_and_out() {
        let history = ChatHistory::new();
        let talk: Vec<Message> = example(&history).unwrap();
        assert_eq!(talk[0].text(), "Hello!");
        assert_eq!(
            read(&history, &shown(&history, talk.clone()).to_string()),
            Ok(talk)
        );
        assert_eq!(read::<Vec<Message>>(&history, "null"), Ok(Vec::new()));
    }
}
