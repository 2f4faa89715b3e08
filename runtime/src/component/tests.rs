//! What a component has from its declaration alone, and how it says otherwise.

#![allow(
    clippy::unused_self,
    clippy::unnecessary_wraps,
    clippy::trivially_copy_pass_by_ref,
    clippy::needless_pass_by_value,
    reason = "a method that takes the place of a derived one has its signature"
)]

use serde_json::{Value, json, value::RawValue};

use super::*;
use crate::{component, components::Dataset, data_model};

#[data_model]
#[derive(Debug, PartialEq)]
struct Names {
    /// Who they are.
    names: Vec<String>,
    note: Option<String>,
}

#[data_model]
#[derive(Debug, PartialEq)]
struct BareNames(Vec<String>);

#[component(data_model = Names, kind = form, events(change, "sparkle"))]
struct Guests {
    /// How many fit in.
    #[prop(default = 8)]
    seats: u32,
}

#[component(data_model = BareNames)]
struct BareGuests {}

fn read<T>(component: &impl Source<T>, sent: &str) -> Result<T, String> {
    let raw: &RawValue = serde_json::from_str(sent).expect("the test sends JSON");
    component.read(raw).map_err(|why| why.to_string())
}

fn shown<T>(component: &impl Sink<T>, value: T) -> String {
    let mut sent = Vec::new();
    component
        .write(value, &mut sent)
        .expect("the value can be shown");
    String::from_utf8(sent).expect("JSON is text")
}

#[test]
fn a_model_with_names_is_an_object() {
    let names = || Names {
        names: vec!["freddy".into(), "pete".into()],
        note: None,
    };
    let sent = shown(&Guests::new(), names());
    assert_eq!(sent, r#"{"names":["freddy","pete"],"note":null}"#);
    assert_eq!(read::<Names>(&Guests::new(), &sent), Ok(names()));
}

#[test]
fn a_model_in_parentheses_is_the_bare_value() {
    let sent = shown(
        &BareGuests::new(),
        BareNames(vec!["freddy".into(), "pete".into()]),
    );
    assert_eq!(sent, r#"["freddy","pete"]"#);
    assert_eq!(
        read::<BareNames>(&BareGuests::new(), "[]"),
        Ok(BareNames(Vec::new()))
    );
    let schema = json!({"type": "array", "items": {"type": "string"}});
    assert_eq!(AnyComponent::api_info(&BareGuests::new()), schema);
}

#[test]
fn everything_follows_from_the_declaration() {
    let guests: &dyn AnyComponent = &Guests::new().label("Guests");
    assert_eq!(guests.wire(), "guests");
    assert_eq!(guests.type_name(), "Guests");
    assert_eq!(guests.kind(), Kind::Form);
    assert_eq!(guests.events(), ["change", "sparkle"]);
    assert!(!guests.skip_api());
    assert_eq!(guests.props()["seats"], 8);
    assert_eq!(guests.props()["label"], "Guests");
    assert!(!guests.props().contains_key("value"));
    assert_eq!(
        guests.api_info()["properties"]["names"]["description"],
        "Who they are."
    );
    assert_eq!(guests.api_info()["required"], json!(["names"]));
    let example = json!({"names": ["Hello!!"], "note": "Hello!!"});
    assert_eq!(guests.example_payload(), example);
    assert_eq!(guests.example_value(), example);
    assert_eq!(guests.process_example(&example), example);
    assert!(guests.server("render", &[]).is_none());
    assert_eq!(guests.errors(), [""; 0]);
}

#[test]
fn what_does_not_fit_the_model_is_refused_in_plain_words() {
    let guests = Guests::new();
    for (sent, why) in [
        ("\"freddy\"", "expected an object, got text"),
        ("null", "expected an object, got null"),
        ("{}", "missing field `names`"),
        (
            r#"{"names": [1]}"#,
            "`names[0]`: expected text, got a number",
        ),
    ] {
        assert_eq!(read::<Names>(&guests, sent), Err(why.into()));
    }
}

/// Every derived method, written by hand.
#[component(data_model = f64, manual(new))]
struct Dial {
    most: f64,
}

impl Dial {
    fn up_to(most: f64) -> Self {
        Self {
            most,
            ..Self::default()
        }
    }

    fn api_info(&self) -> Value {
        json!({"type": "number", "maximum": self.most})
    }

    fn example_payload(&self) -> Value {
        json!(self.most / 2.0)
    }

    fn example_value(&self) -> Value {
        json!(self.most)
    }

    fn process_example(&self, data: &Value) -> Value {
        json!(format!("{data} of {}", self.most))
    }

    fn initial_value(&self) -> Option<Value> {
        Some(json!(0.0))
    }

    fn check(&self, data: &f64) -> Result<(), Invalid> {
        if *data > self.most {
            Err(format!("the dial ends at {}", self.most).into())
        } else {
            Ok(())
        }
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        (name == "count").then(|| Ok(args.len().into()))
    }

    fn preprocess(&self, data: f64) -> Result<f64, Invalid> {
        Ok(2.0 * data)
    }

    fn postprocess(&self, value: f64) -> Result<f64, Invalid> {
        Ok(value / 2.0)
    }
}

#[test]
fn a_method_takes_the_place_of_the_derived_one() {
    let dial = Dial::up_to(10.0);
    let any: &dyn AnyComponent = &dial;
    assert_eq!(any.api_info(), json!({"type": "number", "maximum": 10.0}));
    assert_eq!(any.example_payload(), 5.0);
    assert_eq!(any.example_value(), 10.0);
    assert_eq!(any.process_example(&json!(3)), "3 of 10");
    assert_eq!(any.props()["value"], 0.0);
    assert_eq!(
        any.server("count", &[json!(1), json!(2)]),
        Some(Ok(json!(2)))
    );
    assert_eq!(read::<f64>(&dial, "4"), Ok(8.0));
    assert_eq!(read::<f64>(&dial, "11"), Err("the dial ends at 10".into()));
    assert_eq!(shown(&dial, 9.0), "4.5");
}

#[test]
fn a_value_that_cannot_be_shown_leaves_nothing_behind() {
    let mut sent = b"[".to_vec();
    let slider = crate::components::Slider::new(0.0..=1.0);
    assert!(Sink::write(&slider, f64::NAN, &mut sent).is_err());
    assert!(Sink::write(&crate::components::Json::new(), Unwritable, &mut sent).is_err());
    assert_eq!(sent, b"[");
}

struct Unwritable;

impl serde::Serialize for Unwritable {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("never"))
    }
}

#[test]
fn an_initial_value_that_cannot_be_shown_is_told_at_start() {
    let slider = crate::components::Slider::new(0.0..=1.0).value(f64::INFINITY);
    let errors = AnyComponent::errors(&slider);
    assert_eq!(
        errors,
        ["the initial value does not fit: a slider has no place for inf"]
    );
}

#[test]
fn types_have_their_components() {
    fn component<T: DefaultComponent>() -> (&'static str, Option<Value>) {
        let component = T::component();
        (component.wire(), AnyComponent::initial_value(&component))
    }
    assert_eq!(component::<String>(), ("textbox", None));
    assert_eq!(
        component::<Option<String>>(),
        ("textbox", Some(Value::Null))
    );
    assert_eq!(component::<bool>(), ("checkbox", Some(json!(false))));
    assert_eq!(component::<u8>(), ("number", None));
    assert_eq!(component::<Option<f32>>(), ("number", Some(Value::Null)));
    assert_eq!(component::<Value>(), ("json", None));
    assert_eq!(
        AnyComponent::api_info(&i64::component()),
        json!({"type": "integer"})
    );
    assert_eq!(
        AnyComponent::api_info(&f64::component()),
        json!({"type": "number"})
    );
}

/// Answers its page side, and joins what comes in pieces.
#[component(
    data_model = String,
    streaming,
    server(shout, later, refuse),
    events(Events::Change, Events::KeyUp, "text_submit")
)]
struct Ticker {
    /// How often it shouts.
    times: usize,
    /// Whether it joins.
    #[prop(default = true)]
    joins: bool,
}

impl Ticker {
    fn shout(&self, word: String, mark: char) -> String {
        format!("{}{}", word.repeat(self.times), mark)
    }

    async fn later(&self, by: Option<u8>) -> Result<u8, String> {
        tokio::task::yield_now().await;
        by.ok_or_else(|| "by how much?".to_owned())
    }

    fn refuse(&self) -> Result<(), std::fmt::Error> {
        Err(std::fmt::Error)
    }

    fn secret(&self) -> String {
        "nobody asks for it".into()
    }

    fn streams(&self) -> bool {
        self.joins
    }
}

impl Streaming for Ticker {
    fn chunk(&self, number: usize, chunk: String) -> Result<String, Invalid> {
        Ok(format!("{number}:{chunk}"))
    }

    fn combine(&self, chunks: Vec<String>) -> Result<String, Invalid> {
        Ok(chunks.concat())
    }
}

#[test]
fn methods_that_are_listed_answer_the_page_side() {
    let ticker: &dyn AnyComponent = &Ticker::new().times(2_usize);
    let ask = |name: &str, args: Value| {
        let args = args.as_array().expect("a list").clone();
        ticker
            .server(name, &args)
            .map(|answer| answer.map_err(|why| why.to_string()))
    };
    assert_eq!(
        ask("shout", json!(["hey", "!"])),
        Some(Ok(json!("heyhey!")))
    );
    assert_eq!(
        ask("shout", json!(["hey"])),
        Some(Err("expected 2 values, got 1".into()))
    );
    let wrong = "value 2: invalid type: integer `7`, expected a character";
    assert_eq!(ask("shout", json!(["hey", 7])), Some(Err(wrong.into())));
    assert_eq!(ask("secret", json!([])), None);
    let hidden = ask("refuse", json!([])).expect("it is listed").unwrap_err();
    assert!(hidden.starts_with("Something went wrong."), "{hidden}");
    assert_eq!(Ticker::new().secret(), "nobody asks for it");
}

#[test]
fn methods_that_answer_later_are_waited_for() {
    let runtime = tokio::runtime::Runtime::new().expect("threads can be had");
    let ask = |args: Vec<Value>| async {
        let ask = move || AnyComponent::server(&Ticker::new(), "later", &args);
        tokio::task::spawn_blocking(ask).await.expect("no panic")
    };
    let answer = runtime.block_on(ask(vec![json!(3)]));
    assert_eq!(answer, Some(Ok(json!(3))));
    let answer = runtime.block_on(ask(vec![json!(null)]));
    assert_eq!(answer, Some(Err("by how much?".into())));
}

#[test]
fn chunks_are_sent_and_joined() {
    let ticker: &dyn AnyComponent = &Ticker::new();
    assert!(ticker.streams());
    assert!(!AnyComponent::streams(&Ticker::new().joins(false)));
    assert!(!AnyComponent::streams(&Guests::new()));
    let raw = |text: &str| RawValue::from_string(text.into()).expect("JSON");
    let sent = ticker.chunk(1, &raw("\"b\"")).map(|sent| sent.to_string());
    assert_eq!(sent.as_deref(), Ok("\"1:b\""));
    let chunks = [raw("\"a\""), raw("\"b\"")];
    let whole = ticker.combine(&chunks).map(|whole| whole.to_string());
    assert_eq!(whole.as_deref(), Ok("\"ab\""));
    assert_eq!(
        Guests::new().combine(&chunks).map(|_| ()),
        Err("a guests has no chunks".into())
    );
}

#[test]
fn events_may_be_members_of_the_enum() {
    assert_eq!(Ticker::EVENTS, ["change", "key_up", "text_submit"]);
    assert_eq!(Events::ALL.len(), 34);
}

/// What functions return is halved; a table of examples shows the same.
#[component(data_model = f64)]
#[derive(Clone)]
struct Halved {}

impl Halved {
    fn postprocess(&self, value: f64) -> Result<f64, Invalid> {
        Ok(value / 2.0)
    }
}

/// Shows numbers, but not the text they travel as.
#[component(data_model = String, manual(postprocess))]
#[derive(Clone)]
struct Written {}

impl Postprocess<f64> for Written {
    fn postprocess(&self, value: f64) -> Result<String, Invalid> {
        Ok(value.to_string())
    }
}

#[test]
fn examples_are_shown_as_results_are() {
    let halves = Dataset::of(Halved::new(), [3.0]);
    assert_eq!(AnyComponent::props(&halves)["samples"], json!([[1.5]]));
    let numbers = Dataset::of(Written::new(), [3.0]);
    assert_eq!(AnyComponent::props(&numbers)["samples"], json!([["3"]]));
}

/// A file with a note.
#[data_model]
#[derive(Debug, PartialEq)]
struct Attached {
    note: String,
    file: crate::file::FileData,
}

#[component(data_model = Attached)]
struct Attachment {}

/// Writes down the note alone.
#[component(data_model = String)]
struct Shouted {}

#[allow(
    clippy::ptr_arg,
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "they have the signatures of the derived ones"
)]
impl Shouted {
    fn flag(&self, data: &String, _: &std::path::Path) -> Result<String, Invalid> {
        Ok(data.to_uppercase())
    }

    fn read_from_flag(&self, text: &str, _: &std::path::Path) -> Result<String, Invalid> {
        Ok(text.to_lowercase())
    }
}

#[test]
fn flagged_data_is_read_again_with_its_files() {
    let folder = std::env::temp_dir().join(format!("vetrina-flags-{}", std::process::id()));
    let file = crate::file::FileData::from_bytes("milk.txt", b"Milk").expect("the disk takes it");
    let note = "two bottles".to_owned();
    let data = json!(Attached { note, file });
    let attachment: &dyn AnyComponent = &Attachment::new();
    let flagged = attachment.flag(&data, &folder).expect("it can be copied");
    let copy: Value = serde_json::from_str(&flagged).expect("it is JSON");
    let copy = copy["file"]["path"].as_str().expect("it names the copy");
    assert_eq!(
        std::fs::read(folder.join(copy)).ok().as_deref(),
        Some(&b"Milk"[..])
    );
    assert_eq!(attachment.read_from_flag(&flagged, &folder), Ok(data));
    std::fs::remove_dir_all(&folder).expect("it is there");
}

#[test]
fn how_data_is_flagged_may_be_written_by_hand() {
    let shouted: &dyn AnyComponent = &Shouted::new();
    let folder = std::env::temp_dir();
    assert_eq!(shouted.flag(&json!("hey"), &folder), Ok("HEY".into()));
    assert_eq!(shouted.read_from_flag("HEY", &folder), Ok(json!("hey")));
}

/// A choice that travels as well.
#[data_model]
#[derive(crate::Choices, Debug, Clone, Copy, PartialEq, Default)]
enum Look {
    #[default]
    Light,
    Dark,
}

/// The same, said in the other order.
#[derive(crate::Choices, Debug, Clone, Copy, PartialEq)]
#[data_model]
enum Size {
    Small,
    Large,
}

#[component(data_model = Look)]
struct Lamp {
    look: Look,
    #[prop(required)]
    size: Size,
    #[prop(default = Some("bulb".into()))]
    kind: Option<String>,
    #[prop(default = "white")]
    colour: Option<String>,
    #[prop(default = None)]
    watts: Option<u32>,
}

#[test]
fn a_choice_may_be_a_prop_and_the_data() {
    let lamp = Lamp::new(Size::Large).look(Look::Dark);
    assert_eq!(
        Value::Object(lamp.own_props()),
        json!({"look": "Dark", "size": "Large", "kind": "bulb", "colour": "white"})
    );
    assert_eq!(shown(&lamp, Look::Dark), r#""Dark""#);
    assert_eq!(read::<Look>(&lamp, r#""Light""#), Ok(Look::Light));
    assert_eq!(<Size as Choices>::CHOICES.len(), 2);
}

#[test]
#[should_panic(expected = "the prop `limit` has no fields to flatten: it is 3")]
fn what_has_no_fields_is_not_flattened() {
    #[component(data_model = u8)]
    struct Limited {
        #[prop(flatten)]
        limit: u8,
    }
    let _ = Limited::new().limit(3).own_props();
}
