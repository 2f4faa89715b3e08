//! The arguments of a call, as they were given and as they are sent.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    Error, Result,
    api::{Endpoint, Parameter},
};

/// Arguments in their order, or by their names.
#[derive(Debug)]
pub(super) enum Given {
    Listed(Vec<Value>),
    Named(Map<String, Value>),
}

impl Given {
    /// A tuple or a list is the arguments in their order, a map or a struct has them by name, and
    /// anything else is the only one.
    pub(super) fn read(arguments: impl Serialize) -> Result<Self> {
        let value = serde_json::to_value(arguments);
        Ok(
            match value.map_err(|error| Error::Arguments(error.to_string()))? {
                Value::Null => Self::Listed(Vec::new()),
                Value::Array(all) => Self::Listed(all),
                // A file is an object as well, and is one argument.
                Value::Object(file) if super::upload::is_upload(&file) => {
                    Self::Listed(vec![Value::Object(file)])
                }
                Value::Object(all) => Self::Named(all),
                only => Self::Listed(vec![only]),
            },
        )
    }

    /// One value for each parameter; what was left out is filled in.
    pub(super) fn fit(self, endpoint: &Endpoint) -> Result<Vec<Value>> {
        let parameters = &endpoint.parameters;
        let mut given = match self {
            Self::Named(all) => all,
            Self::Listed(all) if all.len() > parameters.len() => {
                let (given, taken) = (all.len(), parameters.len());
                return Err(Error::Arguments(format!(
                    "`{}` takes {taken} arguments, not {given}",
                    endpoint.name
                )));
            }
            Self::Listed(all) => {
                let names = parameters.iter().map(|it| it.name.clone());
                names.zip(all).collect()
            }
        };
        let mut missing = Vec::new();
        let mut value = |it: &Parameter| {
            let value = given.remove(&it.name).or_else(|| it.default().cloned());
            value.unwrap_or_else(|| {
                missing.push(it.name.clone());
                Value::Null
            })
        };
        let values = parameters.iter().map(&mut value).collect();
        if let Some(unknown) = given.keys().next() {
            let names: Vec<_> = parameters.iter().map(|it| it.name.as_str()).collect();
            return Err(Error::Arguments(format!(
                "`{}` has no parameter `{unknown}`; there are `{}`",
                endpoint.name,
                names.join("`, `")
            )));
        }
        if missing.is_empty() {
            return Ok(values);
        }
        Err(Error::Arguments(format!(
            "`{}` needs `{}`",
            endpoint.name,
            missing.join("`, `")
        )))
    }

    /// As they are, where nothing is known of the parameters.
    pub(super) fn listed(self) -> Result<Vec<Value>> {
        match self {
            Self::Listed(all) => Ok(all),
            Self::Named(_) => Err(Error::Arguments(
                "the app does not tell the names of these parameters: give them in their order"
                    .into(),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn endpoint() -> Endpoint {
        let parameter = |name: &str, default: Option<Value>| {
            serde_json::from_value(json!({
                "parameter_name": name,
                "parameter_has_default": default.is_some(),
                "parameter_default": default,
            }))
            .expect("a parameter")
        };
        Endpoint {
            name: "/greet".into(),
            description: None,
            parameters: vec![parameter("name", None), parameter("times", Some(json!(2)))],
            returns: Vec::new(),
            generator: false,
        }
    }

    fn fitted(arguments: impl Serialize) -> Result<Vec<Value>, String> {
        let given = Given::read(arguments).expect("they are JSON");
        given.fit(&endpoint()).map_err(|error| error.to_string())
    }

    #[test]
    fn arguments_come_in_order_by_name_or_alone() {
        for all in [
            fitted(("Ada", 2)),
            fitted(("Ada",)),
            fitted("Ada"),
            fitted(json!({"times": 2, "name": "Ada"})),
            fitted(json!({"name": "Ada"})),
        ] {
            assert_eq!(all, Ok(vec![json!("Ada"), json!(2)]));
        }
    }

    #[test]
    fn what_does_not_fit_is_said() {
        assert_eq!(fitted(()), Err("`/greet` needs `name`".into()));
        assert_eq!(
            fitted((1, 2, 3)),
            Err("`/greet` takes 2 arguments, not 3".into())
        );
        assert_eq!(
            fitted(json!({"nmae": "Ada"})),
            Err("`/greet` has no parameter `nmae`; there are `name`, `times`".into())
        );
    }
}
