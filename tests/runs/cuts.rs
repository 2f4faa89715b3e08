//! Connections that are cut in the middle of a stream.

use serde_json::{Value, json};
use vetrina_tests::{Cutter, Server, get, request};

use super::{call, comes_to, join};

const CUTS: usize = 50;

/// A reader that counts: it says what it has seen, and opens its stream again whenever it breaks.
struct Reader {
    url: String,
    seen: u64,
    opened: usize,
    values: Vec<Value>,
    /// What the stream shows, step by step.
    shown: Vec<String>,
}

impl Reader {
    fn new(url: String) -> Self {
        Self {
            url,
            seen: 0,
            opened: 0,
            values: Vec::new(),
            shown: Vec::new(),
        }
    }

    /// Reads what one connection brings; whether that was the end.
    fn read(&mut self) -> bool {
        self.opened += 1;
        self.values.clear();
        let text = get(format!("{}after={}", self.url, self.seen)).body;
        // What was cut in the middle did not come.
        let whole = text.rsplit_once("\n\n").map_or("", |(whole, _)| whole);
        whole
            .split("\n\n")
            .filter(|it| !it.is_empty())
            .fold(false, |ended, message| ended | self.hear(message))
    }

    fn hear(&mut self, message: &str) -> bool {
        let (id, rest) = match message.strip_prefix("id: ") {
            Some(numbered) => numbered.split_once('\n').expect("a line of data"),
            None => ("", message),
        };
        if !id.is_empty() {
            let number: u64 = id.parse().expect("a number");
            assert!(number > self.seen, "{number} came after {}", self.seen);
            self.seen = number;
        }
        if let Some(rest) = rest.strip_prefix("event: ") {
            let (name, data) = rest.split_once("\ndata: ").expect("data");
            return self.hear_call(name, &serde_json::from_str(data).expect("JSON"));
        }
        let data = rest.strip_prefix("data: ").expect("data");
        let message: Value = serde_json::from_str(data).expect("JSON");
        match message["msg"].as_str() {
            Some("process_generating") => self.step(&message["output"]["data"][0]),
            Some("process_completed") => {
                let last = message["output"]["data"][0].as_str().expect("a text");
                assert_eq!(self.shown.last().map(String::as_str), Some(last));
            }
            Some("close_stream") => return true,
            Some("unexpected_error") => panic!("{message}"),
            _ => {}
        }
        false
    }

    fn hear_call(&mut self, name: &str, data: &Value) -> bool {
        match name {
            "generating" => {
                let shown = data[0].as_str().expect("a text");
                self.shown.push(shown.to_owned());
            }
            "complete" => return true,
            other => panic!("{other}: {data}"),
        }
        false
    }

    /// The first step of a connection is whole, later ones are what changed.
    fn step(&mut self, data: &Value) {
        if self.values.is_empty() {
            self.values.push(data.clone());
        } else {
            for edit in data.as_array().expect("edits") {
                let (action, text) = (&edit[0], edit[2].as_str().expect("a text"));
                assert_eq!(edit[1], json!([]), "{edit}");
                let before = self.values[0].as_str().expect("a text");
                let now = match action.as_str() {
                    Some("append") => format!("{before}{text}"),
                    Some("replace") => text.to_owned(),
                    _ => panic!("{edit}"),
                };
                self.values[0] = json!(now);
            }
        }
        let shown = self.values[0].as_str().expect("a text").to_owned();
        self.shown.push(shown);
    }
}

fn steps(n: u64) -> Vec<String> {
    (0..n).map(|step| format!("step {step}")).collect()
}

fn nothing_is_lost(mut reader: Reader, cutter: &Cutter, n: u64) {
    while !reader.read() {}
    assert_eq!(cutter.left(), 0, "opened {} times", reader.opened);
    assert!(reader.opened > CUTS);
    assert_eq!(reader.shown, steps(n));
}

#[test]
fn a_session_misses_nothing_and_hears_nothing_twice() {
    let server = Server::app("runs");
    let cutter = Cutter::before(&server, CUTS);
    join(&server, "count", &json!([400, 0]), "cut");
    let url = cutter.at("/gradio_api/queue/data?session_hash=cut&");
    nothing_is_lost(Reader::new(url), &cutter, 400);
}

#[test]
fn a_call_misses_nothing_and_hears_nothing_twice() {
    let server = Server::app("runs");
    let cutter = Cutter::before(&server, CUTS);
    let id = call(&server, "count", &json!([1400, 0]));
    let url = cutter.at(&format!("/gradio_api/call/count/{id}?"));
    nothing_is_lost(Reader::new(url), &cutter, 1400);
}

#[test]
fn a_browser_says_in_a_header_what_it_has_seen() {
    let server = Server::app("runs");
    let id = call(&server, "count", &json!([3, 0]));
    let url = server.at(&format!("/gradio_api/call/count/{id}"));
    let whole = get(format!("{url}?after=0")).body;
    assert_eq!(whole.matches("\nevent: generating\n").count(), 3, "{whole}");
    let (seen, left) = whole.split_once("data: [\"step 1\"]\n\n").expect("steps");
    let number = seen.rsplit_once("id: ").expect("numbers").1;
    let number = number.split('\n').next().expect("a number");
    let again = request("GET", &url).header("last-event-id", number).send();
    assert_eq!(again.body, left);
    let giant = request("GET", &url).header("last-event-id", &u64::MAX.to_string());
    assert_eq!(giant.send().body, "");
}

#[test]
fn a_late_reader_of_a_flood_gets_what_is_shown_now() {
    let server = Server::app("runs");
    join(&server, "flood", &json!([200_000]), "late");
    let standing = get(server.at("/gradio_api/events?session_hash=late"));
    let id = super::id(&standing.json()["runs"][0]);
    comes_to(&server, &id, "late", "done");
    let text = get(server.at("/gradio_api/queue/data?session_hash=late&after=0")).body;
    let steps = text.matches("process_generating").count();
    assert!((1_000..10_000).contains(&steps), "{steps}");
    let whole = "\"output\":{\"data\":[199999]";
    assert!(text.contains(whole), "{}", &text[text.len() - 500..]);
}
