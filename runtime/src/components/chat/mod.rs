//! `Chatbot`: a conversation.

mod content;
mod data;
mod history;
mod message;
mod reasoning;
mod schema;
#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::{Map, Value, json};

pub use content::{ComponentMessage, Content, FileMessage};
pub use data::{ChatbotData, Pair};
pub use history::ChatHistory;
pub use message::{ChatOption, Message, Metadata, Role, Status, ThoughtId};
pub use reasoning::ReasoningTags;

use super::{LatexDelimiter, Length, markdown};
use crate::{
    component,
    component::{Component as _, Derived, Element, Invalid, Postprocess, Preprocess},
    file::FileData,
    richtext::{self, Style},
};

/// A conversation to read: words in Markdown, files, components, thoughts. The component of
/// `Vec<Message>`.
///
/// A function takes and shows a `Vec` of [`Message`]s; with [`ChatFormat::Tuples`] pairs of a question
/// and its answer do as well.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn parrot(ui: &mut Ui) {
///     let talk = ui.add(Chatbot::new());
///     let words = ui.add(Textbox::new().label("Message"));
///     words.submit(answer, (&talk, &words), (&talk, &words));
/// }
///
/// fn answer(mut talk: Vec<Message>, words: String) -> (Vec<Message>, &'static str) {
///     talk.push(Message::user(words.clone()));
///     talk.push(Message::assistant(format!("**{words}**")));
///     (talk, "")
/// }
/// ```
#[component(
    data_model = Option<ChatbotData>,
    events(change, select, like, retry, undo, example_select, option_select, clear, copy, edit)
)]
#[derive(Debug, Clone)]
pub struct Chatbot {
    /// What travels: messages, or pairs of question and answer.
    #[prop(rename = "type", default = ChatFormat::Messages)]
    pub format: ChatFormat,
    /// Whether it keeps to the last message as more come in.
    #[prop(default = true)]
    pub autoscroll: bool,
    /// How high it is.
    #[prop(default = 400)]
    pub height: Option<Length>,
    /// How high it may grow before it scrolls.
    pub max_height: Option<Length>,
    /// How high it is at least.
    pub min_height: Option<Length>,
    /// Whether a person may pull it larger.
    pub resizable: bool,
    /// Whose messages a person may write anew.
    pub editable: Option<Editable>,
    /// What formulas stand between.
    #[prop(default = vec![LatexDelimiter::new("$$", "$$", true)])]
    pub latex_delimiters: Vec<LatexDelimiter>,
    /// Whether the text runs from right to left.
    pub rtl: bool,
    /// Whether each message has a button that copies it.
    pub show_copy_button: bool,
    /// Whether a button copies the whole conversation.
    pub show_copy_all_button: bool,
    /// What is added to copies of what the program said.
    pub watermark: Option<String>,
    /// The pictures of the person and of the program.
    pub avatar_images: (Option<FileData>, Option<FileData>),
    /// Whether messages are Markdown.
    #[prop(default = true)]
    pub render_markdown: bool,
    /// What can be thought of a message: `"Like"` and `"Dislike"` are thumbs.
    #[prop(default = Feedback::default())]
    pub feedback_options: Feedback,
    /// Whether the person's own messages can be thought something of as well.
    pub like_user_message: Option<bool>,
    /// What was thought of each message of the program.
    pub feedback_value: Option<Vec<Option<String>>>,
    /// Whether a line break in the source is one on the page.
    #[prop(default = true)]
    pub line_breaks: bool,
    /// How it is drawn; as bubbles unless set.
    pub layout: Option<ChatLayout>,
    /// What an empty conversation says, in Markdown.
    pub placeholder: Option<String>,
    /// What to begin with.
    pub examples: Option<Vec<ChatExample>>,
    /// Whether pictures, sounds and films can be saved.
    #[prop(default = true)]
    pub allow_file_downloads: bool,
    /// Whether messages of one side stand together.
    #[prop(default = true)]
    pub group_consecutive_messages: bool,
    /// What a model writes around its thoughts, such as `("<think>", "</think>")`. What stands between
    /// them in a message of the program becomes a thought of its own, also while it is still being
    /// written. Pairs of question and answer have no thoughts.
    pub reasoning_tags: Option<ReasoningTags>,
}

/// What travels of a [`Chatbot`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChatFormat {
    /// One message after the other, each with a role.
    Messages,
    /// Pairs of a question and its answer, as older clients have them.
    Tuples,
}

/// Whose messages a person may write anew in a [`Chatbot`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Editable {
    /// The person's own.
    User,
    /// All of them.
    All,
}

/// How a [`Chatbot`] is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChatLayout {
    /// One message under the other, across the whole width.
    Panel,
    /// The person's messages in bubbles at the other side.
    Bubble,
}

/// What can be thought of a message in a [`Chatbot`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Feedback(Vec<String>);

impl Default for Feedback {
    fn default() -> Self {
        Self::from(["Like", "Dislike"])
    }
}

impl<T: Into<String>, const N: usize> From<[T; N]> for Feedback {
    fn from(options: [T; N]) -> Self {
        Self(options.map(Into::into).into())
    }
}

impl<T: Into<String>> From<Vec<T>> for Feedback {
    fn from(options: Vec<T>) -> Self {
        Self(options.into_iter().map(Into::into).collect())
    }
}

/// What to begin a conversation with in a [`Chatbot`].
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ChatExample {
    /// What the person would say.
    pub text: String,
    /// What stands on the button, if that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_text: Option<String>,
    /// The picture on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<FileData>,
    /// Files that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileData>,
}

impl<T: Into<String>> From<T> for ChatExample {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl ChatExample {
    /// What stands on its button in place of its text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.display_text = Some(label.into());
        self
    }

    /// The picture on its button.
    #[must_use]
    pub fn icon(mut self, icon: impl Into<FileData>) -> Self {
        self.icon = Some(icon.into());
        self
    }

    /// One more file that goes with it.
    #[must_use]
    pub fn file(mut self, file: impl Into<FileData>) -> Self {
        self.files.push(file.into());
        self
    }
}

impl Chatbot {
    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        for (name, value) in [
            ("sanitize_html", true),
            ("show_share_button", false),
            ("allow_tags", false),
            ("likeable", false),
            ("_retryable", false),
            ("_undoable", false),
        ] {
            props.insert(name.into(), value.into());
        }
        props
    }

    fn api_info(&self) -> Value {
        schema::of(self.format)
    }

    fn example_payload(&self) -> Value {
        match self.format {
            ChatFormat::Tuples => json!([["Hello!", null]]),
            ChatFormat::Messages => json!([
                {"role": "user", "metadata": null, "content": "Hello!", "options": null},
                {"role": "assistant", "metadata": null, "content": "How can I help you?", "options": null},
            ]),
        }
    }

    /// The value in the form that travels, also when the form was chosen after it.
    fn initial_value(&self) -> Option<Value> {
        let value = self.base().value.clone().unwrap_or_else(|| json!([]));
        let talk: Result<Option<ChatbotData>, _> = serde_json::from_value(value.clone());
        let sent = talk.ok().flatten().map(|talk| self.shown(talk.messages()));
        Some(sent.map_or(value, |sent| json!(sent)))
    }

    /// `render`: safe HTML for each of several texts.
    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        (name == "render").then(|| match args {
            [Value::Array(texts)] => Ok(texts
                .iter()
                .filter_map(Value::as_str)
                .map(|text| self.render(text))
                .collect()),
            _ => Err("expected a list of texts to render".into()),
        })
    }

    fn render(&self, text: &str) -> String {
        let formulas = markdown::marks(&self.latex_delimiters);
        let style = Style {
            line_breaks: self.line_breaks,
            header_links: false,
            formulas: &formulas,
        };
        richtext::markdown(text, style)
    }

    fn shown(&self, messages: impl IntoIterator<Item = Message>) -> Option<ChatbotData> {
        let data = ChatbotData::new(messages, self.format);
        Some(match (data, &self.reasoning_tags) {
            (ChatbotData::Messages(messages), Some(tags)) => {
                let apart = messages.into_iter().flat_map(|it| tags.apart(it));
                ChatbotData::Messages(apart.collect())
            }
            (data, _) => data,
        })
    }
}

/// A list of messages is a conversation.
impl Element for Message {
    type List = Chatbot;

    fn list() -> Chatbot {
        Chatbot::new()
    }
}

impl Preprocess<Vec<Message>> for Chatbot {
    fn preprocess(&self, data: Option<ChatbotData>) -> Result<Vec<Message>, Invalid> {
        Ok(data.map(ChatbotData::messages).unwrap_or_default())
    }
}

impl Preprocess<Vec<Pair>> for Chatbot {
    fn preprocess(&self, data: Option<ChatbotData>) -> Result<Vec<Pair>, Invalid> {
        let messages = data.map(ChatbotData::messages).unwrap_or_default();
        match ChatbotData::new(messages, ChatFormat::Tuples) {
            ChatbotData::Tuples(pairs) => Ok(pairs),
            ChatbotData::Messages(_) => Err("there are no pairs".into()),
        }
    }
}

impl Preprocess<Vec<(Option<String>, Option<String>)>> for Chatbot {
    fn preprocess(
        &self,
        data: Option<ChatbotData>,
    ) -> Result<Vec<(Option<String>, Option<String>)>, Invalid> {
        let pairs: Vec<Pair> = self.preprocess(data)?;
        let text = |content: Option<Content>| content.map(|content| content.text().to_owned());
        Ok(pairs
            .into_iter()
            .map(|(question, answer)| (text(question), text(answer)))
            .collect())
    }
}

impl Postprocess<Vec<Message>> for Chatbot {
    fn postprocess(&self, value: Vec<Message>) -> Result<Option<ChatbotData>, Invalid> {
        Ok(self.shown(value))
    }
}

impl<const N: usize> Postprocess<[Message; N]> for Chatbot {
    fn postprocess(&self, value: [Message; N]) -> Result<Option<ChatbotData>, Invalid> {
        Ok(self.shown(value))
    }
}

impl<Q: Into<Content>, A: Into<Content>> Postprocess<Vec<(Option<Q>, Option<A>)>> for Chatbot {
    fn postprocess(
        &self,
        value: Vec<(Option<Q>, Option<A>)>,
    ) -> Result<Option<ChatbotData>, Invalid> {
        let pairs = value
            .into_iter()
            .map(|(question, answer)| (question.map(Into::into), answer.map(Into::into)));
        let pairs = ChatbotData::Tuples(pairs.collect());
        Ok(match self.format {
            ChatFormat::Tuples => Some(pairs),
            ChatFormat::Messages => self.shown(pairs.messages()),
        })
    }
}
