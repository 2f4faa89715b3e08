//! Where a value differs from its schema, in words for whoever sent it.

use std::fmt;

use serde::Deserialize;
use serde_json::Value;

use super::{Num, choices::not_among};

pub(super) const NUMBER: &str = "a number";
pub(super) const WHOLE: &str = "a whole number";

/// What a schema asks for, if it asks for one thing.
pub(super) fn expected(schema: &Value) -> Option<&'static str> {
    Some(match schema["type"].as_str()? {
        "string" => "text",
        "number" => NUMBER,
        "integer" => WHOLE,
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        "null" => "null",
        _ => return None,
    })
}

/// The first part of `value` that its schema does not allow, and what would be allowed there. `None` when the schema
/// has nothing against it: then it is the type behind the schema that asks for more.
pub(super) fn misfit(schema: &Value, value: &Value) -> Option<String> {
    Walk { root: schema }.misfit(schema, value, &Place::Top)
}

/// Where in a value a part stands: `people[0].age`.
enum Place<'a> {
    Top,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Field(Place::Top, name) => f.write_str(name),
            Self::Field(of, name) => write!(f, "{of}.{name}"),
            Self::Item(of, index) => write!(f, "{of}[{index}]"),
        }
    }
}

impl Place<'_> {
    #[allow(
        clippy::unnecessary_wraps,
        reason = "it is what a misfit is found to be"
    )]
    fn says(&self, why: impl fmt::Display) -> Option<String> {
        Some(match self {
            Self::Top => why.to_string(),
            _ => format!("`{self}`: {why}"),
        })
    }
}

struct Walk<'a> {
    root: &'a Value,
}

impl<'a> Walk<'a> {
    fn misfit(&self, schema: &'a Value, value: &Value, place: &Place<'_>) -> Option<String> {
        let schema = self.resolved(schema);
        for several in ["anyOf", "oneOf"] {
            if let Some(options) = schema[several].as_array() {
                return self.of_options(options, value, place);
            }
        }
        if let Some(choices) = schema["enum"].as_array()
            && !choices.contains(value)
        {
            return place.says(not_among(value, choices));
        }
        let wanted = expected(schema)?;
        match value {
            Value::Object(fields) if wanted == "an object" => {
                self.of_fields(schema, fields, value, place)
            }
            Value::Array(items) if wanted == "a list" => self.of_items(schema, items, place),
            Value::Number(_) if wanted == NUMBER || wanted == WHOLE => {
                of_number(schema, wanted, value, place)
            }
            _ if kind(value) == wanted => None,
            _ => place.says(format_args!("expected {wanted}, got {}", kind(value))),
        }
    }

    fn resolved(&self, schema: &'a Value) -> &'a Value {
        let target = schema["$ref"].as_str().and_then(|it| it.strip_prefix('#'));
        target
            .and_then(|path| self.root.pointer(path))
            .unwrap_or(schema)
    }

    /// Of several options nobody knows which was meant; nothing or something is a clear case.
    fn of_options(&self, options: &'a [Value], value: &Value, place: &Place<'_>) -> Option<String> {
        let mut real = options.iter().filter(|option| option["type"] != "null");
        let (Some(only), None) = (real.next(), real.next()) else {
            return None;
        };
        if value.is_null() && options.len() > 1 {
            return None;
        }
        self.misfit(only, value, place)
    }

    fn of_fields(
        &self,
        schema: &'a Value,
        fields: &serde_json::Map<String, Value>,
        value: &Value,
        place: &Place<'_>,
    ) -> Option<String> {
        let required = schema["required"].as_array().into_iter().flatten();
        let missing = required
            .filter_map(Value::as_str)
            .find(|name| value.get(name).is_none());
        if let Some(name) = missing {
            return place.says(format_args!("missing field `{name}`"));
        }
        fields.iter().find_map(|(name, part)| {
            let own = schema["properties"].get(name);
            let schema = own.or_else(|| schema.get("additionalProperties"))?;
            self.misfit(schema, part, &Place::Field(place, name))
        })
    }

    fn of_items(&self, schema: &'a Value, items: &[Value], place: &Place<'_>) -> Option<String> {
        let count = items.len();
        let fewest = schema["minItems"].as_u64().unwrap_or(0);
        let most = schema["maxItems"].as_u64().unwrap_or(u64::MAX);
        if !(fewest..=most).contains(&(count as u64)) {
            let wanted = match (fewest, most) {
                (one, other) if one == other => format!("{one} items"),
                (_, u64::MAX) => format!("at least {fewest} items"),
                _ => format!("{fewest} to {most} items"),
            };
            return place.says(format_args!("expected {wanted}, got {count}"));
        }
        items.iter().enumerate().find_map(|(index, item)| {
            let own = schema["prefixItems"].get(index);
            let schema = own.or_else(|| schema.get("items"))?;
            self.misfit(schema, item, &Place::Item(place, index))
        })
    }
}

fn of_number(schema: &Value, wanted: &str, value: &Value, place: &Place<'_>) -> Option<String> {
    let number = Num::deserialize(value).ok()?;
    let bound = |name: &str| Num::deserialize(&schema[name]).ok();
    if wanted == WHOLE
        && let Err(why) = number.whole()
    {
        return place.says(why);
    }
    let fits = number.within(bound("minimum"), bound("maximum"));
    place.says(fits.err()?)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => NUMBER,
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde_json::json;

    use super::*;
    use crate::component::schema_of;

    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its schema matters")]
    struct Team {
        name: String,
        people: Vec<Person>,
        lead: Option<Person>,
        at: (f64, f64),
        mark: Mark,
    }

    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its schema matters")]
    struct Person {
        age: u8,
    }

    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its schema matters")]
    enum Mark {
        Red,
        Blue,
    }

    fn team() -> Value {
        json!({"name": "a", "people": [{"age": 1}], "lead": null, "at": [1, 2], "mark": "Red"})
    }

    #[test]
    fn the_part_and_what_it_should_be_are_told() {
        let schema = schema_of::<Team>();
        assert_eq!(misfit(&schema, &team()), None);
        let told = |path: &str, part: Value| {
            let mut team = team();
            *team.pointer_mut(path).unwrap() = part;
            misfit(&schema, &team).unwrap_or_default()
        };
        assert_eq!(
            told("/name", json!(1)),
            "`name`: expected text, got a number"
        );
        assert_eq!(
            told("/people/0/age", json!("old")),
            "`people[0].age`: expected a whole number, got text"
        );
        assert_eq!(
            told("/people/0/age", json!(300)),
            "`people[0].age`: 300 is greater than the maximum 255"
        );
        assert_eq!(
            told("/people/0/age", json!(-1)),
            "`people[0].age`: -1 is less than the minimum 0"
        );
        assert_eq!(
            told("/people/0/age", json!(1.5)),
            "`people[0].age`: 1.5 is not a whole number"
        );
        assert_eq!(
            told("/people/0", json!({})),
            "`people[0]`: missing field `age`"
        );
        assert_eq!(told("/lead", json!({})), "`lead`: missing field `age`");
        assert_eq!(told("/at", json!([1])), "`at`: expected 2 items, got 1");
        assert_eq!(
            told("/mark", json!("Green")),
            r#"`mark`: "Green" is not one of the choices: "Red", "Blue""#
        );
        assert_eq!(misfit(&schema, &json!({})).unwrap(), "missing field `name`");
    }

    #[test]
    fn what_may_be_many_things_is_left_to_the_type() {
        let schema = json!({"anyOf": [{"type": "string"}, {"type": "number"}]});
        assert_eq!(misfit(&schema, &json!([])), None);
        let list = json!({"items": {"$ref": "#/$defs/Age"}, "type": "array", "$defs": {"Age": {"type": "integer"}}});
        assert_eq!(
            misfit(&list, &json!([1, "x"])).unwrap(),
            "`[1]`: expected a whole number, got text"
        );
    }
}
