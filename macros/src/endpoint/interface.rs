//! The options that only the ready-made page of a function knows.

#![allow(
    clippy::needless_pass_by_value,
    reason = "one shape for all options: some hand on what was given"
)]

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Lit, LitStr};

use crate::{
    errors::{Errors, suggestion},
    options::{Given, Options, literal},
};

/// All that were given, as entries of the table of options.
pub(super) fn read(options: &mut Options, errors: &mut Errors) -> Vec<TokenStream> {
    let mut given = Vec::new();
    for (name, read) in [
        ("article", article as fn(Given, &mut Errors) -> _),
        ("examples_per_page", examples_per_page),
        ("example_labels", example_labels),
        ("run_on_click", run_on_click),
        ("cache_examples", cache_examples),
        ("preload_example", preload_example),
        ("submit_btn", submit_btn),
        ("stop_btn", stop_btn),
        ("clear_btn", clear_btn),
        ("additional_inputs", additional_inputs),
        ("unified", unified),
        ("flagging", flagging),
        ("flagging_options", flagging_options),
        ("flagging_dir", flagging_dir),
    ] {
        let option = options.take(name);
        given.extend(option.and_then(|option| read(option, errors)));
    }
    given
}

fn article(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let text = given.long_text(errors)?;
    Some(quote! { article: __v::Some(#text), })
}

fn examples_per_page(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let count = number(&given).filter(|count| *count > 0);
    match count {
        Some(count) => Some(quote! { examples_per_page: #count, }),
        None => given.refuse("is a whole number, at least 1", errors),
    }
}

fn example_labels(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let labels = texts(&given, "are texts in brackets", errors)?;
    Some(quote! { example_labels: &[#(#labels),*], })
}

fn run_on_click(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let run = given.flag(errors)?;
    Some(quote! { run_on_click: #run, })
}

fn cache_examples(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let mode = match literal(&given.value) {
        Some(Lit::Bool(flag)) if flag.value => quote! { Eager },
        Some(Lit::Bool(_)) => quote! { Never },
        Some(Lit::Str(mode)) if mode.value() == "eager" => quote! { Eager },
        Some(Lit::Str(mode)) if mode.value() == "lazy" => quote! { Lazy },
        _ => return given.refuse("is `true`, `false`, `\"eager\"` or `\"lazy\"`", errors),
    };
    Some(quote! { cache_examples: __v::Some(__v::CacheMode::#mode), })
}

fn preload_example(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    match number(&given) {
        Some(row) => Some(quote! { preload_example: __v::Some(#row), }),
        None => given.refuse("is the number of a row, counted from 0", errors),
    }
}

fn submit_btn(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let text = given.text(errors)?;
    Some(quote! { submit_btn: #text, })
}

fn stop_btn(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let text = given.text(errors)?;
    Some(quote! { stop_btn: #text, })
}

fn clear_btn(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    match literal(&given.value) {
        Some(Lit::Bool(flag)) if !flag.value => Some(quote! { clear_btn: __v::None, }),
        Some(Lit::Str(text)) => Some(quote! { clear_btn: __v::Some(#text), }),
        _ => given.refuse("is a text, or `false` for none", errors),
    }
}

fn additional_inputs(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let text = given.text(errors)?;
    Some(quote! { additional_inputs: #text, })
}

fn unified(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let unified = given.flag(errors)?;
    Some(quote! { unified: #unified, })
}

fn flagging(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let text = given.text(errors)?;
    let mode = match text.value().as_str() {
        "never" => quote! { Never },
        "manual" => quote! { Manual },
        "auto" => quote! { Auto },
        other => {
            let mend = suggestion(other, &["never", "manual", "auto"]);
            errors.at(text, format!("{other:?} is no way to flag: {mend}"));
            return None;
        }
    };
    Some(quote! { flagging: __v::Some(__v::FlaggingMode::#mode), })
}

/// A text is a value; a pair is what stands on the button, and the value.
fn flagging_options(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let pair = |option: &Expr| match option {
        Expr::Tuple(pair) if pair.elems.len() == 2 => {
            let (label, value) = (text(&pair.elems[0])?, text(&pair.elems[1])?);
            Some(quote! { (__v::Some(#label), #value) })
        }
        option => text(option).map(|value| quote! { (__v::None, #value) }),
    };
    let Expr::Array(options) = &given.value else {
        return given.refuse("are texts in brackets", errors);
    };
    let pairs: Option<Vec<_>> = options.elems.iter().map(pair).collect();
    match pairs {
        Some(pairs) => Some(quote! { flagging_options: &[#(#pairs),*], }),
        None => given.refuse("are texts, or pairs of label and value", errors),
    }
}

fn flagging_dir(given: Given, errors: &mut Errors) -> Option<TokenStream> {
    let text = given.text(errors)?;
    Some(quote! { flagging_dir: __v::Some(#text), })
}

fn number(given: &Given) -> Option<usize> {
    match literal(&given.value) {
        Some(Lit::Int(number)) => number.base10_parse().ok(),
        _ => None,
    }
}

fn texts<'a>(given: &'a Given, what: &str, errors: &mut Errors) -> Option<Vec<&'a LitStr>> {
    let all = match &given.value {
        Expr::Array(all) => all.elems.iter().map(text).collect(),
        _ => None,
    };
    match all {
        Some(all) => Some(all),
        None => given.refuse(what, errors),
    }
}

fn text(value: &Expr) -> Option<&LitStr> {
    match literal(value) {
        Some(Lit::Str(text)) => Some(text),
        _ => None,
    }
}
