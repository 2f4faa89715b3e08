//! The picture on a card: the demo's own form, filled in, and the answer its function gave.
//!
//! Nothing here is drawn by hand. When the gallery starts, each demo is asked what it consists of
//! and is called once, as any client would do it.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use serde_json::{Value, json};
use tower::ServiceExt as _;
use vetrina::Error;

use crate::{demos::Demo, html::escape, pictures, sounds};

/// What a card shows of a demo.
#[derive(Debug)]
pub(crate) struct Preview {
    /// The picture.
    pub(crate) html: String,
    /// The components in it: `Textbox, slider`.
    pub(crate) parts: String,
}

/// A component as the config describes it, and a value for it.
struct Filled<'a> {
    kind: &'a str,
    props: &'a Value,
    value: &'a Value,
}

impl Filled<'_> {
    /// Whether there is something to show: a value, be it one among changes of props.
    fn is_seen(&mut self) -> bool {
        if self.value["__type__"] == "update" {
            self.value = &self.value["value"];
            return !self.value.is_null();
        }
        self.kind != "state"
    }
}

impl Preview {
    /// Asks `app` for its config and for one answer.
    ///
    /// # Errors
    /// When the demo does not take its own sample.
    pub(crate) async fn of(demo: &Demo, app: &Router) -> vetrina::Result<Self> {
        let config = ask(app, Request::get("/config").body(Body::empty())).await?;
        let function = config["dependencies"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|it| it["api_name"].is_string() && it["show_api"] != false);
        let Some(function) = function else {
            return Ok(Self::as_drawn(&config));
        };
        // What takes its time is not waited for.
        if demo.sample.is_empty() {
            return Ok(Self::as_drawn(&config));
        }
        let name = function["api_name"].as_str().unwrap_or_default();
        let call = Request::post(format!("/gradio_api/run/{name}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(format!("{{\"data\":{}}}", demo.sample)));
        let answer = ask(app, call).await?;
        let mut answer = answer;
        pictures::embed(app, &mut answer["data"]).await;
        for value in answer["data"].as_array_mut().into_iter().flatten() {
            sounds::embed(app, value).await;
        }
        let results = answer["data"].as_array().ok_or_else(|| {
            Error::new(format!(
                "{} does not take its own sample: {answer}",
                demo.name
            ))
        })?;
        let sample: Vec<Value> = serde_json::from_str(demo.sample)
            .map_err(|error| Error::new(format!("{}: {error}", demo.name)))?;
        let inputs = filled(&config, &function["inputs"], &sample);
        let mut outputs = filled(&config, &function["outputs"], results);
        outputs.retain_mut(Filled::is_seen);
        let html = if outputs.iter().all(|output| output.kind == "api") {
            call_in_words(name, &sample, results)
        } else {
            let fields: String = inputs.iter().map(field).collect();
            let shown: String = outputs.iter().map(result).collect();
            format!(
                "<div class=\"mini\">{}<div class=\"stack\">{shown}</div></div>",
                stack(&fields)
            )
        };
        Ok(Self {
            html,
            parts: parts(&inputs, &outputs),
        })
    }

    /// A page without a function is all there is to see.
    fn as_drawn(config: &Value) -> Self {
        let all = config["components"].as_array().into_iter().flatten();
        let shown = all.filter_map(|component| {
            let (kind, props) = (component["type"].as_str()?, &component["props"]);
            let is_seen = props["label"].is_string() || !props["value"].is_null();
            is_seen.then(|| Filled {
                kind,
                props,
                value: &props["value"],
            })
        });
        let shown: Vec<_> = shown.take(3).collect();
        let draw = |part: &Filled<'_>| match part.kind {
            "label" => result(part),
            _ => field(part),
        };
        let fields: String = shown.iter().map(draw).collect();
        Self {
            html: format!("<div class=\"mini\">{}</div>", stack(&fields)),
            parts: parts(&shown, &[]),
        }
    }
}

async fn ask(app: &Router, request: axum::http::Result<Request<Body>>) -> vetrina::Result<Value> {
    let request = request.map_err(|error| Error::new(error.to_string()))?;
    let Ok(response) = app.clone().oneshot(request).await;
    let body = to_bytes(response.into_body(), 1 << 20)
        .await
        .map_err(|error| Error::new(error.to_string()))?;
    serde_json::from_slice(&body).map_err(|error| Error::new(error.to_string()))
}

fn filled<'a>(config: &'a Value, ids: &Value, values: &'a [Value]) -> Vec<Filled<'a>> {
    let ids = ids.as_array().into_iter().flatten();
    let component = |id: &Value| {
        config["components"]
            .as_array()?
            .iter()
            .find(|component| component["id"] == *id)
    };
    ids.zip(values)
        .filter_map(|(id, value)| {
            let component = component(id)?;
            Some(Filled {
                kind: component["type"].as_str()?,
                props: &component["props"],
                value,
            })
        })
        .collect()
}

/// The kinds of component, each once, as a list in a sentence.
fn parts(inputs: &[Filled<'_>], outputs: &[Filled<'_>]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for Filled { kind, .. } in inputs.iter().chain(outputs) {
        let name = match *kind {
            "checkboxgroup" => "checkbox group",
            "api" => "typed arguments",
            "downloadbutton" => "download button",
            "fileexplorer" => "file explorer",
            "highlightedtext" => "highlighted text",
            "multimodaltextbox" => "text with files",
            "uploadbutton" => "upload button",
            "imageslider" => "image slider",
            "annotatedimage" => "annotated image",
            kind => kind,
        };
        if !kinds.contains(&name) {
            kinds.push(name);
        }
    }
    let mut text = kinds.join(", ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn stack(fields: &str) -> String {
    if fields.is_empty() {
        String::new()
    } else {
        format!("<div class=\"stack\">{fields}</div>")
    }
}

fn label(part: &Filled<'_>) -> String {
    escape(part.props["label"].as_str().unwrap_or_default())
}

fn field(part: &Filled<'_>) -> String {
    let label = label(part);
    if let Some(pictures) = pictures::drawn(part.value) {
        return format!("<div><b>{label}</b>{pictures}</div>");
    }
    match part.kind {
        "dataframe" => table(part),
        "plot" => match pictures::drawn(&json!({"url": part.value["plot"]})) {
            Some(curve) => format!("<div><b>{label}</b>{curve}</div>"),
            None => String::new(),
        },
        "markdown" => {
            let text = part.value.as_str().unwrap_or_default();
            let line = text.trim_start_matches(['#', ' ']).lines().next();
            let line = escape(line.unwrap_or_default());
            format!("<div><span class=\"answer\">{line}</span></div>")
        }
        "checkbox" => tick(&label, part.value == true),
        "slider" => {
            let number = |prop: &str| part.props[prop].as_f64().unwrap_or_default();
            let (least, most) = (number("minimum"), number("maximum"));
            let (range, place) = (most - least, part.value.as_f64().unwrap_or(least) - least);
            let value = words(part.value);
            format!(
                "<div><b>{label}<i>{value}</i></b><progress max=\"{range}\" value=\"{place}\"></progress></div>"
            )
        }
        "radio" | "checkboxgroup" => {
            let choices = part.props["choices"].as_array().into_iter().flatten();
            let ticks: String = choices
                .map(|choice| tick(&words(&choice[0]), is_chosen(part.value, &choice[1])))
                .collect();
            format!(
                "<div><b>{label}</b><span class=\"ticks {}\">{ticks}</span></div>",
                part.kind
            )
        }
        _ => format!(
            "<div><b>{label}</b><span class=\"box\">{}</span></div>",
            words(part.value)
        ),
    }
}

fn is_chosen(value: &Value, choice: &Value) -> bool {
    match value {
        Value::Array(several) => several.contains(choice),
        one => one == choice,
    }
}

fn tick(label: &str, on: bool) -> String {
    let class = if on { "tick on" } else { "tick" };
    format!("<span class=\"{class}\">{label}</span>")
}

/// The corner of a table that says what it is.
fn table(part: &Filled<'_>) -> String {
    let line = |cells: &Value, tag: &str| {
        let cells = cells.as_array().into_iter().flatten().take(4);
        let cells = cells.map(|cell| format!("<{tag}>{}</{tag}>", words(cell)));
        format!("<tr>{}</tr>", cells.collect::<Vec<_>>().concat())
    };
    let rows = part.value["data"].as_array().into_iter().flatten().take(3);
    let rows: String = rows.map(|row| line(row, "td")).collect();
    let head = line(&part.value["headers"], "th");
    format!(
        "<div><b>{}</b><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>",
        label(part)
    )
}

fn result(part: &Filled<'_>) -> String {
    if part.kind == "dataframe" {
        return table(part);
    }
    let label = label(part);
    if let Some(drawn) = pictures::drawn(part.value).or_else(|| sounds::drawn(part.value)) {
        return format!("<div><b>{label}</b>{drawn}</div>");
    }
    let Some(bars) = part.value["confidences"].as_array() else {
        let value = if part.kind == "label" {
            &part.value["label"]
        } else {
            part.value
        };
        return format!(
            "<div><b>{label}</b><span class=\"answer\">{}</span></div>",
            words(value)
        );
    };
    let bars = bars
        .iter()
        .map(|bar| {
            let sure = bar["confidence"].as_f64().unwrap_or_default();
            let label = words(&bar["label"]);
            format!("<span class=\"bar\">{label}<i>{:.0}%</i><progress value=\"{sure}\"></progress></span>", sure * 100.0)
        })
        .collect::<Vec<_>>()
        .concat();
    format!("<div><b>{label}</b>{bars}</div>")
}

/// What cannot be shown as a form is written as a call.
fn call_in_words(name: &str, arguments: &[Value], results: &[Value]) -> String {
    // JSON as people write it, with air behind its commas.
    let list = |values: &[Value]| {
        let written = values.iter().map(|value| match value {
            Value::Array(list) => format!(
                "[{}]",
                list.iter()
                    .map(Value::to_string)
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            other => other.to_string(),
        });
        escape(&written.collect::<Vec<_>>().join(", "))
    };
    format!(
        "<div class=\"mini call\"><code>{}({})</code><code class=\"answer\">{}</code></div>",
        escape(name),
        list(arguments),
        list(results)
    )
}

/// A value as a person would write it.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => escape(text),
        Value::Array(list) if list.iter().any(|part| part["token"].is_string()) => {
            list.iter().map(words).collect()
        }
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(", "),
        // `360`, not `360.0`.
        Value::Number(number) => number.as_f64().unwrap_or_default().to_string(),
        // A part of a marked text.
        Value::Object(part) if part.contains_key("token") => words(&part["token"]),
        Value::Object(file) if file.contains_key("orig_name") => words(&file["orig_name"]),
        Value::Object(film) if film.contains_key("video") => words(&film["video"]),
        // Props that change: what is seen of them is the value.
        Value::Object(update) if update.contains_key("__type__") => words(&value["value"]),
        Value::Object(message) if message.contains_key("files") => {
            [&message["text"], &message["files"]].map(words).join(" ")
        }
        other => escape(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demos::ALL;

    async fn preview(name: &str) -> Preview {
        let demo = Demo::named(name).unwrap();
        Preview::of(demo, &demo.app().router().unwrap())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn every_demo_takes_its_sample() {
        let mut wordless = Vec::new();
        for demo in ALL {
            let preview = preview(demo.name).await;
            assert!(
                preview.html.contains("class=\"mini"),
                "{}: {}",
                demo.name,
                preview.html
            );
            if preview.parts.is_empty() {
                wordless.push(demo.name);
            }
        }
        // They only move blocks about.
        let movers = [
            "tabs_visibility",
            "walkthrough",
            "render_heavy_concurrently",
            "navbar_customization",
        ];
        assert_eq!(wordless, movers);
    }

    #[tokio::test]
    async fn the_answer_on_a_card_is_the_function_s() {
        assert!(preview("hello_world").await.html.contains(">Hello Ada!<"));
        assert!(preview("calculator").await.html.contains(">360<"));
        assert!(preview("longest_word").await.html.contains(">6<"));
        let add_and_slice = preview("add_and_slice").await.html;
        assert!(
            add_and_slice.contains("4, [&quot;b&quot;, &quot;c&quot;]"),
            "{add_and_slice}"
        );
    }
}
