//! The columns that a type has.

use schemars::JsonSchema;
use serde_json::Value;

use super::ColumnType;
use crate::component::schema_of;

/// A row of a table with names for its cells: a struct with a JSON Schema, such as one with
/// [`#[data_model]`](macro@crate::data_model).
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say which columns it has",
    label = "not a record",
    note = "put `#[data_model]` on the struct, or derive `schemars::JsonSchema` for it"
)]
pub trait Record: JsonSchema {}

#[diagnostic::do_not_recommend]
impl<T: JsonSchema> Record for T {}

/// Headers and types.
pub(super) fn of<T: Record>() -> (Vec<String>, Vec<ColumnType>) {
    let schema = schema_of::<T>();
    let fields = schema["properties"].as_object();
    fields
        .into_iter()
        .flatten()
        .map(|(name, field)| (name.clone(), column_type(field)))
        .unzip()
}

fn column_type(field: &Value) -> ColumnType {
    let options = field["oneOf"].as_array().or(field["anyOf"].as_array());
    // An option is what it holds.
    if let Some(real) = options.and_then(|all| all.iter().find(|it| it["type"] != "null")) {
        return column_type(real);
    }
    match (field["type"].as_str(), field["format"].as_str()) {
        (Some("integer" | "number"), _) => ColumnType::Number,
        (Some("boolean"), _) => ColumnType::Bool,
        (Some("string"), Some("date" | "date-time")) => ColumnType::Date,
        _ => ColumnType::Str,
    }
}
