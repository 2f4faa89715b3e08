//! The words for types that fit nowhere.
//!
//! No type implements these traits. Generated code asks for one only after every way to take or
//! show a type has failed, so that the compiler says this, at the type, and not which of several
//! traits it tried last.

/// Stands for "may be a parameter".
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of an endpoint: no component gives it",
    label = "no component gives this",
    note = "choose one: `#[input(Textbox::new())]` before the parameter",
    note = "or derive `Choices` (an enum), or `serde::Deserialize` and `schemars::JsonSchema` (JSON) for `{Self}`",
    note = "what comes from the call, not from an input, implements `vetrina::endpoint::FromCall`"
)]
pub trait Argument {}

/// Stands for "may have a default".
#[diagnostic::on_unimplemented(
    message = "a `{Self}` takes no `#[default(…)]`: it comes from the call, not from an input",
    label = "comes from the call",
    note = "leave `#[default(…)]` out"
)]
pub trait Defaulted {}

/// Stands for "may be a result".
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of an endpoint: no component shows it",
    label = "no component shows this",
    note = "choose one: `#[endpoint(output = Textbox::new())]`",
    note = "or derive `Choices` (an enum), or `serde::Serialize` and `schemars::JsonSchema` (JSON) for `{Self}`"
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
