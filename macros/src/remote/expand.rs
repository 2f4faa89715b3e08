//! Prints a function that calls another one, elsewhere.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::check::Model;
use crate::{endpoint::Flow, func::at};

pub(crate) fn print(model: &Model<'_>) -> TokenStream {
    let Model {
        url,
        api_name,
        krate,
        good,
        outcome,
        ..
    } = model;
    let values = model.params.iter().map(|(name, ty)| {
        // The type is underlined that cannot be sent.
        quote_spanned! {at(ty)=> __v::remote::argument(#name) }
    });
    let url = quote_spanned! {at(url)=> __v::remote::Place::from(#url) };
    let call = quote! { (#url, #api_name, (#(#values,)*)) };
    let body = if model.flow == Flow::Stream {
        let each = quote_spanned! {at(outcome)=> |__r| -> #outcome { __v::Ok(__r?) } };
        let called = quote_spanned! {at(good)=> __v::remote::submit::<#good> };
        quote! { __v::remote::each(#called #call, #each) }
    } else {
        let called = quote_spanned! {at(good)=> __v::remote::predict::<#good> };
        let good = quote_spanned! {at(outcome)=> __v::Ok(__r?) };
        quote! {
            let __r = #called #call.await;
            #good
        }
    };
    let func = model.func.with_body(&quote! {
        {
            use #krate::__private as __v;
            #body
        }
    });
    quote! {
        #[allow(clippy::needless_question_mark, reason = "errors may have to become the function's own")]
        #func
    }
}
