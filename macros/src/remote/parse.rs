//! The options of `#[remote(…)]`.

use proc_macro2::{Span, TokenStream};
use syn::{Expr, LitStr, Path};

use crate::{
    errors::Errors,
    options::{Known, Options},
};

const KNOWN: &[Known] = &[
    Known {
        name: "url",
        example: r#"url = "http://127.0.0.1:7860""#,
    },
    Known {
        name: "api_name",
        example: r#"api_name = "/greet""#,
    },
    Known {
        name: "crate",
        example: "crate = ::vetrina",
    },
];

/// What the options mean.
pub(crate) struct Settings {
    /// Where the app is; asked for at each call.
    pub(crate) url: Option<Expr>,
    /// The name there. The function's own unless given.
    pub(crate) api_name: Option<LitStr>,
    pub(crate) krate: Path,
}

impl Settings {
    pub(crate) fn read(attr: TokenStream, errors: &mut Errors) -> Self {
        let is_empty = attr.is_empty();
        let before = errors.count();
        let mut options = Options::read(attr, KNOWN, errors);
        let url = options.take("url").map(|given| given.value);
        // Whoever misspelt it was told so.
        if url.is_none() && errors.count() == before {
            let more = if is_empty { "" } else { ", …" };
            errors.push(syn::Error::new(
                Span::call_site(),
                format!(
                    r#"say where the app is: `#[remote(url = "http://127.0.0.1:7860"{more})]`"#
                ),
            ));
        }
        let api_name = options.take("api_name").and_then(|given| {
            let text = given.text(errors)?.clone();
            if text.value().trim_matches('/').is_empty() {
                return given.refuse("is the name the app knows it by", errors);
            }
            Some(text)
        });
        Self {
            url,
            api_name,
            krate: options.krate(errors),
        }
    }
}
