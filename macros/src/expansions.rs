//! What the macros print, formatted and kept in `tests/expand`: if a file there grows, a macro grew.
//!
//! `BLESS=1 cargo test -p vetrina-macros` writes the files anew.

use std::{env, fs, path::Path};

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Item, Meta};

#[test]
fn greet() {
    check("greet");
}

#[test]
fn outputs() {
    check("outputs");
}

#[test]
fn streams() {
    check("streams");
}

#[test]
fn page_and_choices() {
    check("page_and_choices");
}

fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expand");
    let source =
        fs::read_to_string(folder.join(format!("{name}.rs"))).expect("the source is there");
    let file = syn::parse_file(&source).expect("the source is Rust");
    let expanded: TokenStream = file.items.into_iter().map(expand).collect();
    let expanded = syn::parse2(expanded).expect("the expansion is Rust");
    let printed = prettyplease::unparse(&expanded);
    let kept = folder.join(format!("{name}.expanded.rs"));
    if env::var_os("BLESS").is_some() {
        fs::write(&kept, &printed).expect("the folder can be written");
    }
    let kept = fs::read_to_string(kept).expect("the expansion is kept");
    assert_eq!(printed, kept, "the macro prints something else now");
}

/// Does to one item what the compiler would.
fn expand(mut item: Item) -> TokenStream {
    match &mut item {
        Item::Fn(function) => {
            let ours = |attr: &Attribute| {
                ["endpoint", "page"]
                    .iter()
                    .any(|it| attr.path().is_ident(it))
            };
            let place = function
                .attrs
                .iter()
                .position(ours)
                .expect("an attribute of ours");
            let attr = function.attrs.remove(place);
            let inside = match &attr.meta {
                Meta::List(list) => list.tokens.clone(),
                _ => TokenStream::new(),
            };
            if attr.path().is_ident("page") {
                crate::page::expand(inside, item.into_token_stream())
            } else {
                crate::endpoint::expand(inside, item.into_token_stream())
            }
        }
        Item::Enum(choices) => {
            choices.attrs.retain(|attr| !attr.path().is_ident("derive"));
            let printed = crate::choices::expand(choices.to_token_stream());
            // The compiler takes our helper attributes away.
            for variant in &mut choices.variants {
                variant.attrs.retain(|attr| !attr.path().is_ident("choice"));
            }
            quote! { #choices #printed }
        }
        _ => item.into_token_stream(),
    }
}

#[test]
fn another_name_of_the_crate_is_the_only_one_used() {
    let function = || quote! { fn greet(name: String) -> String { name } };
    let printed = [
        crate::endpoint::expand(quote! { crate = other::place }, function()),
        crate::page::expand(
            quote! { crate = other::place },
            quote! { fn about(ui: &mut Ui) {} },
        ),
        crate::choices::expand(quote! { #[choice(crate = other::place)] enum Mood { Calm } }),
    ];
    for tokens in printed {
        let text = tokens.to_string();
        assert!(
            text.contains("other :: place") && !text.contains("vetrina"),
            "{text}"
        );
    }
}
