//! Whose words are the last, and where a conversation goes on from.

use super::Talk;
use crate::{
    components::{Content, Message, MultimodalData, Role},
    endpoint::Index,
};

/// A message as it stands in the conversation: its files, then its words.
pub(super) fn asked(message: &MultimodalData) -> Vec<Message> {
    let files = message.files.iter().cloned().map(Message::user);
    let words = (!message.text.is_empty() || message.files.is_empty())
        .then(|| Message::user(message.text.as_str()));
    files.chain(words).collect()
}

/// The last that the person said, and what was said before; the answer is dropped.
pub(super) fn last(mut talk: Vec<Message>) -> Option<Talk> {
    let end = talk.iter().rposition(|it| it.role == Role::User)? + 1;
    let others = talk[..end].iter().rposition(|it| it.role != Role::User);
    let start = others.map_or(0, |other| other + 1);
    talk.truncate(end);
    let said = talk.split_off(start);
    let mut message = MultimodalData::default();
    for Message { content, .. } in said {
        take(content, &mut message);
    }
    Some(Talk {
        message,
        history: talk,
    })
}

fn take(content: Content, message: &mut MultimodalData) {
    match content {
        Content::Text(text) => {
            if !message.text.is_empty() {
                message.text.push('\n');
            }
            message.text.push_str(&text);
        }
        Content::File(it) => message.files.push(it.file),
        Content::Several(several) => several.into_iter().for_each(|it| take(it, message)),
        Content::Component(_) => {}
    }
}

/// The conversation up to this message, and with it.
pub(super) fn up_to(mut talk: Vec<Message>, index: Index) -> Vec<Message> {
    let end = match index {
        Index::One(index) => index + 1,
        // Of pairs: what stands before the pair, and its question.
        Index::Two(pair, _) => {
            let asked = |it: &(usize, &Message)| it.1.role == Role::User;
            let mut questions = talk.iter().enumerate().filter(asked);
            questions.nth(pair).map_or(talk.len(), |(at, _)| at + 1)
        }
    };
    talk.truncate(end);
    talk
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::FileData;

    fn texts(talk: &[Message]) -> Vec<&str> {
        talk.iter().map(Message::text).collect()
    }

    fn four() -> Vec<Message> {
        vec![
            Message::user("a"),
            Message::assistant("A"),
            Message::user("b"),
            Message::assistant("B"),
        ]
    }

    #[test]
    fn the_last_question_is_asked_again_without_its_answer() {
        let talk = last(four()).unwrap();
        assert_eq!(talk.message.text, "b");
        assert_eq!(texts(&talk.history), ["a", "A"]);
        assert!(last(vec![Message::assistant("A")]).is_none());
        assert!(last(Vec::new()).is_none());
    }

    #[test]
    fn files_and_words_are_one_message() {
        let file = FileData::from_bytes("note.txt", b"Milk").unwrap();
        let message = MultimodalData {
            text: "Look".into(),
            files: vec![file.clone(), file],
        };
        let mut talk = four();
        talk.extend(asked(&message));
        assert_eq!(talk.len(), 7);
        let talk = last(talk).unwrap();
        assert_eq!(talk.message, message);
        assert_eq!(texts(&talk.history), ["a", "A", "b", "B"]);
    }

    #[test]
    fn a_message_written_anew_is_the_last() {
        assert_eq!(texts(&up_to(four(), Index::One(2))), ["a", "A", "b"]);
        assert_eq!(texts(&up_to(four(), Index::Two(0, 0))), ["a"]);
        assert_eq!(texts(&up_to(four(), Index::Two(1, 0))), ["a", "A", "b"]);
    }
}
