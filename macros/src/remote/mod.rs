//! `#[remote]`.

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
    let model = check::check(&func, settings, &mut errors);
    match model {
        Some(model) if errors.is_empty() => expand::print(&model),
        // Without its body the function would be one more mistake: it gets one that fits any type.
        _ => errors.beside(func.with_body(&quote::quote! { { ::core::unimplemented!() } })),
    }
}
