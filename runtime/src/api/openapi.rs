//! `/openapi.json`: the API as `OpenAPI` 3.1 describes such things, for generators and testers.

mod files;
mod schemas;

use serde_json::{Map, Value, json};

use self::schemas::{Schemas, reference};

/// What is told of an app.
#[derive(Debug)]
pub(crate) struct Described<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// What `/info` says of the public endpoints.
    pub(crate) info: &'a Value,
    /// The address the caller knows the app by.
    pub(crate) root: &'a str,
}

/// What is known of an endpoint beside that.
#[derive(Debug)]
pub(crate) struct Beside {
    /// The schema of each result; what stays on the server is null to clients.
    pub(crate) results: Vec<Option<Value>>,
    /// Whether a part of the page can be answered instead of a value.
    pub(crate) updates: bool,
    /// What its parameters take.
    pub(crate) taken: Vec<Taken>,
}

/// What a parameter takes, beside what its schema says.
#[derive(Debug)]
pub(crate) struct Taken {
    pub(crate) name: String,
    pub(crate) null: bool,
    /// Whether a number has to be whole.
    pub(crate) whole: bool,
    /// The least and the greatest number.
    pub(crate) minimum: Value,
    pub(crate) maximum: Value,
}

const PREFIX: &str = crate::server::API_PREFIX;

/// The whole document; `beside` tells of each endpoint, by its name, what `/info` does not.
pub(crate) fn openapi(app: &Described<'_>, beside: impl Fn(&str) -> Option<Beside>) -> Value {
    let mut schemas = Schemas::default();
    let mut paths = Map::new();
    let named = app.info["named_endpoints"].as_object();
    for (slashed, endpoint) in named.into_iter().flatten() {
        let name = slashed.trim_start_matches('/');
        if let Some(beside) = beside(name) {
            let operations = Operations::new(name, endpoint, &beside, &mut schemas);
            operations.write(&mut paths);
        }
    }
    paths.insert(format!("{PREFIX}/upload"), files::upload());
    paths.insert(format!("{PREFIX}/file={{path}}"), files::file());
    let root = if app.root.is_empty() { "/" } else { app.root };
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": app.title,
            "description": app.description,
            "version": env!("CARGO_PKG_VERSION"),
        },
        "servers": [{"url": root}],
        // Whoever reaches the app may call it.
        "security": [],
        "paths": paths,
        "components": {"schemas": schemas.finish()},
    })
}

/// The ways to call one endpoint.
struct Operations<'a> {
    name: &'a str,
    summary: String,
    description: &'a str,
    /// The arguments by their names.
    named: Value,
    named_example: Value,
    /// The arguments in their order.
    listed: Value,
    listed_example: Value,
    /// The results in their order.
    results: Value,
    /// One event of a stream.
    event: Value,
}

impl<'a> Operations<'a> {
    fn new(name: &'a str, endpoint: &'a Value, beside: &Beside, schemas: &mut Schemas) -> Self {
        let description = endpoint["description"].as_str().unwrap_or_default();
        let summary = description.lines().next().filter(|line| !line.is_empty());
        let parameters: Vec<Parameter<'_>> = endpoint["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|parameter| Parameter::new(name, parameter, beside, schemas))
            .collect();
        let results: Vec<Value> = beside
            .results
            .iter()
            .map(|schema| {
                schema.clone().map_or_else(
                    || json!({"type": "null"}),
                    |schema| schemas.result(name, schema, beside.updates),
                )
            })
            .collect();
        let results = schemas.add(&format!("{name}_results"), list(&results, results.len()));
        let (named, listed) = (by_name(&parameters), by_place(&parameters));
        Self {
            name,
            summary: summary.map_or_else(|| format!("Calls /{name}"), str::to_owned),
            description,
            named: schemas.add(&format!("{name}_arguments"), named),
            named_example: parameters
                .iter()
                .map(|it| (it.name.to_owned(), it.example.clone()))
                .collect(),
            listed: schemas.add(&format!("{name}_call"), listed),
            listed_example: json!({"data": parameters.iter().map(|it| it.example).collect::<Vec<_>>()}),
            event: schemas.add(&format!("{name}_event"), event(&results)),
            results,
        }
    }

    fn write(&self, paths: &mut Map<String, Value>) {
        let name = self.name;
        let path = |way: &str| format!("{PREFIX}/{way}/{name}");
        let events = |way: &str| format!("{PREFIX}/{way}/{name}/{{event_id}}");
        paths.insert(path("run"), json!({"post": self.run()}));
        paths.insert(
            path("call"),
            json!({"post": self.queue("call", &self.listed, &self.listed_example)}),
        );
        paths.insert(events("call"), json!({"get": self.events("call")}));
        paths.insert(
            path("call/v2"),
            json!({"post": self.queue("call_v2", &self.named, &self.named_example)}),
        );
        paths.insert(events("call/v2"), json!({"get": self.events("call_v2")}));
    }

    fn run(&self) -> Value {
        let done = json!({
            "type": "object",
            "properties": {
                "data": self.results,
                "is_generating": {
                    "type": "boolean",
                    "description": "Whether these are the first results of several: only the streams bring the others.",
                },
                "duration": {"type": "number", "description": "Seconds."},
                "average_duration": {"type": "number", "description": "Seconds, over all calls so far."},
            },
            "required": ["data", "is_generating", "duration", "average_duration"],
        });
        let mut operation = self.operation("run", "Waits for the answer.");
        operation["requestBody"] = body(&self.listed, &self.listed_example);
        operation["responses"] = refusals(&[
            ("200", json_answer("The results.", &done)),
            (
                "500",
                json_answer("The function failed.", &reference("Failure")),
            ),
        ]);
        operation
    }

    fn queue(&self, way: &str, arguments: &Value, example: &Value) -> Value {
        let queued = json!({
            "description": "It is queued: what comes of it is told under its id.",
            "content": {"application/json": {"schema": reference("Queued")}},
            "links": {"events": {
                "operationId": format!("{}_{way}_events", self.name),
                "parameters": {"event_id": "$response.body#/event_id"},
            }},
        });
        let mut operation = self.operation(way, "Queues the call and answers at once with its id.");
        operation["requestBody"] = body(arguments, example);
        operation["responses"] = refusals(&[("200", queued)]);
        operation
    }

    fn events(&self, way: &str) -> Value {
        let id = json!({
            "name": "event_id",
            "in": "path",
            "required": true,
            "description": "What the call was answered with.",
            "schema": {"type": "string", "minLength": 1},
        });
        json!({
            "operationId": format!("{}_{way}_events", self.name),
            "summary": format!("What comes of a call of /{}", self.name),
            "tags": [self.name],
            "parameters": [id],
            "responses": {"200": {
                "description": "A stream that ends with the call.",
                "content": {"text/event-stream": {"schema": self.event}},
            }},
        })
    }

    fn operation(&self, way: &str, how: &str) -> Value {
        let description = [self.description, how].join("\n\n");
        json!({
            "operationId": format!("{}_{way}", self.name),
            "summary": self.summary,
            "description": description.trim(),
            "tags": [self.name],
        })
    }
}

/// One argument.
struct Parameter<'a> {
    name: &'a str,
    schema: Value,
    required: bool,
    example: &'a Value,
}

impl<'a> Parameter<'a> {
    fn new(endpoint: &str, told: &'a Value, beside: &Beside, schemas: &mut Schemas) -> Self {
        let name = told["parameter_name"].as_str().unwrap_or_default();
        let mut schema = schemas.own(endpoint, told["type"].clone());
        let required = told["parameter_has_default"] != true;
        let default = (!required).then(|| told["parameter_default"].clone());
        let taken = beside.taken.iter().find(|taken| taken.name == name);
        let is_number = matches!(schema["type"].as_str(), Some("number" | "integer"));
        if let Some(taken) = taken.filter(|_| is_number) {
            for (key, limit) in [("minimum", &taken.minimum), ("maximum", &taken.maximum)] {
                if limit.is_number() {
                    schema[key] = limit.clone();
                }
            }
            // A component that rounds takes others as well.
            schema["type"] = if taken.whole { "integer" } else { "number" }.into();
        }
        if default == Some(Value::Null) || taken.is_some_and(|taken| taken.null) {
            schema = json!({"anyOf": [schema, {"type": "null"}]});
        }
        if let Some(docs) = told["description"].as_str().filter(|docs| !docs.is_empty()) {
            schema["description"] = docs.into();
        }
        if let Some(default) = default {
            schema["default"] = default;
        }
        Self {
            name,
            schema,
            required,
            example: &told["example_input"],
        }
    }
}

fn by_name(parameters: &[Parameter<'_>]) -> Value {
    let properties: Map<_, _> = parameters
        .iter()
        .map(|it| (it.name.to_owned(), it.schema.clone()))
        .collect();
    let required = parameters.iter().filter(|it| it.required).map(|it| it.name);
    json!({
        "type": "object",
        "properties": properties,
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn by_place(parameters: &[Parameter<'_>]) -> Value {
    let schemas: Vec<_> = parameters.iter().map(|it| it.schema.clone()).collect();
    let needed = parameters.iter().rposition(|it| it.required);
    json!({
        "type": "object",
        "properties": {
            "data": list(&schemas, needed.map_or(0, |last| last + 1)),
            "session_hash": {
                "type": ["string", "null"],
                "description": "The session whose state is used; a call without one has none.",
            },
        },
        "required": ["data"],
    })
}

/// A list with a schema for each place, of which the first `needed` are there.
fn list(schemas: &[Value], needed: usize) -> Value {
    let mut list = json!({"type": "array", "minItems": needed, "maxItems": schemas.len()});
    if !schemas.is_empty() {
        list["prefixItems"] = schemas.into();
    }
    list
}

/// What each event of a stream is; its data is a text of JSON.
fn event(results: &Value) -> Value {
    let event = |name: &str, what: &str, data: &Value| {
        json!({
            "type": "object",
            "description": what,
            "properties": {
                "event": {"const": name},
                "data": {
                    "type": "string",
                    "contentMediaType": "application/json",
                    "contentSchema": data,
                },
            },
            "required": ["event", "data"],
        })
    };
    let last = json!({"anyOf": [results, {"type": "null"}]});
    let failure = json!({"anyOf": [reference("Failure"), {"type": "string"}]});
    json!({"oneOf": [
        event("generating", "Results that others will follow.", results),
        event("complete", "The last results: the stream ends. Null when the call was cancelled.", &last),
        event("error", "The call failed: the stream ends. A text when there is no such call.", &failure),
        event("heartbeat", "The call goes on.", &json!({"type": "null"})),
    ]})
}

fn body(schema: &Value, example: &Value) -> Value {
    json!({"required": true, "content": {"application/json": {"schema": schema, "example": example}}})
}

fn json_answer(what: &str, schema: &Value) -> Value {
    json!({"description": what, "content": {"application/json": {"schema": schema}}})
}

/// The answers of a call, with those that every call can get.
fn refusals(own: &[(&str, Value)]) -> Value {
    let mut answers: Map<String, Value> = own
        .iter()
        .map(|(status, answer)| ((*status).to_owned(), answer.clone()))
        .collect();
    let detail = reference("Detail");
    let mut later = json_answer("The queue is full, or the server is going down.", &detail);
    later["headers"] =
        json!({"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}});
    answers.insert("413".into(), json_answer("The body is too large.", &detail));
    answers.insert(
        "422".into(),
        json_answer("The arguments do not fit.", &reference("Refused")),
    );
    answers.insert("503".into(), later);
    answers.into()
}
