//! Prints a page: the function as it was, and a table.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{LitStr, Type, ext::IdentExt};

use super::parse::Settings;
use crate::func::{Func, at};

pub(crate) fn print(func: &Func, ui: &Type, settings: &Settings) -> TokenStream {
    let plain = func.plain();
    let conditions = func.conditions();
    let Settings {
        krate,
        title,
        path,
        navbar,
    } = settings;
    let ident = &func.sig.ident;
    let name = LitStr::new(&ident.unraw().to_string(), ident.span());
    let title = option(title.as_ref());
    let path = option(path.as_ref());
    let build = quote_spanned! {at(ui)=> |__ui: &mut #krate::Ui| #ident(__ui) };
    quote! {
        #plain
        #(#conditions)*
        const _: () = {
            use #krate::__private as __v;
            const __PAGE: __v::Page = __v::Page {
                name: #name,
                module: __v::module_path!(),
                file: __v::file!(),
                line: __v::line!(),
                column: __v::column!(),
                title: #title,
                path: #path,
                navbar: #navbar,
                build: #build,
            };
            __v::inventory::submit! { __PAGE }
        };
    }
}

fn option(value: Option<&impl quote::ToTokens>) -> TokenStream {
    value.map_or_else(
        || quote! { __v::None },
        |value| quote! { __v::Some(#value) },
    )
}
