//! What an app can do: its endpoints, for programs and for people.

use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use super::{
    config::{Config, Info},
    rust_type,
};

/// The endpoints of an app. Printed, it says how each of them is called.
#[derive(Debug, Clone, Default)]
pub struct Api {
    /// The app's address.
    pub url: String,
    /// Those that the app tells of, in its order.
    pub endpoints: Vec<Endpoint>,
}

/// A function that clients may call.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// Its name, with a slash in front.
    pub name: String,
    /// What the app says of it.
    pub description: Option<String>,
    /// What it takes.
    pub parameters: Vec<Parameter>,
    /// What it gives.
    pub returns: Vec<Returned>,
    /// Whether results come one after the other.
    pub generator: bool,
}

/// What an endpoint takes in one place.
#[derive(Debug, Clone, Deserialize)]
pub struct Parameter {
    /// What it is called in a call by name.
    #[serde(rename = "parameter_name", default)]
    pub name: String,
    /// What it is called on the page.
    #[serde(default)]
    pub label: String,
    /// The component that takes it there.
    #[serde(default)]
    pub component: String,
    /// The JSON Schema of its values.
    #[serde(rename = "type", default)]
    pub schema: Value,
    #[serde(rename = "parameter_has_default", default)]
    has_default: bool,
    #[serde(rename = "parameter_default", default)]
    default: Value,
}

/// What an endpoint gives in one place.
#[derive(Debug, Clone, Deserialize)]
pub struct Returned {
    /// What it is called on the page.
    #[serde(default)]
    pub label: String,
    /// The component that shows it there.
    #[serde(default)]
    pub component: String,
    /// The JSON Schema of its values.
    #[serde(rename = "type", default)]
    pub schema: Value,
}

#[derive(Deserialize, Default)]
struct Told {
    #[serde(default)]
    parameters: Vec<Parameter>,
    #[serde(default)]
    returns: Vec<Returned>,
    #[serde(default)]
    description: Option<String>,
}

impl Parameter {
    /// What is taken when a call leaves it out.
    #[must_use]
    pub fn default(&self) -> Option<&Value> {
        self.has_default.then_some(&self.default)
    }

    /// The type of its values in Rust.
    #[must_use]
    pub fn rust_type(&self) -> String {
        rust_type::of(&self.schema)
    }
}

impl Returned {
    /// The type of its values in Rust.
    #[must_use]
    pub fn rust_type(&self) -> String {
        rust_type::of(&self.schema)
    }
}

impl Api {
    /// All endpoints that may be called by name, those the app does not tell of as well.
    pub(super) fn read(url: &str, config: &Config, info: &Info) -> (Self, Self) {
        let callable = config.functions.iter();
        let callable = callable.filter(|it| it.on_server && !it.is_private());
        let mut all = Vec::new();
        let mut shown = Vec::new();
        for function in callable {
            let name = format!("/{}", function.name.as_deref().unwrap_or_default());
            let Some(told) = info.named_endpoints.get(&name) else {
                continue;
            };
            let told = Told::deserialize(told).unwrap_or_default();
            let endpoint = Endpoint {
                name,
                description: told.description.filter(|text| !text.is_empty()),
                parameters: told.parameters,
                returns: told.returns,
                generator: function.types.generator,
            };
            if function.is_shown() {
                shown.push(endpoint.clone());
            }
            all.push(endpoint);
        }
        let api = |endpoints| Self {
            url: url.into(),
            endpoints,
        };
        (api(shown), api(all))
    }

    /// The endpoint of this name.
    #[must_use]
    pub fn endpoint(&self, name: &str) -> Option<&Endpoint> {
        let name = name.trim_start_matches('/');
        self.endpoints
            .iter()
            .find(|it| it.name.trim_start_matches('/') == name)
    }
}

impl fmt::Display for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.endpoints.len() {
            1 => writeln!(f, "{} has 1 endpoint:", self.url)?,
            count => writeln!(f, "{} has {count} endpoints:", self.url)?,
        }
        self.endpoints
            .iter()
            .try_for_each(|endpoint| write!(f, "\n{endpoint}"))
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters.iter().map(|it| it.name.as_str()).collect();
        let call = if self.generator { "submit" } else { "predict" };
        let arguments = match names.as_slice() {
            [] => "()".into(),
            [only] => format!("({only},)"),
            several => format!("({})", several.join(", ")),
        };
        let types: Vec<_> = self.returns.iter().map(Returned::rust_type).collect();
        let gives = match types.as_slice() {
            [only] => only.clone(),
            several => format!("({})", several.join(", ")),
        };
        writeln!(
            f,
            "client.{call}(\"{}\", {arguments}) -> {gives}",
            self.name
        )?;
        if let Some(description) = &self.description {
            for line in description.lines() {
                writeln!(f, "    {line}")?;
            }
        }
        for (title, lines) in [("Takes", self.takes()), ("Gives", self.gives())] {
            if !lines.is_empty() {
                writeln!(f, "  {title}:")?;
            }
            lines
                .iter()
                .try_for_each(|line| writeln!(f, "    {line}"))?;
        }
        Ok(())
    }
}

impl Endpoint {
    fn takes(&self) -> Vec<String> {
        let line = |it: &Parameter| {
            let needed = match it.default() {
                Some(default) => format!(" = {default}"),
                None => " (required)".into(),
            };
            let words = rust_type::words(&it.schema, &it.label, &it.component);
            format!("{}: {}{needed}{words}", it.name, it.rust_type())
        };
        self.parameters.iter().map(line).collect()
    }

    fn gives(&self) -> Vec<String> {
        let line = |it: &Returned| {
            let words = rust_type::words(&it.schema, &it.label, &it.component);
            format!("{}{words}", it.rust_type())
        };
        self.returns.iter().map(line).collect()
    }
}
