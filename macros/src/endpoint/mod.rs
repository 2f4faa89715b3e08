//! `#[endpoint]`.

mod check;
mod examples;
mod expand;
mod interface;
mod mcp;
mod params;
mod returns;
mod settings;

use proc_macro2::TokenStream;

use crate::{errors::Errors, func::Func};
pub(crate) use check::{Model, check};
pub(crate) use examples::Examples;
pub(crate) use expand::print;
pub(crate) use settings::Settings;

pub(crate) use returns::{Flow, good_part, sequence};

pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let settings = Settings::read(attr, &mut errors);
    let Some(func) = errors.ok(syn::parse2::<Func>(item.clone())) else {
        return errors.beside(item);
    };
    let model = check(&func, settings, &mut errors);
    if errors.is_empty() {
        print(&model)
    } else {
        errors.beside(func.plain())
    }
}
