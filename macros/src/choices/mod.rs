//! `#[derive(Choices)]`.

mod check;
mod expand;
mod parse;

use proc_macro2::TokenStream;

use crate::errors::Errors;

pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.ok(syn::parse2(item)) else {
        return errors.beside(TokenStream::new());
    };
    let krate = parse::krate(&input, &mut errors);
    let choices = check::check(&input, &mut errors);
    if errors.is_empty() {
        expand::print(&input, &choices, &krate)
    } else {
        errors.beside(TokenStream::new())
    }
}
