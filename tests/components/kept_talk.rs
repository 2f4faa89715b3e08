//! Examples of a chat: what was answered to them is kept, and a table of them has values for other inputs.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

use serde_json::{Value, json};
use vetrina::{App, prelude::*, test::Page};

/// How often each function ran.
static RUNS: [AtomicUsize; 3] = [const { AtomicUsize::new(0) }; 3];

fn ran(which: usize) -> usize {
    RUNS[which].load(Ordering::SeqCst)
}

mod buttons {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    #[chat(examples = ["ab", "cd"], cache_examples = "lazy", outputs = (_, Number::new().label("Letters")))]
    fn spells(
        message: String,
        history: Vec<Message>,
        #[default("!")] end: String,
    ) -> impl Iterator<Item = (Vec<Message>, usize)> {
        super::RUNS[0].fetch_add(1, Ordering::SeqCst);
        let note = FileData::from_bytes("note.txt", message.as_bytes()).expect("there is room");
        (1..=message.len()).map(move |end_of| {
            let words = format!("{}{end} after {}", &message[..end_of], history.len());
            let answer = vec![Message::assistant(words), Message::assistant(note.clone())];
            (answer, end_of)
        })
    }
}

mod rows {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    #[chat(examples = [("ab", "?"), ("cd", _)], cache_examples = "lazy")]
    fn ends(message: String, history: Vec<Message>, #[default("!")] end: String) -> String {
        super::RUNS[1].fetch_add(1, Ordering::SeqCst);
        format!("{message}{end} after {}", history.len())
    }
}

mod written {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    #[chat(examples = [("ab", "?")], run_examples_on_click = false)]
    fn ends(message: String, _history: Vec<Message>, #[default("!")] end: String) -> String {
        super::RUNS[2].fetch_add(1, Ordering::SeqCst);
        format!("{message}{end}")
    }
}

mod judged {
    use vetrina::prelude::*;

    fn is_polite(message: String, end: String) -> [Validity; 2] {
        [
            validate(message != "Oi", "Say hello"),
            validate(end != "?", "Do not ask"),
        ]
    }

    #[chat(validator = is_polite)]
    fn answer(message: String, history: Vec<Message>, #[default("!")] end: String) -> String {
        format!("{message}{end} after {}", history.len())
    }
}

/// A folder that goes away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("vetrina-talk-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    fn open(&self, module: &str) -> Page {
        let module = format!("{}::{module}", module_path!());
        Page::open(&App::module(module).examples_cache(&self.0))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn talk(page: &Page) -> Vec<String> {
    let talk: Vec<Message> = page.value("Chatbot");
    talk.iter().map(|it| it.text().to_owned()).collect()
}

#[test]
fn an_example_that_was_answered_is_not_answered_anew() {
    let folder = Folder::new("buttons");
    let mut page = folder.open("buttons");
    let choose = |page: &mut Page, row: usize| {
        let text = ["ab", "cd"][row];
        let chosen = json!({"index": row, "value": {"text": text, "files": []}});
        page.tell("Chatbot", "example_select", chosen);
        let talk: Vec<Message> = page.value("Chatbot");
        assert_eq!(talk.len(), 3);
        assert_eq!(
            (talk[0].text(), talk[1].text()),
            (text, &*format!("{text}! after 0"))
        );
        let Content::File(note) = &talk[2].content else {
            panic!("a file: {talk:?}");
        };
        assert_eq!(note.file.read().unwrap(), text.as_bytes());
        assert_eq!(page.value::<u32>("Letters"), 2);
    };
    choose(&mut page, 1);
    assert_eq!(ran(0), 1);
    choose(&mut page, 1);
    choose(&mut page, 0);
    choose(&mut page, 0);
    assert_eq!(ran(0), 2);
    // After the next start it is all there; what is written is answered, with what was said before.
    let mut page = folder.open("buttons");
    choose(&mut page, 0);
    assert_eq!(ran(0), 2);
    page.say("ab");
    assert_eq!(talk(&page)[4], "ab! after 3");
    assert_eq!(ran(0), 3);
}

#[test]
fn a_row_of_a_table_fills_all_inputs_and_begins_anew() {
    let folder = Folder::new("rows");
    let mut page = folder.open("rows");
    for row in [0, 1, 0, 1] {
        page.select("Examples", row);
        let said = [["ab", "ab? after 0"], ["cd", "cd! after 0"]];
        assert_eq!(talk(&page), said[row]);
        assert_eq!(page.text("message"), "");
    }
    assert_eq!(ran(1), 2);
}

#[test]
fn a_row_is_only_written_where_that_is_said() {
    let folder = Folder::new("written");
    let mut page = folder.open("written");
    page.select("Examples", 0);
    assert_eq!(page.text("message"), "ab");
    assert_eq!(page.value::<Value>("Chatbot"), json!([]));
    assert_eq!(page.text("end"), "?");
    assert_eq!(ran(2), 0);
}

#[test]
fn what_is_refused_is_not_said() {
    let mut page = Folder::new("judged").open("judged");
    page.fill("message", "Oi");
    page.submit("message");
    assert_eq!(page.error("message"), Some("Say hello"));
    assert_eq!(page.value::<Value>("Chatbot"), json!([]));
    assert_eq!(page.text("message"), "Oi");
    assert_eq!(page.say("Hello"), "Hello! after 0");
    page.turn_to("Additional Inputs");
    page.fill("end", "?");
    page.fill("message", "Hello");
    page.submit("message");
    assert_eq!(page.error("end"), Some("Do not ask"));
    assert_eq!(talk(&page).len(), 2);
}
