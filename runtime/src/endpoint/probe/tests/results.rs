//! What annotated functions give back.

use std::{borrow::Cow, collections::BTreeMap, pin::Pin, task::Poll};

use futures_core::Stream;

use super::{call, find, once, wire};
use crate::{endpoint::Mode, prelude::*};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[endpoint]
fn parse(number: String) -> Outcome<i32> {
    Ok(number.parse()?)
}

#[endpoint]
fn divide(a: i32, b: i32) -> Result<(i32, i32), Error> {
    if b == 0 {
        return Err(Error::new("Cannot divide by zero"));
    }
    Ok((a / b, a % b))
}

#[endpoint]
fn refuse(why: String) -> Result<(), String> {
    Err(why)
}

#[test]
fn results_give_their_good_part_or_fail() {
    assert_eq!(call("parse", r#"["12"]"#), once("12"));
    assert_eq!(wire("parse").0.outputs[0].wire(), "number");
    assert_eq!(
        call("parse", r#"["twelve"]"#).unwrap_err(),
        "hidden: invalid digit found in string"
    );
    assert_eq!(call("divide", "[7, 2]"), once("3 | 1"));
    assert_eq!(
        call("divide", "[7, 0]").unwrap_err(),
        "Cannot divide by zero"
    );
    let (wiring, _) = wire("divide");
    let labels: Vec<_> = wiring
        .outputs
        .iter()
        .map(|it| it.base().label.as_deref().unwrap())
        .collect();
    assert_eq!(labels, ["Output 1", "Output 2"]);
    assert!(wire("refuse").0.outputs.is_empty());
    assert_eq!(call("refuse", r#"["no"]"#).unwrap_err(), "no");
}

#[endpoint]
fn fixed() -> &'static str {
    "fixed"
}

#[endpoint(outputs = (Label::new(), _))]
fn rate(text: String) -> (BTreeMap<String, f64>, usize) {
    (BTreeMap::from([(text.clone(), 1.0)]), text.len())
}

#[endpoint(output = Markdown::new())]
fn headline(text: String) -> Result<String, Cow<'static, str>> {
    if text.is_empty() {
        Err("nothing to say".into())
    } else {
        Ok(format!("# {text}"))
    }
}

#[test]
fn results_go_to_the_components_that_were_named() {
    assert_eq!(wire("fixed").0.outputs[0].wire(), "textbox");
    assert_eq!(call("fixed", "[]"), once(r#""fixed""#));
    let (wiring, _) = wire("rate");
    let outputs: Vec<_> = wiring.outputs.iter().map(|output| output.wire()).collect();
    assert_eq!(outputs, ["label", "number"]);
    assert_eq!(wire("headline").0.outputs[0].wire(), "markdown");
    assert_eq!(call("headline", r#"["Hello"]"#), once(r##""# Hello""##));
}

#[endpoint]
fn relabel(label: String) -> Result<Update<Textbox>, Error> {
    if label.is_empty() {
        return Err(Error::new("no label"));
    }
    Ok(Update(Textbox::new().label(label)))
}

#[endpoint(outputs = (Dropdown::new(["a"]), _))]
fn offer(more: String) -> (Update<Dropdown>, usize) {
    (Update(Dropdown::new(["a".to_owned(), more])), 2)
}

#[test]
fn props_change_where_updates_are_shown() {
    assert_eq!(wire("relabel").0.outputs[0].wire(), "textbox");
    assert_eq!(
        call("relabel", r#"["Name"]"#),
        once(r#"{"label":"Name","__type__":"update"}"#)
    );
    let offered = call("offer", r#"["b"]"#).unwrap();
    assert!(
        offered[0].contains(r#""choices":[["a","a"],["b","b"]]"#),
        "{offered:?}"
    );
}

#[endpoint]
async fn later(name: String, cancel: Cancel) -> Result<String, Error> {
    tokio::task::yield_now().await;
    Ok(format!("{name} {}", cancel.is_cancelled()))
}

#[test]
fn async_functions_are_awaited() {
    assert_eq!(wire("later").1.mode(), Mode::Async);
    assert_eq!(call("later", r#"["Ada"]"#), once(r#""Ada false""#));
}

#[endpoint]
fn count(up_to: u32) -> impl Iterator<Item = u32> {
    1..=up_to
}

#[endpoint]
#[allow(clippy::type_complexity, reason = "every part of it means something")]
fn count_down(
    from: i32,
) -> Result<Box<dyn Iterator<Item = Result<(i32, bool), Error>> + Send>, Error> {
    if from < 0 {
        return Err(Error::new("too low"));
    }
    let step = |n| {
        if n < 1 {
            Err(Error::new("lift-off"))
        } else {
            Ok((n, n == 1))
        }
    };
    Ok(Box::new((0..=from).rev().map(step)))
}

#[endpoint]
async fn letters(text: String) -> impl Stream<Item = char_text::CharText> {
    Letters(text.chars().rev().collect())
}

mod char_text {
    pub(super) type CharText = String;
}

struct Letters(Vec<char>);

impl Stream for Letters {
    type Item = String;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> Poll<Option<String>> {
        Poll::Ready(self.0.pop().map(String::from))
    }
}

#[test]
fn items_come_one_after_the_other() {
    assert!(find("count").generator && find("count_down").generator && find("letters").generator);
    assert!(!find("greet").generator);
    assert_eq!(call("count", "[3]").unwrap(), ["1", "2", "3"]);
    assert_eq!(call("count_down", "[1]").unwrap_err(), "lift-off");
    assert_eq!(call("count_down", "[-1]").unwrap_err(), "too low");
    assert_eq!(wire("count_down").0.outputs.len(), 2);
    assert_eq!(call("letters", r#"["ab"]"#).unwrap(), [r#""a""#, r#""b""#]);
}
