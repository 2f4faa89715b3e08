//! A client calls. It sends its message alone; its session keeps the conversation.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;

use super::{Asking, Talk, ask::around, turn};
use crate::{
    components::{Content, Message},
    endpoint::{Ctx, Failure, Handler, Held, Produced, Values},
};

/// What was said in a session.
#[derive(Debug, Default)]
struct Conversation(Mutex<Vec<Message>>);

/// Answers a message of a client; `kept` is the block that stands for what its session keeps.
pub(crate) fn calls(chat: &Arc<Asking>, kept: usize) -> Handler {
    let chat = Arc::clone(chat);
    Handler::new(chat.function.mode(), move |args| {
        let message = args.read(&chat.message, 0)?;
        let job = args.rest(1, |args| chat.function.prepare(args))?;
        let begin = move |ctx: &mut Ctx| Turn::begin(ctx, message, kept);
        Ok(around(job, begin, Turn::told))
    })
}

/// One message and its answer.
struct Turn {
    conversation: Arc<Conversation>,
    /// How much there is without the answer.
    before: usize,
}

impl Turn {
    fn begin(
        ctx: &mut Ctx,
        message: Held<crate::components::MultimodalData>,
        kept: usize,
    ) -> Result<Self, Failure> {
        let message = message.get(ctx)?;
        let conversation: Arc<Conversation> = ctx.session().at(kept, None, Default::default);
        let mut said = conversation
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let history = said.clone();
        said.extend(turn::asked(&message));
        let before = said.len();
        drop(said);
        ctx.say(Talk { message, history });
        Ok(Self {
            conversation,
            before,
        })
    }

    fn told(self, produced: Produced) -> Result<Produced, Failure> {
        Ok(match produced {
            Produced::Once(values) => Produced::Once(self.heard(&values)?),
            Produced::Stream(stream) => {
                Produced::stream(stream, move |values| self.heard(&values?))
            }
            Produced::Iter(items) => Produced::iter(items, move |values| self.heard(&values?)),
        })
    }

    /// Keeps an answer, and writes it as clients get it.
    fn heard(&self, values: &Values) -> Result<Values, Failure> {
        let answer = values.iter().next().unwrap_or(b"[]");
        let answer: Vec<Message> =
            serde_json::from_slice(answer).map_err(|error| Failure::hidden(error.to_string()))?;
        let response = response(&answer);
        let mut said = self
            .conversation
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        said.truncate(self.before);
        said.extend(answer);
        Ok([response.as_bytes()]
            .into_iter()
            .chain(values.iter().skip(1))
            .collect())
    }
}

/// Plain words are a text; all else is a message, or several.
fn response(answer: &[Message]) -> String {
    let response = match answer {
        [
            Message {
                content: Content::Text(text),
                metadata: None,
                options,
                ..
            },
        ] if options.is_empty() => json!(text),
        [one] => json!(one),
        several => json!(several),
    };
    response.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clients_get_plain_words_as_a_text() {
        assert_eq!(response(&[Message::assistant("Yes")]), r#""Yes""#);
        let offered = Message::assistant("Sure?").options(["Yes", "No"]);
        assert!(response(&[offered]).starts_with(r#"{"role":"assistant""#));
        let two = [Message::assistant("a"), Message::assistant("b")];
        assert!(response(&two).starts_with('['));
    }
}
