//! The procedural macros of Vetrina. They are documented where `vetrina` re-exports them.
//!
//! Each macro is a small compiler in a folder of its own: `parse.rs` reads what was written,
//! `check.rs` says what is wrong with it, `expand.rs` prints.

use proc_macro::TokenStream;

mod chat;
mod choices;
mod component;
mod data_model;
mod docs;
mod endpoint;
mod errors;
#[cfg(test)]
mod expansions;
mod func;
mod named;
mod options;
mod page;
mod remote;

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_attribute]
pub fn endpoint(attr: TokenStream, item: TokenStream) -> TokenStream {
    endpoint::expand(attr.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_attribute]
pub fn chat(attr: TokenStream, item: TokenStream) -> TokenStream {
    chat::expand(attr.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_attribute]
pub fn page(attr: TokenStream, item: TokenStream) -> TokenStream {
    page::expand(attr.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_attribute]
pub fn remote(attr: TokenStream, item: TokenStream) -> TokenStream {
    remote::expand(attr.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_attribute]
pub fn component(attr: TokenStream, item: TokenStream) -> TokenStream {
    component::expand(attr.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_attribute]
pub fn data_model(attr: TokenStream, item: TokenStream) -> TokenStream {
    data_model::expand(attr.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_derive(Choices, attributes(choice))]
pub fn choices(item: TokenStream) -> TokenStream {
    choices::expand(item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_derive(Inputs)]
pub fn inputs(item: TokenStream) -> TokenStream {
    named::inputs(item.into()).into()
}

#[expect(missing_docs, reason = "documented where `vetrina` re-exports it")]
#[proc_macro_derive(Outputs)]
pub fn outputs(item: TokenStream) -> TokenStream {
    named::outputs(item.into()).into()
}
