//! Prints the choices as a table, and which components show them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use super::parse::Choice;

/// With more choices than this, a list that folds open is easier to read than a row of buttons.
const MOST_IN_SIGHT: usize = 4;

pub(crate) fn print(input: &DeriveInput, choices: &[Choice<'_>], krate: &Path) -> TokenStream {
    let name = &input.ident;
    let variants: Vec<_> = choices.iter().map(|choice| &choice.variant.ident).collect();
    let values: Vec<_> = choices.iter().map(|choice| &choice.value).collect();
    let labels = choices.iter().map(|choice| &choice.label);
    let one = if choices.len() <= MOST_IN_SIGHT {
        quote! { Radio }
    } else {
        quote! { Dropdown }
    };
    let outcome = outcome(input);
    quote! {
        const _: () = {
            use #krate::{__private as __v, component as __c, components as __s};
            #[automatically_derived]
            impl __c::Choices for #name {
                const CHOICES: &'static [(&'static str, &'static str)] =
                    &[#((#values, #labels)),*];
                fn from_value(__value: &str) -> __v::Option<Self> {
                    match __value {
                        #(#values => __v::Some(Self::#variants),)*
                        _ => __v::None,
                    }
                }
                fn value(&self) -> &'static str {
                    match self {
                        #(Self::#variants => #values,)*
                    }
                }
            }
            #[automatically_derived]
            impl __c::DefaultComponent for #name {
                type Component = __s::#one;
                fn component() -> __s::#one {
                    __s::#one::of::<Self>()
                }
            }
            #[automatically_derived]
            impl __c::Element for #name {
                type List = __s::CheckboxGroup;
                fn list() -> __s::CheckboxGroup {
                    __s::CheckboxGroup::of::<Self>()
                }
            }
            #outcome
        };
    }
}

/// What a function may return, unless `#[data_model]` stands below and says it.
fn outcome(input: &DeriveInput) -> Option<TokenStream> {
    let name = &input.ident;
    let is_model = |path: &Path| {
        path.segments
            .last()
            .is_some_and(|last| last.ident == "data_model")
    };
    if input.attrs.iter().any(|attr| is_model(attr.path())) {
        return None;
    }
    Some(quote! {
        #[automatically_derived]
        impl __v::Outcome for #name {
            type Value = Self;
            fn settle(self) -> __v::Result<Self, __v::Failure> {
                __v::Ok(self)
            }
        }
    })
}
