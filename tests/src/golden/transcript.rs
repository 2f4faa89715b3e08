//! Recorded exchanges, sent again.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use super::{Bindings, Difference, What, compare};
use crate::http::{self, Answer};

/// One request of a transcript with its answer.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    /// The comment above it, or above the ones it belongs to.
    pub case: String,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: String,
    status: u16,
    answer_headers: Vec<(String, String)>,
    answer: String,
}

/// Sends a transcript's requests again, in order, and tells where the answers differ.
///
/// `rewrite` gets each recorded request's path and body and may rename what the app at hand calls
/// otherwise; it returns nothing for a request that is left out. The place of a difference is
/// `<case> > <request>: status`, `: header.<name>` or `: body…`.
pub fn replay(
    transcript: &str,
    url: &str,
    mut rewrite: impl FnMut(&Exchange, &str, &str) -> Option<(String, String)>,
) -> Vec<Difference> {
    let mut known = sessions();
    known.insert(
        "<PORT>".into(),
        url.rsplit(':').next().unwrap_or_default().into(),
    );
    let mut found = Vec::new();
    let mut answered = String::new();
    // Whether the last event was not let in: then its stream has nothing to tell.
    let mut turned_away = false;
    for exchange in parse(transcript) {
        let at = format!("{} > {} {}", exchange.case, exchange.method, exchange.path);
        let filled = |text: &str| fill(text, &known, &answered);
        let filled = (filled(&exchange.path), filled(&exchange.body));
        answered.push_str(&exchange.answer);
        let (Some(path), Some(body)) = filled else {
            // It speaks of an event that was refused here, and that difference is told already.
            continue;
        };
        let joins = exchange.path().ends_with("/queue/join");
        if turned_away && exchange.path().ends_with("/queue/data") {
            continue;
        }
        let Some((path, body)) = rewrite(&exchange, &path, &body) else {
            turned_away |= joins;
            continue;
        };
        let answer = send(&exchange, &format!("{url}{path}"), body);
        if joins {
            turned_away = answer.status != exchange.status;
        }
        found.extend(differences(&exchange, &answer, &at, &mut known));
    }
    found
}

impl Exchange {
    /// The path that was asked for, without its query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }
}

fn parse(transcript: &str) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut case = String::new();
    let mut lines = transcript.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(comment) = line.strip_prefix("# ") {
            // What is in brackets tells how a stream ended; the rest names what follows.
            if !comment.starts_with('(') {
                comment.clone_into(&mut case);
            }
            continue;
        }
        let Some((method, path)) = line
            .strip_prefix("> ")
            .and_then(|rest| rest.split_once(' '))
        else {
            continue;
        };
        let mut exchange = Exchange {
            case: case.clone(),
            method: method.into(),
            path: path.into(),
            ..Exchange::default()
        };
        exchange.headers = head(&mut lines, '>');
        exchange.body = body(&mut lines);
        if let Some(status) = lines.next_if(|line| line.starts_with("< ")) {
            exchange.status = status[2..]
                .trim()
                .parse()
                .unwrap_or_else(|_| panic!("{status:?}"));
        }
        exchange.answer_headers = head(&mut lines, '<');
        exchange.answer = body(&mut lines);
        exchanges.push(exchange);
    }
    exchanges
}

type Lines<'a> = std::iter::Peekable<std::str::Lines<'a>>;

fn head(lines: &mut Lines<'_>, mark: char) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    let part = |line: &str| {
        line.strip_prefix(mark)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    while let Some(line) = lines.next_if(|line| part(line)) {
        if let Some((name, value)) = line[1..].trim_start().split_once(": ") {
            headers.push((name.into(), value.into()));
        }
    }
    headers
}

fn body(lines: &mut Lines<'_>) -> String {
    let mut body = String::new();
    let ends =
        |line: &str| line.starts_with("> ") || line.starts_with("< ") || line.starts_with("# ");
    while let Some(line) = lines.next_if(|line| !ends(line)) {
        body.push_str(line);
        body.push('\n');
    }
    body.trim_matches('\n').to_owned()
}

/// Sessions that no other replay has.
fn sessions() -> Bindings {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let replay = NEXT.fetch_add(1, Ordering::Relaxed);
    (1..10)
        .map(|n| {
            (
                format!("<SESSION_{n}>"),
                format!("replay-{replay}-session-{n}"),
            )
        })
        .collect()
}

/// Puts in what the placeholders stand for; nothing when an event is missing that was answered
/// when the transcript was taken. One that never was stands for an event nobody knows.
fn fill(text: &str, known: &Bindings, answered: &str) -> Option<String> {
    let mut filled = known.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(name, value)
    });
    for n in 1..10 {
        let event = format!("<EVENT_{n}>");
        if filled.contains(&event) {
            if answered.contains(&event) {
                return None;
            }
            filled = filled.replace(&event, &"0".repeat(32));
        }
    }
    Some(filled)
}

fn send(exchange: &Exchange, url: &str, body: String) -> Answer {
    let mut request = http::request(&exchange.method, url);
    for (name, value) in exchange
        .headers
        .iter()
        .filter(|(name, _)| name != "content-type")
    {
        request = request.header(name, value);
    }
    match exchange
        .headers
        .iter()
        .find(|(name, _)| name == "content-type")
    {
        Some((_, content_type)) => request.body(content_type, body).send(),
        None => request.send(),
    }
}

fn differences(
    exchange: &Exchange,
    answer: &Answer,
    at: &str,
    known: &mut Bindings,
) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut tell = |what: String, recorded: Value, seen: Value| {
        if recorded != seen {
            found.push(Difference {
                path: format!("{at}: {what}"),
                what: What::Other { recorded, seen },
            });
        }
    };
    tell(
        "status".into(),
        exchange.status.into(),
        answer.status.into(),
    );
    if exchange.status != answer.status {
        return found;
    }
    for (name, value) in &exchange.answer_headers {
        if value.contains("<ETAG>") || value.contains("<DATE>") {
            tell(
                format!("header.{name}"),
                true.into(),
                answer.headers.contains_key(name).into(),
            );
        } else {
            let value = value.replace("<PORT>", &known["<PORT>"]);
            tell(
                format!("header.{name}"),
                value.into(),
                answer.header(name).into(),
            );
        }
    }
    let recorded = exchange.answer.replace("<PORT>", &known["<PORT>"]);
    found.extend(compare(
        &shape(&recorded),
        &shape_like(&recorded, &answer.body),
        &format!("{at}: body"),
        known,
    ));
    found
}

/// A recorded body as a value: JSON, the messages of a stream, or text.
fn shape(recorded: &str) -> Value {
    if is_left_out(recorded) {
        return Value::Null;
    }
    if let Some(part) = part(recorded) {
        return json(&part);
    }
    events(recorded).unwrap_or_else(|| json(recorded))
}

/// The body at hand as a value of the same kind.
fn shape_like(recorded: &str, seen: &str) -> Value {
    if is_left_out(recorded) {
        return Value::Null;
    }
    if let Some(part) = part(recorded) {
        let (Value::Object(part), Value::Object(seen)) = (json(&part), json(seen)) else {
            return Value::Null;
        };
        return Value::Object(
            seen.into_iter()
                .filter(|(key, _)| part.contains_key(key))
                .collect(),
        );
    }
    match events(recorded) {
        Some(_) => events(seen.trim_matches('\n')).unwrap_or_else(|| seen.into()),
        None => json(seen.trim_matches('\n')),
    }
}

fn is_left_out(recorded: &str) -> bool {
    recorded == "<body omitted>"
        || recorded.starts_with("<see ")
        || recorded.starts_with("<python traceback omitted")
        || recorded
            .strip_suffix(" bytes>")
            .is_some_and(|rest| rest.starts_with('<'))
}

/// `{... "root": "x" ...}` shows one key of many.
fn part(recorded: &str) -> Option<String> {
    let inner = recorded.strip_prefix("{... ")?.strip_suffix(" ...}")?;
    Some(format!("{{{inner}}}"))
}

fn events(body: &str) -> Option<Value> {
    if !body.starts_with("data: ") && !body.starts_with("event: ") {
        return None;
    }
    let event = |event: &str| -> Value {
        event
            .lines()
            .map(|line| match line.split_once(": ") {
                Some((field, value)) => serde_json::json!({ field: json(value) }),
                None => line.into(),
            })
            .collect()
    };
    Some(
        body.split("\n\n")
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(event)
            .collect(),
    )
}

/// JSON if it is JSON, else the text itself. Placeholders for numbers stand there without quotes.
fn json(text: &str) -> Value {
    let mut quoted = text.to_owned();
    for name in ["<SECONDS>", "<APP_ID>"] {
        quoted = quoted.replace(&format!(":{name}"), &format!(":\"{name}\""));
    }
    serde_json::from_str(&quoted).unwrap_or_else(|_| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_requests_and_answers() {
        let exchanges = parse(
            "# joining\n\n> POST /x?y=1\n> content-type: text/plain\n>\nbody\n\n< 200\n< a: b: c\n<\n\
             data: {\"n\":<SECONDS>}\n\n\n# (closed)\n\n> GET /z\n\n< 404\n<\n\n",
        );
        assert_eq!(exchanges.len(), 2);
        assert_eq!(
            (exchanges[0].case.as_str(), exchanges[0].path()),
            ("joining", "/x")
        );
        assert_eq!(
            (exchanges[0].body.as_str(), exchanges[0].status),
            ("body", 200)
        );
        assert_eq!(
            exchanges[0].answer_headers,
            [("a".to_owned(), "b: c".to_owned())]
        );
        assert_eq!(exchanges[0].answer, "data: {\"n\":<SECONDS>}");
        assert_eq!(
            (exchanges[1].case.as_str(), exchanges[1].status),
            ("joining", 404)
        );
    }

    #[test]
    fn streams_are_compared_message_by_message() {
        let recorded = shape("data: {\"n\":<SECONDS>}\n\nevent: complete\ndata: [1, 2]");
        let seen = shape_like(
            "data: {}",
            "data: {\"n\":0.1}\n\nevent: complete\ndata: [1, 2]\n\n",
        );
        assert!(compare(&recorded, &seen, "", &mut Bindings::new()).is_empty());
    }
}
