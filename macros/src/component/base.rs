//! The props that every component has.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Expr, Ident, Token, Visibility, parse::ParseStream};

use For::{All, Faces};

use super::{Model, attribute};
use crate::errors::{Errors, suggestion};

/// The fields of `Base` that a component may start otherwise.
const FIELDS: [&str; 6] = [
    "show_label",
    "container",
    "scale",
    "min_width",
    "interactive",
    "visible",
];

/// Reads `show_label = false` and adds it.
pub(super) fn read(
    input: ParseStream,
    given: &mut Vec<(Ident, Expr)>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let field = attribute::word(input, "a prop")?;
    if !FIELDS.iter().any(|known| field == known) {
        let mend = suggestion(&field.to_string(), &FIELDS);
        return Err(syn::Error::new(
            field.span(),
            format!("there is no base prop `{field}`: {mend}"),
        ));
    }
    if given.iter().any(|(other, _)| *other == field) {
        errors.at(&field, format!("`{field}` is given twice: keep one"));
    }
    input.parse::<Token![=]>()?;
    given.push((field, input.parse()?));
    Ok(())
}

/// Whether the setter is for every kind, or not for blocks, which have no face of their own.
#[derive(Clone, Copy, PartialEq)]
enum For {
    All,
    Faces,
}

/// The setters of the base props, but for those that a prop of the component's own replaces.
pub(super) fn setters(model: &Model) -> TokenStream {
    let is_block = model.options.kind.is_block();
    all(&model.vis)
        .into_iter()
        .filter(|setter| !(is_block && setter.reach == Faces))
        .filter(|setter| !model.props.iter().any(|prop| prop.name == setter.name))
        .map(|Setter { docs, function, .. }| quote!(#[doc = #docs] #[must_use] #function))
        .collect()
}

#[derive(Clone)]
struct Setter {
    name: &'static str,
    reach: For,
    docs: &'static str,
    function: TokenStream,
}

fn all(vis: &Visibility) -> Vec<Setter> {
    [texts(vis), flags(vis), converted(vis), others(vis)].concat()
}

fn texts(vis: &Visibility) -> Vec<Setter> {
    let texts = [
        (
            "label",
            Faces,
            "The name above it. A parameter's own name unless set.",
        ),
        (
            "info",
            Faces,
            "A sentence of help under the label. A parameter's doc comment unless set.",
        ),
        (
            "elem_id",
            All,
            "The `id` of its element, for CSS and scripts.",
        ),
    ];
    let setter = |(name, reach, docs)| {
        let field = format_ident!("{name}");
        let function = quote! {
            #vis fn #field(mut self, #field: impl __v::Into<__v::String>) -> Self {
                self.__base.#field = __v::Some(__v::Into::into(#field));
                self.__base.touch(#name);
                self
            }
        };
        Setter {
            name,
            reach,
            docs,
            function,
        }
    };
    texts.into_iter().map(setter).collect()
}

fn flags(vis: &Visibility) -> Vec<Setter> {
    let flags = [
        ("show_label", "Whether the label is drawn."),
        (
            "container",
            "Whether it has a frame, shared with its neighbours in a form.",
        ),
    ];
    let setter = |(name, docs)| {
        let field = format_ident!("{name}");
        let function = quote! {
            #vis fn #field(mut self, #field: bool) -> Self {
                self.__base.#field = #field;
                self.__base.touch(#name);
                self
            }
        };
        Setter {
            name,
            reach: Faces,
            docs,
            function,
        }
    };
    flags.into_iter().map(setter).collect()
}

fn converted(vis: &Visibility) -> Vec<Setter> {
    let converted = [
        (
            "scale",
            All,
            quote!(__v::Option<u32>),
            "Its share of the width of a row.",
        ),
        (
            "min_width",
            All,
            quote!(__v::Option<u32>),
            "The least width in pixels before a row wraps.",
        ),
        (
            "interactive",
            Faces,
            quote!(__v::Option<bool>),
            "Whether a person can change it. Unless set, inputs can be changed and outputs cannot.",
        ),
        (
            "visible",
            All,
            quote!(__c::Visible),
            "Whether it is seen: `true`, `false`, or `Visible::Hidden`.",
        ),
    ];
    let setter = |(name, reach, ty, docs)| {
        let field = format_ident!("{name}");
        let function = quote! {
            #vis fn #field(mut self, #field: impl __v::Into<#ty>) -> Self {
                self.__base.#field = __v::Into::into(#field);
                self.__base.touch(#name);
                self
            }
        };
        Setter {
            name,
            reach,
            docs,
            function,
        }
    };
    converted.into_iter().map(setter).collect()
}

fn others(vis: &Visibility) -> Vec<Setter> {
    let classes = quote! {
        #vis fn elem_classes<__S: __v::Into<__v::String>>(
            mut self,
            elem_classes: impl __v::IntoIterator<Item = __S>,
        ) -> Self {
            __c::build::set_classes(&mut self, elem_classes);
            self
        }
    };
    let key = quote! {
        #vis fn key(mut self, key: impl __v::Into<__v::serde_json::Value>) -> Self {
            self.__base.key = __v::Some(__v::Into::into(key));
            self
        }
    };
    let preserved = quote! {
        #vis fn preserved_by_key<__S: __v::Into<__v::String>>(
            mut self,
            props: impl __v::IntoIterator<Item = __S>,
        ) -> Self {
            __c::build::set_preserved(&mut self, props);
            self
        }
    };
    let value = quote! {
        #vis fn value<__T>(mut self, value: __T) -> Self
        where
            Self: __c::Postprocess<__T>,
        {
            __c::build::set_value(&mut self, value);
            self
        }
    };
    let others = [
        (
            "elem_classes",
            All,
            "Classes of its element, for CSS.",
            classes,
        ),
        (
            "key",
            All,
            "Keeps its value when the page around it is drawn anew.",
            key,
        ),
        (
            "preserved_by_key",
            All,
            "The props that its key keeps. Its value unless set.",
            preserved,
        ),
        (
            "value",
            Faces,
            "The value it starts with: anything a function may show in it.",
            value,
        ),
    ];
    let setter = |(name, reach, docs, function)| Setter {
        name,
        reach,
        docs,
        function,
    };
    others.into_iter().map(setter).collect()
}
