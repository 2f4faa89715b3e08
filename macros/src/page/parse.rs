//! The options of `#[page(…)]`.

use proc_macro2::TokenStream;
use syn::{Expr, LitStr, Path};

use crate::{
    errors::Errors,
    options::{Given, Known, Options},
};

const KNOWN: &[Known] = &[
    Known {
        name: "title",
        example: r#"title = "Flipper""#,
    },
    Known {
        name: "path",
        example: r#"path = "flipper""#,
    },
    Known {
        name: "navbar",
        example: "navbar = false",
    },
    Known {
        name: "crate",
        example: "crate = ::vetrina",
    },
];

/// What the options mean.
pub(crate) struct Settings {
    pub(crate) title: Option<Expr>,
    /// Without slashes at its ends.
    pub(crate) path: Option<LitStr>,
    pub(crate) navbar: bool,
    pub(crate) krate: Path,
}

impl Settings {
    pub(crate) fn read(attr: TokenStream, errors: &mut Errors) -> Self {
        let mut options = Options::read(attr, KNOWN, errors);
        Self {
            title: options
                .take("title")
                .and_then(|given| given.long_text(errors)),
            path: options.take("path").and_then(|given| path(&given, errors)),
            navbar: options
                .take("navbar")
                .and_then(|given| given.flag(errors))
                .unwrap_or(true),
            krate: options.krate(errors),
        }
    }
}

fn path(given: &Given, errors: &mut Errors) -> Option<LitStr> {
    let text = given.text(errors)?;
    let value = text.value();
    let bare = value.trim_matches('/');
    let is_plain = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|letter| letter.is_alphanumeric() || "_-".contains(letter))
    };
    // The first page of an app is at its root.
    if !bare.is_empty() && !bare.split('/').all(is_plain) {
        return given.refuse(
            "is made of letters, digits, `_` and `-`, with `/` between",
            errors,
        );
    }
    Some(LitStr::new(bare, text.span()))
}
