//! How a request is read.

use std::{collections::HashMap, fmt, sync::Arc};

use axum::{
    body::{Body, Bytes},
    extract::{OriginalUri, Request},
    http::request::Parts,
};
use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};
use serde_json::{Value, value::RawValue};

use super::{
    Peer, Served,
    answer::{Refusal, Verdict},
};
use crate::{
    endpoint::{EventData, Facts, Job, Refused, Target},
    page::Dependency,
};

/// The largest JSON body that is read, in bytes.
pub(crate) const MAX_BODY: usize = 16 << 20;

/// A call, ready to run, and what judges its inputs before that.
pub(super) type Jobs = (Job, Option<Job>);

/// What `/run`, `/call` and `/queue/join` are sent. The values stay text.
#[derive(Debug, Deserialize)]
pub(super) struct PredictBody<'a> {
    #[serde(borrow, default, deserialize_with = "values")]
    data: Option<Vec<Option<&'a RawValue>>>,
    #[serde(default)]
    pub(super) fn_index: Option<usize>,
    #[serde(default)]
    pub(super) session_hash: Option<String>,
    #[serde(borrow, default)]
    event_data: Option<&'a RawValue>,
    #[serde(default)]
    trigger_id: Option<Value>,
    /// Whether the app's own page asks, and in which language.
    #[serde(default)]
    pub(super) is_page: bool,
    #[serde(default)]
    pub(super) language: Option<String>,
    /// The tab of the page that asks: who is told of the run.
    #[serde(default)]
    pub(super) tab: Option<String>,
}

impl<'a> PredictBody<'a> {
    pub(super) fn read(body: &'a [u8]) -> Result<Self, Refusal> {
        serde_json::from_slice(body).map_err(|error| wrong_json(&error))
    }

    /// What the page says of the event that sets `dependency` off.
    pub(super) fn event(&self, app: &Served, dependency: &Dependency) -> EventData {
        if !dependency.hears_event_data {
            return EventData::default();
        }
        let id = self.trigger_id.as_ref().and_then(Value::as_u64);
        let id = id.and_then(|id| usize::try_from(id).ok());
        let target = id.and_then(|id| {
            let session = self.session_hash.as_deref();
            let component = app.component(id, session)?.type_name();
            let event = app.event_at(dependency, id, session);
            Some(Target {
                id,
                component,
                event,
            })
        });
        let data = self.event_data.map(RawValue::get);
        EventData {
            target,
            data: data.and_then(|data| serde_json::from_str(data).ok()),
        }
    }

    /// The call of `dependency`, and that of what judges its inputs, if anything does.
    pub(super) fn jobs(&self, dependency: &Dependency) -> Result<Jobs, Refusal> {
        let job = self.prepare(dependency)?;
        let data = self.data.as_deref().unwrap_or_default();
        Ok((job, question(dependency, data)?))
    }

    /// Decodes and checks the arguments for `dependency`.
    fn prepare(&self, dependency: &Dependency) -> Result<Job, Refusal> {
        let Some(data) = &self.data else {
            return Err(Refusal::Missing("body", vec!["data"]));
        };
        if dependency.states.is_empty() || data.len() != dependency.inputs.len() {
            return prepared(dependency, data);
        }
        // What is sent in place of a kept value means nothing.
        let given = data.iter().enumerate();
        let given = given.filter(|(index, _)| !dependency.states.contains(index));
        let given: Vec<_> = given.map(|(_, value)| *value).collect();
        prepared(dependency, &given)
    }
}

pub(super) fn wrong_json(error: &serde_json::Error) -> Refusal {
    let kind = if error.is_data() {
        "type_error"
    } else {
        "json_invalid"
    };
    Refusal::Body {
        kind,
        text: format!("the body is not what was expected: {error}"),
    }
}

/// A list of values, nulls among them; `None` for anything that is null itself.
fn values<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<Option<&'de RawValue>>>, D::Error> {
    struct List;
    impl<'de> Visitor<'de> for List {
        type Value = Option<Vec<Option<&'de RawValue>>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list with one value per parameter")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            let mut values = Vec::with_capacity(list.size_hint().unwrap_or(4));
            while let Some(value) = list.next_element::<&RawValue>()? {
                values.push(Some(value));
            }
            Ok(Some(values))
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }
    deserializer.deserialize_any(List)
}

/// The body of `/call/v2`: values by parameter name.
pub(super) fn prepare_named(body: &[u8], dependency: &Dependency) -> Result<Jobs, Refusal> {
    let named: HashMap<String, &RawValue> =
        serde_json::from_slice(body).map_err(|error| wrong_json(&error))?;
    let known: Vec<&str> = dependency
        .specs
        .iter()
        .map(|spec| spec.name.as_str())
        .collect();
    let unknown = named.keys().filter(|name| !known.contains(&name.as_str()));
    let mut refused: Vec<_> = unknown.map(|name| Refused::unknown(name, &known)).collect();
    let data: Vec<_> = known.iter().map(|name| named.get(*name).copied()).collect();
    match prepared(dependency, &data) {
        Ok(job) if refused.is_empty() => Ok((job, question(dependency, &data)?)),
        Err(Refusal::Arguments(more)) => {
            refused.extend(more);
            Err(refused.into())
        }
        Err(other) => Err(other),
        Ok(_) => Err(refused.into()),
    }
}

/// Decodes and checks `data`, one value per parameter.
fn prepared(dependency: &Dependency, data: &[Option<&RawValue>]) -> Result<Job, Refusal> {
    let Some(handler) = &dependency.handler else {
        return Err(Refusal::Unknown(
            "There is no function behind this event.".into(),
        ));
    };
    Ok(dependency.prepare(handler, data)?)
}

/// The call of what judges these values.
fn question(dependency: &Dependency, data: &[Option<&RawValue>]) -> Result<Option<Job>, Refusal> {
    let Some(validator) = &dependency.validator else {
        return Ok(None);
    };
    let judged = dependency.judged();
    let given = judged
        .iter()
        .map(|&place| data.get(place).copied().flatten());
    let given: Vec<_> = given.collect();
    prepared(validator, &given)
        .map(Some)
        .map_err(|refusal| match refusal {
            Refusal::Arguments(mut refused) => {
                for one in &mut refused {
                    one.index = one.index.and_then(|index| judged.get(index).copied());
                }
                Refusal::Arguments(refused)
            }
            other => other,
        })
}

/// The keys of an object that must be there.
pub(super) fn require(body: &[u8], keys: &[&'static str]) -> Result<(), Refusal> {
    let given: HashMap<String, &RawValue> =
        serde_json::from_slice(body).map_err(|error| wrong_json(&error))?;
    let missing = keys.iter().filter(|key| !given.contains_key(**key));
    let missing: Vec<_> = missing.copied().collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Refusal::Missing("body", missing))
    }
}

/// The whole body, if it is not too large.
pub(super) async fn read_body(body: Body) -> Result<Bytes, Refusal> {
    axum::body::to_bytes(body, MAX_BODY)
        .await
        .map_err(|_| Refusal::TooLarge)
}

/// Takes a request apart: its facts, and its body.
pub(super) async fn take(request: Request) -> Result<(Parts, Bytes), Refusal> {
    let (parts, body) = request.into_parts();
    Ok((parts, read_body(body).await?))
}

/// What a function may learn of the request.
pub(super) fn facts(parts: Parts, session_hash: Option<String>, event: EventData) -> Arc<Facts> {
    let client = Peer::address(&parts.extensions);
    let uri = match parts.extensions.get::<OriginalUri>() {
        Some(original) => original.0.clone(),
        None => parts.uri,
    };
    Arc::new(Facts {
        headers: parts.headers,
        uri,
        client,
        session_hash,
        event,
    })
}

impl Served {
    /// Has the inputs judged before a call is taken.
    ///
    /// # Errors
    /// When some are refused, or the validator failed.
    pub(super) async fn judge(
        &self,
        dependency: &Dependency,
        question: Option<Job>,
        facts: &Arc<Facts>,
    ) -> Result<(), Refusal> {
        let Some((validator, job)) = dependency.validator.as_ref().zip(question) else {
            return Ok(());
        };
        // In a box: it is large, and most functions have no validator.
        let step = Box::pin(self.engine.direct(validator, job, Arc::clone(facts))).await;
        let step = step.map_err(|failure| {
            Refusal::Judgement(failure.shown(self.engine.limits().show_error).to_string())
        })?;
        let said = step.values.iter().next().unwrap_or_default();
        let said: Vec<Option<String>> = serde_json::from_slice(said).unwrap_or_default();
        if said.iter().all(Option::is_none) {
            return Ok(());
        }
        let mut verdicts: Vec<_> = dependency.specs.iter().map(Verdict::valid).collect();
        for (place, why) in dependency.judged().into_iter().zip(said) {
            if let Some(verdict) = verdicts.get_mut(place) {
                verdict.why = why;
            }
        }
        Err(Refusal::Judged(verdicts))
    }

    /// The function a body or a name means; the number wins.
    pub(super) fn function(
        &self,
        fn_index: Option<usize>,
        name: &str,
        session: Option<&str>,
    ) -> Result<Arc<Dependency>, Refusal> {
        match fn_index {
            Some(index) => self.by_index(index, session),
            None => self.by_name(name).cloned().ok_or_else(|| {
                let known: Vec<_> = self.public_names().collect();
                let known = if known.is_empty() {
                    "none".into()
                } else {
                    known.join(", ")
                };
                Refusal::Unknown(format!(
                    "There is no endpoint named /{name}. There are: {known}."
                ))
            }),
        }
    }

    pub(super) fn by_index(
        &self,
        index: usize,
        session: Option<&str>,
    ) -> Result<Arc<Dependency>, Refusal> {
        self.dependency(index, session)
            .filter(|dependency| dependency.handler.is_some())
            .ok_or_else(|| Refusal::Unknown(format!("There is no function with fn_index {index}.")))
    }
}
