//! The words for types that fit nowhere.
//!
//! No type implements these traits. Generated code asks for one only after every way to take or
//! show a type has failed, so that the compiler says this, at the type, and not which of several
//! traits it tried last.

/// Stands for "may be a parameter".
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of an endpoint: no component gives it",
    label = "no component gives this",
    note = "if it is an enum of choices, put `#[derive(Choices)]` on it; if it travels as JSON, derive `serde::Deserialize` and `schemars::JsonSchema`",
    note = "or name a component that gives it, before the parameter: `#[input(…)]`",
    note = "or, if it comes from the call and not from an input, implement `vetrina::endpoint::FromCall`"
)]
pub trait Argument {}

/// Stands for "may have a default".
#[diagnostic::on_unimplemented(
    message = "a `{Self}` takes no `#[default(…)]`: it comes from the call, not from an input",
    label = "comes from the call",
    note = "leave `#[default(…)]` out"
)]
pub trait Defaulted {}

/// Stands for "may have an example".
#[diagnostic::on_unimplemented(
    message = "a `{Self}` takes no example: it comes from the call, not from an input",
    label = "comes from the call",
    note = "write `_` in its place among the values of a row, or leave it out at the end"
)]
pub trait Exemplified {}

/// Stands for "may be a result".
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of an endpoint: no component shows it",
    label = "no component shows this",
    note = "if it is an enum of choices, put `#[derive(Choices)]` on it; if it travels as JSON, derive `serde::Serialize` and `schemars::JsonSchema`",
    note = "or name a component that shows it: `#[endpoint(output = …)]`, in a tuple `outputs = (_, …)`"
)]
pub trait Showable {}

/// Stands for "may be the error of a result".
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the error of an endpoint",
    label = "not an error that can be reported",
    note = "implement `std::error::Error` for `{Self}`, which must also be `Send` and `Sync`",
    note = "or return `vetrina::Error`, whose text is shown to the person at the page"
)]
pub trait Reportable {}
