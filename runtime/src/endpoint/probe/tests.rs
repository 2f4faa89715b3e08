//! Annotated functions, called the way the pipeline calls them.

use std::{future::poll_fn, sync::Arc};

use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::{
    endpoint::{
        ApiName, ArgSpec, Args, Cancel, Ctx, Endpoint, Facts, Failure, FromCall, Handler, Job,
        Limit, Mode, Produced, Refused, Task, Values, Visibility, Wiring, id_of,
    },
    prelude::*,
};

mod results;

fn find(name: &str) -> &'static Endpoint {
    let mut all = inventory::iter::<Endpoint>.into_iter();
    all.find(|it| it.module.starts_with(module_path!()) && it.name == name)
        .expect("it is registered")
}

fn wire(name: &str) -> (Wiring, Handler) {
    find(name).wired()
}

/// Calls an endpoint; each set of results, or why there is none.
fn call(name: &str, data: &str) -> Result<Vec<String>, String> {
    let (wiring, handler) = wire(name);
    let specs: Vec<_> = wiring
        .inputs
        .iter()
        .map(|input| ArgSpec {
            name: input.name.into(),
            default: input.has_default.then(|| {
                to_raw_value(&input.component.initial_value()).expect("the default is JSON")
            }),
        })
        .collect();
    let values: Vec<&RawValue> = serde_json::from_str(data).expect("the test sends JSON");
    let values: Vec<_> = values.into_iter().map(Some).collect();
    let mut args = Args::new(&values, &specs).map_err(|why| why.message())?;
    let job = handler.prepare(&mut args).map_err(|all| {
        all.iter()
            .map(Refused::message)
            .collect::<Vec<_>>()
            .join("; ")
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    runtime.block_on(run(job)).map_err(|failure| match failure {
        Failure::Shown(error) => error.to_string(),
        Failure::Hidden { text, .. } => format!("hidden: {text}"),
    })
}

async fn run(job: Job) -> Result<Vec<String>, Failure> {
    let mut headers = HeaderMap::new();
    headers.insert("user-agent", "tests".parse().expect("a header"));
    let facts = Facts {
        headers,
        session_hash: Some("s1".into()),
        ..Facts::default()
    };
    let mut ctx = Ctx::new(Arc::new(facts), Cancel::default(), Arc::default());
    let produced = match job.task {
        Task::Sync(call) => call(&mut ctx)?,
        Task::Async(call) => call(ctx).await?,
        Task::Batched(_) => unreachable!("an endpoint here answers one call"),
    };
    let text = |values: Values| {
        let texts = values
            .iter()
            .map(|value| String::from_utf8_lossy(value).into_owned());
        texts.collect::<Vec<_>>().join(" | ")
    };
    match produced {
        Produced::Once(values) => Ok(vec![text(values)]),
        Produced::Iter(items) => items.map(|item| item.map(text)).collect(),
        Produced::Stream(mut stream) => {
            let mut items = Vec::new();
            while let Some(item) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
                items.push(text(item?));
            }
            Ok(items)
        }
    }
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "what a call gives is compared with it"
)]
fn once(text: &str) -> Result<Vec<String>, String> {
    Ok(vec![text.into()])
}

/// Greets somebody,
/// with feeling.
#[endpoint]
fn greet(
    /// Whom to greet,
    /// by name.
    first_name: String,
    #[input(Slider::new(1..=10).value(2).label("Zeal"))] intensity: u8,
    #[default("!")] mark: String,
    request: Request,
) -> String {
    let agent = request.header("user-agent").unwrap_or_default();
    let session = request.session_hash().unwrap_or_default();
    format!(
        "Hello, {first_name}{} from {agent} in {session}",
        mark.repeat(intensity.into())
    )
}

#[test]
fn the_table_says_what_was_written() {
    let endpoint = find("greet");
    assert_eq!(endpoint.docs, "Greets somebody,\nwith feeling.");
    assert!(endpoint.file.ends_with("tests.rs") && endpoint.line > 1);
    let names: Vec<_> = endpoint.params.iter().map(|param| param.name).collect();
    assert_eq!(names, ["first_name", "intensity", "mark", "request"]);
    assert_eq!((endpoint.type_id)(), id_of(&greet));
    assert_ne!((endpoint.type_id)(), id_of(&mirror));
}

#[test]
fn inputs_are_labelled_and_extractors_are_none() {
    let (wiring, handler) = wire("greet");
    assert_eq!(handler.mode(), Mode::Blocking);
    let labels: Vec<_> = wiring
        .inputs
        .iter()
        .map(|input| input.component.base().label.as_deref().unwrap())
        .collect();
    assert_eq!(labels, ["First name", "Zeal", "Mark"]);
    assert_eq!(
        wiring.inputs[0].component.base().info.as_deref(),
        Some("Whom to greet, by name.")
    );
    let defaults: Vec<_> = wiring
        .inputs
        .iter()
        .map(|input| input.has_default)
        .collect();
    assert_eq!(defaults, [false, true, true]);
    assert_eq!(wiring.outputs[0].base().label.as_deref(), Some("Output"));
}

#[test]
fn arguments_are_decoded_and_defaults_stand_in() {
    assert_eq!(
        call("greet", r#"["Ada", 3, "?"]"#),
        once(r#""Hello, Ada??? from tests in s1""#)
    );
    assert_eq!(
        call("greet", r#"["Ada"]"#),
        once(r#""Hello, Ada!! from tests in s1""#)
    );
    assert_eq!(
        call("greet", "[]").unwrap_err(),
        "first_name: this argument is required"
    );
    assert_eq!(
        call("greet", r#"["Ada", 99]"#).unwrap_err(),
        "intensity: 99 is greater than the maximum 10"
    );
    assert_eq!(
        call("greet", r"[5]").unwrap_err(),
        "first_name: expected text, got a number"
    );
}

#[derive(Choices, Debug, Clone, Copy)]
enum Mood {
    Calm,
    /// Rather loud.
    #[choice(value = "loud")]
    VeryLoud,
}

#[derive(Choices)]
enum Planet {
    Mercury,
    Venus,
    Earth,
    Mars,
    Jupiter,
}

#[endpoint]
fn choose(
    mood: Mood,
    all: Vec<Mood>,
    planet: Planet,
    other: Option<Mood>,
) -> (Mood, Vec<Mood>, Planet, bool) {
    (mood, all, planet, other.is_some())
}

#[test]
fn choices_have_components_of_their_own() {
    let (wiring, _) = wire("choose");
    let inputs: Vec<_> = wiring
        .inputs
        .iter()
        .map(|input| input.component.wire())
        .collect();
    assert_eq!(inputs, ["radio", "checkboxgroup", "dropdown", "radio"]);
    let outputs: Vec<_> = wiring.outputs.iter().map(|output| output.wire()).collect();
    assert_eq!(outputs, ["radio", "checkboxgroup", "dropdown", "checkbox"]);
    assert_eq!(Mood::CHOICES, [("Calm", "Calm"), ("loud", "Rather loud")]);
    assert_eq!(
        call("choose", r#"["loud", ["Calm", "loud"], "Mars", null]"#),
        once(r#""loud" | ["Calm","loud"] | "Mars" | false"#)
    );
    let why = call("choose", r#"["VeryLoud", [], "Mars", null]"#).unwrap_err();
    assert!(why.starts_with("mood: "), "{why}");
}

#[derive(Deserialize, Serialize, JsonSchema, Default)]
struct Point {
    x: f64,
    #[serde(default)]
    y: f64,
}

#[endpoint(blocking = false)]
fn mirror(point: Point, #[default(Point { x: 1.0, y: 2.0 })] axis: Point) -> Point {
    Point {
        x: axis.x - point.x,
        y: axis.y - point.y,
    }
}

#[test]
fn what_has_a_schema_travels_as_json() {
    let (wiring, handler) = wire("mirror");
    assert_eq!(handler.mode(), Mode::Inline);
    assert_eq!(wiring.inputs[0].component.wire(), "json");
    assert_eq!(
        call("mirror", r#"[{"x": 1}]"#),
        once(r#"{"x":0.0,"y":2.0}"#)
    );
    let why = call("mirror", r#"[{"y": 1}]"#).unwrap_err();
    assert!(why.starts_with("point: ") && why.contains('x'), "{why}");
}

#[endpoint]
fn maybe(
    name: Option<String>,
    #[input(Number::new())] count: Option<u8>,
    #[input(Number::new().value(7))] seven: Option<u8>,
) -> String {
    format!("{name:?} {count:?} {seven:?}")
}

#[test]
fn an_option_may_be_left_out() {
    assert_eq!(call("maybe", "[]"), once(r#""None None Some(7)""#));
    assert_eq!(
        call("maybe", r#"["a", 2, null]"#),
        once(r#""Some(\"a\") Some(2) None""#)
    );
}

struct Agent(String);

impl FromCall for Agent {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        let request = Request::from_call(ctx)?;
        let agent = request.header("user-agent");
        agent
            .map(|agent| Self(agent.into()))
            .ok_or_else(|| Failure::Shown(Error::new("no agent")))
    }
}

#[endpoint]
fn agent(agent: Agent, r#type: bool) -> (String, bool) {
    (agent.0, r#type)
}

#[test]
fn extractors_can_be_written_by_hand() {
    assert_eq!(call("agent", "[true]"), once(r#""tests" | true"#));
    assert_eq!(wire("agent").0.inputs[0].name, "type");
}

#[endpoint(
    api_name = "say",
    show_api = false,
    title = "Say",
    description = concat!("Says ", "it."),
    queue = false,
    concurrency_limit = None,
    concurrency_id = "cpu",
    time_limit = 1.5
)]
fn say() {}

#[endpoint(api_name = false, api_visibility = "private", concurrency_limit = 3)]
fn whisper() {}

#[test]
fn options_are_in_the_table() {
    let options = find("say").options;
    assert_eq!(options.api_name, ApiName::Named("say"));
    assert_eq!(options.visibility, Visibility::Undocumented);
    assert_eq!(
        (options.title, options.description),
        (Some("Say"), Some("Says it."))
    );
    assert!(!options.queue);
    assert_eq!(options.concurrency_limit, Limit::Unlimited);
    assert_eq!(options.concurrency_id, Some("cpu"));
    assert_eq!(options.time_limit, Some(1.5));
    let options = find("whisper").options;
    assert_eq!(
        (options.api_name, options.visibility),
        (ApiName::None, Visibility::Private)
    );
    assert_eq!(options.concurrency_limit, Limit::At(3));
}

#[endpoint]
fn unfit(
    #[input(Slider::new(1..=10))]
    #[default(99)]
    number: u8,
) -> u8 {
    number
}

#[test]
fn a_default_that_breaks_a_rule_is_told_at_start() {
    let errors = wire("unfit").0.inputs[0].component.errors();
    assert_eq!(
        errors,
        ["the initial value does not fit: 99 is greater than the maximum 10"]
    );
}
