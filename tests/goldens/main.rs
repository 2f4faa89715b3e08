//! The same apps, recorded from a real server and served here: configs, listings and whole
//! exchanges are compared key by key. What is meant to differ stands in `differences.rs`.

mod differences;

use serde_json::{Map, Value};
use vetrina_tests::{
    Server, get,
    golden::{self, Bindings, Difference, Exchange, compare, replay, resolve, rules::judge},
};

/// A recorded app, and its twin under `tests/apps`.
struct App {
    name: &'static str,
    /// Recorded API names that the twin calls otherwise.
    renamed: &'static [(&'static str, &'static str)],
    /// Recorded API names that the twin does not have; `differences.rs` says why.
    absent: &'static [&'static str],
    /// API names of the twin that only other suites use.
    more: &'static [&'static str],
    /// Whether the page is one that is made from a function alone, and so has the same layout.
    interface: bool,
    transcripts: &'static [&'static str],
}

const APPS: &[App] = &[
    App {
        name: "hello",
        // Vetrina names every endpoint after its function.
        renamed: &[("predict", "greet")],
        absent: &[],
        more: &[],
        interface: true,
        transcripts: &[
            "call",
            "queue",
            "run",
            "join_errors",
            "misc_routes",
            "cors",
            "root_url",
        ],
    },
    App {
        name: "choices",
        renamed: &[],
        absent: &[],
        more: &[],
        interface: true,
        transcripts: &["queue"],
    },
    App {
        name: "api_only",
        renamed: &[],
        absent: &[],
        more: &[],
        interface: false,
        transcripts: &["call", "queue"],
    },
    App {
        name: "counter",
        renamed: &[],
        // A generator in Rust has no value to return at its end.
        absent: &["returns_value"],
        more: &["all_wild", "slowly", "wild"],
        interface: false,
        transcripts: &["queue", "call", "run"],
    },
    App {
        name: "error",
        renamed: &[],
        // The compiler sees to the number of results, and generators fail in one way only.
        absent: &["wrong_arity", "gen_fails_plain"],
        more: &["panics", "panics_async", "panics_in_place", "fine"],
        interface: false,
        transcripts: &["call", "queue", "run"],
    },
    App {
        name: "error_show",
        renamed: &[],
        absent: &["wrong_arity", "gen_fails_plain"],
        more: &["panics", "panics_async", "panics_in_place", "fine"],
        interface: false,
        transcripts: &["call", "queue", "run"],
    },
    App {
        name: "queue_false",
        renamed: &[],
        absent: &[],
        more: &[],
        interface: false,
        transcripts: &["run"],
    },
    App {
        name: "api_names",
        renamed: &[],
        // Lambdas, callable objects, varargs, reserved argument names and State are Python's.
        absent: &[
            "no_desc",
            "hidden",
            "lambda",
            "Call",
            "reserved",
            "varargs",
            "state_out",
        ],
        more: &[],
        interface: false,
        transcripts: &["call"],
    },
    App {
        name: "inputs",
        renamed: &[],
        absent: &[],
        more: &[],
        interface: false,
        transcripts: &[],
    },
    App {
        name: "queue_full",
        renamed: &[],
        absent: &[],
        more: &[],
        interface: false,
        transcripts: &[],
    },
];

impl App {
    /// The twin's name for a recorded API name.
    fn ours<'a>(&self, name: &'a str) -> &'a str {
        let renamed = self.renamed.iter().find(|(theirs, _)| *theirs == name);
        renamed.map_or(name, |(_, ours)| ours)
    }

    fn has(&self, name: &str) -> bool {
        !self.absent.contains(&name)
    }

    /// Leaves out what only other suites use.
    fn keep(&self, endpoints: &mut Value) {
        let endpoints = endpoints.as_object_mut().expect("an object");
        endpoints.retain(|name, _| !self.more.contains(&name.trim_start_matches('/')));
    }

    /// Recorded endpoints under the twin's names.
    fn named(&self, recorded: &Value, slash: &str) -> Value {
        let endpoints = recorded.as_object().expect("an object").iter();
        let kept = endpoints.filter_map(|(name, endpoint)| {
            let name = name.trim_start_matches('/');
            self.has(name)
                .then(|| (format!("{slash}{}", self.ours(name)), endpoint.clone()))
        });
        Value::Object(kept.collect())
    }
}

#[test]
fn configs_are_alike() {
    let found = APPS.iter().flat_map(|app| {
        let server = Server::app(app.name);
        let mut recorded = resolve(&golden::json(app.name, "config.json"));
        let mut seen = resolve(&get(server.at("/config")).expect(200).json());
        recorded["endpoints"] = app.named(&recorded["endpoints"], "");
        app.keep(&mut seen["endpoints"]);
        recorded["root"] = server.url().into();
        if !app.interface {
            for config in [&mut recorded, &mut seen] {
                config.as_object_mut().map(|config| config.remove("tree"));
            }
        }
        compare(&recorded, &seen, app.name, &mut Bindings::new())
    });
    judge(&found.collect::<Vec<_>>(), differences::CONFIGS);
}

#[test]
fn listings_are_alike() {
    let found = APPS.iter().flat_map(|app| {
        let server = Server::app(app.name);
        let mut recorded = golden::json(app.name, "info.json");
        let mut seen = get(server.at("/gradio_api/info")).expect(200).json();
        recorded["named_endpoints"] = app.named(&recorded["named_endpoints"], "/");
        app.keep(&mut seen["named_endpoints"]);
        // Parameters by name, so that one more does not shift all that follow.
        compare(
            &by_name(&recorded),
            &by_name(&seen),
            app.name,
            &mut Bindings::new(),
        )
    });
    judge(&found.collect::<Vec<_>>(), differences::LISTINGS);
}

#[test]
fn exchanges_are_alike() {
    let found = APPS.iter().flat_map(|app| {
        let server = Server::app(app.name);
        let config = get(server.at("/config")).expect(200).json();
        app.transcripts
            .iter()
            .flat_map(move |name| {
                let text = golden::text(app.name, &format!("{name}.txt"));
                let twin = Twin {
                    app,
                    config: config.clone(),
                };
                let found = replay(&text, server.url(), |exchange, path, body| {
                    twin.rewrite(exchange, path, body)
                });
                let place = format!("{}/{name}: ", app.name);
                found.into_iter().map(move |difference| Difference {
                    path: place.clone() + &difference.path,
                    ..difference
                })
            })
            .collect::<Vec<_>>()
    });
    judge(&found.collect::<Vec<_>>(), differences::EXCHANGES);
}

/// Says recorded requests in the twin's words.
struct Twin<'a> {
    app: &'a App,
    config: Value,
}

impl Twin<'_> {
    /// The path and body for the twin; nothing where it has no such endpoint.
    fn rewrite(&self, exchange: &Exchange, path: &str, body: &str) -> Option<(String, String)> {
        let mut path = path.to_owned();
        for prefix in ["/run/", "/api/", "/call/"] {
            let Some((_, rest)) = exchange.path().split_once(prefix) else {
                continue;
            };
            let name = rest.split('/').next().unwrap_or_default();
            if !self.app.has(name) {
                return None;
            }
            path = path.replacen(
                &format!("{prefix}{name}"),
                &format!("{prefix}{}", self.app.ours(name)),
                1,
            );
        }
        let Ok(Value::Object(mut body)) = serde_json::from_str::<Value>(body) else {
            return Some((path, body.to_owned()));
        };
        if let Some(index) = body
            .get("fn_index")
            .and_then(Value::as_u64)
            .filter(|index| *index < 900)
        {
            let recorded = golden::json(self.app.name, "config.json");
            let name = recorded["dependencies"][usize::try_from(index).ok()?]["api_name"].clone();
            let name = name.as_str().filter(|name| self.app.has(name))?;
            let ours = self.config["dependencies"].as_array()?.iter();
            let mut ours = ours.filter(|dependency| dependency["api_name"] == self.app.ours(name));
            body.insert("fn_index".into(), ours.next()?["id"].clone());
        }
        Some((path, Value::Object(body).to_string()))
    }
}

/// The listing with its parameters by name.
fn by_name(listing: &Value) -> Value {
    let mut listing = listing.clone();
    let endpoints = listing["named_endpoints"]
        .as_object_mut()
        .expect("an object");
    for endpoint in endpoints.values_mut() {
        let parameters = endpoint["parameters"].as_array().expect("a list").iter();
        let named: Map<String, Value> = parameters
            .map(|parameter| {
                (
                    parameter["parameter_name"].as_str().expect("a name").into(),
                    parameter.clone(),
                )
            })
            .collect();
        endpoint["parameters"] = named.into();
    }
    listing
}
