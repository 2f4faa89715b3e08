//! `#[page]`.

mod check;
mod expand;
mod parse;

use proc_macro2::TokenStream;

use crate::{errors::Errors, func::Func};
use parse::Settings;

pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let settings = Settings::read(attr, &mut errors);
    let Some(func) = errors.ok(syn::parse2::<Func>(item.clone())) else {
        return errors.beside(item);
    };
    let ui = check::check(&func, &mut errors);
    match ui {
        Some(ui) if errors.is_empty() => expand::print(&func, ui, &settings),
        _ => errors.beside(func.plain()),
    }
}
