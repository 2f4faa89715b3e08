//! Methods of a component that its page side may call.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::{Model, expand::at};

/// The body of `Methods::server`: what is listed, then what the author answers by hand.
pub(super) fn answer(model: &Model) -> TokenStream {
    if model.options.server.is_empty() {
        return quote_spanned!(at(&model.name)=> shape::server(component.server(name, args)));
    }
    let arms = model.options.server.iter().map(|method| {
        let name = method.to_string();
        // A method that cannot answer is underlined where it is listed.
        quote_spanned! {at(method)=>
            #name => Some(serve(component, &Itself::#method, args)),
        }
    });
    let other = quote_spanned!(at(&model.name)=> shape::server(component.server(name, args)));
    quote! {
        match name {
            #(#arms)*
            _ => #other,
        }
    }
}
