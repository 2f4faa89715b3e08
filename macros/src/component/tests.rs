//! What the macro prints, and what it says about mistakes.

use std::{env, fs, path::Path};

use quote::{ToTokens, quote};
use syn::{File, Item};

use super::*;

/// The mistakes reported for a component.
fn mistakes(attr: TokenStream, item: TokenStream) -> Vec<String> {
    let printed = syn::parse2::<File>(expand(attr, item)).expect("the macro prints Rust");
    let errors = printed.items.into_iter().filter_map(|item| match item {
        Item::Macro(item)
            if item
                .mac
                .path
                .to_token_stream()
                .to_string()
                .contains("compile_error") =>
        {
            let text = item
                .mac
                .parse_body::<syn::LitStr>()
                .expect("an error has a text");
            Some(text.value())
        }
        _ => None,
    });
    errors.collect()
}

fn mistake(attr: TokenStream, item: TokenStream) -> String {
    let mut all = mistakes(attr, item);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn options_are_mended() {
    let item = quote!(
        pub struct A {}
    );
    for (attr, message) in [
        (
            quote!(data_modle = String),
            "there is no option `data_modle`: did you mean `data_model`?",
        ),
        (
            quote!(data_model),
            "`data_model` is written `data_model = String`",
        ),
        (
            quote!(data_model = String, kind = "form"),
            "`kind` is written `kind = form`",
        ),
        (
            quote!(kind = block, kind = block),
            "`kind` is given twice: keep one",
        ),
        (
            quote!(kind = card),
            "there is no kind `card`: there are `form`, `block` and `component`",
        ),
        (quote!(kind = block skip_api), "put a comma before this"),
        (
            quote!(kind = block, wire = "My Box"),
            "`wire` has small letters, digits and `_` only: `wire = \"my_component\"`",
        ),
        (
            quote!(kind = block, base(scael = 1)),
            "there is no base prop `scael`: did you mean `scale`?",
        ),
        (
            quote!(kind = block, manual(build)),
            "`build` cannot be left to you: there are `new`, `preprocess` and `postprocess`",
        ),
        (
            quote!(kind = block, frontend = "stars.ts"),
            "`frontend` is a file whose name ends in `.js`: `frontend = \"my_component.js\"`",
        ),
        (
            quote!(kind = block, frontend),
            "`frontend` is written `frontend = \"my_component.js\"`",
        ),
        (
            quote!(kind = block, styles = "stars.css"),
            "styles come with a page side: add `frontend = \"….js\"`, or set the rules in the app's own style sheet",
        ),
        (
            quote!(kind = block, server(price, price)),
            "`price` is listed twice",
        ),
        (
            quote!(kind = block, server("price")),
            "expected the name of a method",
        ),
        (
            quote!(kind = block, server = price),
            "`server` is written `server(my_method)`",
        ),
        (
            quote!(kind = block, streaming),
            "a block has no value that could come in chunks: leave `streaming` out",
        ),
        (
            quote!(kind = block, manual),
            "`manual` is written `manual(preprocess)`",
        ),
    ] {
        assert_eq!(mistake(attr, item.clone()), message);
    }
}

#[test]
fn events_are_mended() {
    let item = quote!(
        pub struct A {}
    );
    for (events, message) in [
        (
            quote!(chnage),
            "`chnage` is no common event: did you mean `change`? A new one is a string: \"chnage\"",
        ),
        (
            quote!(landing),
            "`landing` is no common event: write a new one as a string: \"landing\"",
        ),
        (
            quote!(change, "change"),
            "the event `change` is listed twice",
        ),
        (
            quote!("key_up", Events::KeyUp),
            "the event `key_up` is listed twice",
        ),
        (
            quote!("On Landing"),
            "an event has a name that a method can have: small letters, digits and `_`, no keyword",
        ),
        (
            quote!(3),
            "an event is a word, or a string if it is your own",
        ),
    ] {
        assert_eq!(
            mistake(quote!(kind = block, events(#events)), item.clone()),
            message
        );
    }
}

#[test]
fn props_are_mended() {
    for (prop, message) in [
        (
            quote!(#[prop(defualt = 1)] a: u8),
            "there is no option `defualt` of a prop: did you mean `default`?",
        ),
        (
            quote!(#[prop(default)] a: u8),
            "`default` needs a value: `#[prop(default = 1)]`",
        ),
        (
            quote!(#[prop(required, default = 1)] a: u8),
            "a prop is either required or has one default",
        ),
        (
            quote!(#[prop(skip, rename = "b")] a: u8),
            "a prop is sent in one way: under a name, `flatten`ed, or `skip`ped",
        ),
        (
            quote!(check: bool),
            "every component has a method `check`, and a prop has a setter of its name: rename this prop",
        ),
        (
            quote!(value: u8),
            "every component has a value: set the one it starts with by `.value(…)`, and rename this prop",
        ),
        (
            quote!(name: u8),
            "`name` is kept for the framework: rename this prop",
        ),
    ] {
        assert_eq!(
            mistake(quote!(kind = block), quote!(pub struct A { #prop })),
            message
        );
    }
}

#[test]
fn what_is_no_struct_of_props_is_told_apart() {
    let struct_of_props = "a component is a struct of props: `pub struct Stars { pub count: u8 }`";
    for (item, message) in [
        (
            quote!(
                enum A {
                    B,
                }
            ),
            struct_of_props,
        ),
        (
            quote!(
                fn a() {}
            ),
            struct_of_props,
        ),
        (
            quote!(
                struct A(u8);
            ),
            "give each prop a name: `{ pub count: u8 }`",
        ),
        (
            quote!(
                struct A<T> {
                    a: T,
                }
            ),
            "a component has no parameters of its own: name the types it works with",
        ),
    ] {
        assert_eq!(mistake(quote!(kind = block), item), message);
    }
}

#[test]
fn a_component_without_data_is_asked_for_it() {
    assert!(
        mistake(
            quote!(),
            quote!(
                struct A;
            )
        )
        .contains("`#[component(data_model = Type)]`")
    );
    assert!(
        mistake(
            quote!(kind = form),
            quote!(
                struct A {}
            )
        )
        .contains("data_model")
    );
    assert!(
        mistakes(
            quote!(kind = block),
            quote!(
                struct A {}
            )
        )
        .is_empty()
    );
}

#[test]
fn all_mistakes_are_told_at_once_and_the_struct_stays() {
    let attr = quote!(data_modle = String, kind = from, events(chnage, clik));
    let item = quote!(
        pub struct A {
            #[prop(requird)]
            pub a: u8,
            pub value: u8,
        }
    );
    assert_eq!(mistakes(attr.clone(), item.clone()).len(), 6);
    let printed = expand(attr, item).to_string();
    assert!(printed.starts_with("pub struct A"), "{printed}");
    // An attribute the compiler does not know would be one mistake more.
    assert!(!printed.contains("# [prop"), "{printed}");
}

#[test]
fn a_required_prop_needs_the_derived_new() {
    let item = quote!(
        struct A {
            #[prop(required)]
            a: u8,
        }
    );
    let told = mistake(quote!(kind = block, manual(new)), item);
    assert!(
        told.starts_with("a required prop is a parameter of the derived `new`"),
        "{told}"
    );
}

/// If the kept expansion grows, the macro grew. `BLESS=1` writes it anew.
#[test]
fn the_expansion_is_the_one_that_is_kept() {
    let printed = expand(
        quote!(
            data_model = u8,
            kind = form,
            events(change, "sparkle"),
            base(min_width = 90)
        ),
        quote! {
            /// Stars to rate something with.
            #[derive(Debug)]
            pub struct Stars {
                /// How many there are.
                #[prop(default = 5)]
                pub count: u8,
                /// What stands beside them.
                #[prop(rename = "text")]
                pub words: Option<String>,
                #[prop(skip)]
                secret: Vec<u8>,
            }
        },
    );
    let printed = prettyplease::unparse(&syn::parse2(printed).expect("the macro prints Rust"));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expand/component.expanded.rs");
    if env::var_os("BLESS").is_some() {
        fs::write(&kept, &printed).expect("the folder can be written");
    }
    let kept = fs::read_to_string(kept).expect("the expansion is kept");
    assert_eq!(printed, kept, "the macro prints something else now");
}
