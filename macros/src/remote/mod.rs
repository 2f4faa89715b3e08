//! `#[remote]`.

mod check;
mod expand;
mod parse;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{ReturnType, Type};

use crate::{
    endpoint::{Flow, sequence},
    errors::Errors,
    func::Func,
};
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
        // Without its body the function would be one more mistake.
        _ => {
            let function = func.with_body(&stand_in(&func));
            errors.beside(quote! {
                #[allow(unused_variables, reason = "what runs is elsewhere")]
                #function
            })
        }
    }
}

/// A body that fits the type: what never returns is of any type but of one that has no name.
fn stand_in(func: &Func) -> TokenStream {
    let hidden = match &func.sig.output {
        ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)) => sequence(ty),
        _ => None,
    };
    let Some((flow, item)) = hidden else {
        return quote! { { ::core::unimplemented!() } };
    };
    let item = item.map_or_else(|| quote!(()), ToTokens::to_token_stream);
    if flow == Flow::Stream {
        quote! { { ::vetrina::__private::remote::never::<#item>() } }
    } else {
        quote! { { ::core::iter::empty::<#item>() } }
    }
}
