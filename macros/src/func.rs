//! Reads a function. Its body stays a row of tokens: what is half typed there is not our concern.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    Attribute, FnArg, Meta, Signature, Token, Visibility,
    parse::{Parse, ParseStream},
    spanned::Spanned,
};

/// A function as it was written.
pub(crate) struct Func {
    pub(crate) attrs: Vec<Attribute>,
    vis: Visibility,
    pub(crate) sig: Signature,
    body: TokenStream,
}

impl Parse for Func {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !is_function(input) {
            return Err(input.error("this attribute stands on a function: put it before a `fn`"));
        }
        Ok(Self {
            attrs,
            vis,
            sig: input.parse()?,
            body: input.parse()?,
        })
    }
}

/// Whether what comes may begin a function; `const` and the like begin other items, too.
fn is_function(input: ParseStream) -> bool {
    let ahead = input.fork();
    while !ahead.is_empty() && !ahead.peek(Token![fn]) {
        let qualifier = ahead.peek(Token![const])
            || ahead.peek(Token![async])
            || ahead.peek(Token![unsafe])
            || ahead.peek(Token![extern])
            || ahead.peek(syn::LitStr);
        if !qualifier || ahead.parse::<proc_macro2::TokenTree>().is_err() {
            return false;
        }
    }
    ahead.peek(Token![fn])
}

impl Func {
    /// The function without what we added to the language: ready for the compiler.
    pub(crate) fn plain(&self) -> TokenStream {
        self.with_body(&self.body)
    }

    /// The same with another body.
    pub(crate) fn with_body(&self, body: &TokenStream) -> TokenStream {
        let Self {
            attrs, vis, sig, ..
        } = self;
        let mut sig = sig.clone();
        for param in &mut sig.inputs {
            let (FnArg::Typed(syn::PatType { attrs, .. })
            | FnArg::Receiver(syn::Receiver { attrs, .. })) = param;
            attrs.retain(is_lint);
        }
        quote! { #(#attrs)* #vis #sig #body }
    }

    /// What stands between its braces, braces included, if it has any.
    pub(crate) fn body(&self) -> Option<&TokenStream> {
        let is_semicolon = |token: proc_macro2::TokenTree| token.to_string() == ";";
        let mut tokens = self.body.clone().into_iter();
        let has_none = tokens.next().is_none_or(is_semicolon);
        (!has_none).then_some(&self.body)
    }

    /// The conditions the function is compiled under, which hold for what we print as well.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Attribute> {
        self.attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
    }
}

/// Attributes that the language itself allows on a parameter, but for doc comments and conditions.
pub(crate) fn is_lint(attr: &Attribute) -> bool {
    ["allow", "expect", "warn", "deny", "forbid"]
        .iter()
        .any(|lint| attr.path().is_ident(lint))
}

/// The tokens between an attribute's parentheses, if it has any.
pub(crate) fn inside(attr: &Attribute) -> Option<&TokenStream> {
    match &attr.meta {
        Meta::List(list) if !list.tokens.is_empty() => Some(&list.tokens),
        _ => None,
    }
}

/// Tokens as a person would type them; the compiler's own form has a space around each.
pub(crate) fn typed(tokens: impl ToTokens) -> String {
    let mut text = tokens.into_token_stream().to_string();
    for tight in ["<", ">", "::", ",", ";", "(", ")", "[", "]"] {
        text = text.replace(&format!(" {tight}"), tight);
    }
    for tight in ["<", "::", "(", "[", "&"] {
        text = text.replace(&format!("{tight} "), tight);
    }
    text
}

/// The place of these tokens, for messages; the names printed there are still ours, also when a
/// `macro_rules!` passed the tokens on.
pub(crate) fn at(tokens: &impl Spanned) -> Span {
    Span::call_site().located_at(tokens.span())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_as_they_are_typed() {
        for text in [
            "Vec<Option<String>>",
            "std::path::PathBuf",
            "(u8, Vec<u8>)",
            "[u8; 4]",
        ] {
            let ty: syn::Type = syn::parse_str(text).expect("a type");
            assert_eq!(typed(&ty), text);
        }
    }
}
