//! The page side of a component: files that stand beside the source.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::LitStr;

use super::Model;

/// The files in the binary, and the word of them that apps find.
pub(super) fn registered(model: &Model) -> TokenStream {
    let Some(frontend) = &model.options.frontend else {
        return TokenStream::new();
    };
    let wire = model.wire();
    let script = file(frontend);
    let styles = model.options.styles.as_ref().map(file);
    let styles = styles.map_or_else(|| quote!(__v::None), |styles| quote!(__v::Some(#styles)));
    quote! {
        static __FRONTEND: __c::Frontend = __c::Frontend {
            wire: #wire,
            module: __v::module_path!(),
            script: #script,
            styles: #styles,
        };
        __v::inventory::submit! { &__FRONTEND }
    }
}

/// What the component says of it.
pub(super) fn constant(model: &Model) -> Option<TokenStream> {
    model.options.frontend.as_ref()?;
    Some(quote! {
        const FRONTEND: __v::Option<&'static __c::Frontend> = __v::Some(&__FRONTEND);
    })
}

fn file(name: &LitStr) -> TokenStream {
    // The path is relative to the file it is written in, also for the compiler's own macro.
    let bytes = quote_spanned!(name.span()=> __v::include_bytes!(#name));
    quote! {
        __c::FrontendFile {
            name: #name,
            bytes: #bytes,
            source: __v::file!(),
            // Where the file is on this machine is nobody's business once the program is released.
            package: if __v::cfg!(debug_assertions) { __v::env!("CARGO_MANIFEST_DIR") } else { "" },
        }
    }
}
