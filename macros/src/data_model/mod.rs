//! `#[data_model]`: a type that travels between the page and the server.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Attribute, Data, DeriveInput, Fields, LitStr, Path, Token, parse::Parser,
    punctuated::Punctuated,
};

use crate::{
    component::derives,
    errors::{Errors, suggestion},
};

/// What the macro derives; a second derive of the same would only confuse.
const DERIVED: [&str; 3] = ["Serialize", "Deserialize", "JsonSchema"];

pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let krate = krate(attr, &mut errors);
    let Some(model) = errors.ok(syn::parse2::<DeriveInput>(item.clone()).map_err(|error| {
        syn::Error::new(
            error.span(),
            "a data model is a struct or an enum: an object with named fields, one value in parentheses, or one of several",
        )
    })) else {
        return errors.beside(item);
    };
    check(&model, &mut errors);
    if errors.is_empty() {
        print(&krate, &model)
    } else {
        errors.beside(item)
    }
}

/// `crate = other`, for a crate that knows this one by another name.
fn krate(attr: TokenStream, errors: &mut Errors) -> Path {
    let read = |input: syn::parse::ParseStream| {
        if input.is_empty() {
            return Ok(syn::parse_quote!(::vetrina));
        }
        let word = input.call(<syn::Ident as syn::ext::IdentExt>::parse_any)?;
        if word != "crate" {
            let mend = suggestion(&word.to_string(), &["crate"]);
            return Err(syn::Error::new(
                word.span(),
                format!("there is no option `{word}`: {mend}"),
            ));
        }
        input.parse::<Token![=]>()?;
        input.parse()
    };
    errors
        .ok(read.parse2(attr))
        .unwrap_or_else(|| syn::parse_quote!(::vetrina))
}

fn check(model: &DeriveInput, errors: &mut Errors) {
    match &model.data {
        Data::Struct(data) => check_fields(model, &data.fields, errors),
        Data::Enum(data) if data.variants.is_empty() => errors.at(
            &model.ident,
            "a data model without variants has no value to send",
        ),
        Data::Enum(_) => {}
        Data::Union(data) => errors.at(
            data.union_token,
            "a union says nothing of what is in it: a data model is a struct or an enum",
        ),
    }
    for derive in model
        .attrs
        .iter()
        .filter(|attr| attr.path().is_ident("derive"))
    {
        let paths = derive.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated);
        for path in errors.ok(paths).into_iter().flatten() {
            let name = path
                .segments
                .last()
                .map(|last| last.ident.to_string())
                .unwrap_or_default();
            if DERIVED.contains(&name.as_str()) {
                errors.at(
                    &path,
                    format!("`#[data_model]` derives `{name}`: leave it out here"),
                );
            }
        }
    }
}

fn check_fields(model: &DeriveInput, fields: &Fields, errors: &mut Errors) {
    match fields {
        Fields::Named(_) => {}
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {}
        Fields::Unnamed(fields) => errors.at(
            fields,
            "a data model in parentheses is one bare value: name the fields to send an object",
        ),
        Fields::Unit => errors.at(
            &model.ident,
            "a data model without fields has nothing to send",
        ),
    }
}

fn print(krate: &Path, model: &DeriveInput) -> TokenStream {
    let private = quote!(#krate::__private);
    let name = &model.ident;
    // Functions on pages return types that are known.
    // `#[derive(Choices)]` below says as well what a function may return.
    let known = model.generics.params.is_empty() && derives(&model.attrs, "Choices").is_empty();
    let outcome = known.then(|| {
        quote! {
            #[automatically_derived]
            impl #private::Outcome for #name {
                type Value = Self;
                fn settle(self) -> #private::Result<Self, #private::Failure> {
                    #private::Ok(self)
                }
            }
        }
    });
    let crate_of = |name: &str| {
        let path = quote!(#private).to_string().replace(' ', "");
        LitStr::new(&format!("{path}::{name}"), proc_macro2::Span::call_site())
    };
    let (serde, schemars) = (crate_of("serde"), crate_of("schemars"));
    // One value in parentheses travels bare; serde says so by itself for such a struct, and
    // `transparent` keeps the schema in step.
    let transparent: Option<Attribute> =
        is_bare(model).then(|| syn::parse_quote!(#[serde(transparent)]));
    quote! {
        #[derive(
            #private::serde::Serialize,
            #private::serde::Deserialize,
            #private::schemars::JsonSchema,
        )]
        #[serde(crate = #serde)]
        #[schemars(crate = #schemars)]
        #transparent
        #model

        #outcome
    }
}

fn is_bare(model: &DeriveInput) -> bool {
    matches!(&model.data, Data::Struct(data) if matches!(data.fields, Fields::Unnamed(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(attr: TokenStream, item: TokenStream) -> String {
        expand(attr, item).to_string()
    }

    #[test]
    fn objects_and_bare_values_are_derived() {
        let object = printed(
            quote!(),
            quote!(
                pub struct Names {
                    pub names: Vec<String>,
                }
            ),
        );
        for derived in DERIVED {
            assert!(object.contains(derived), "{object}");
        }
        assert!(!object.contains("transparent"), "{object}");
        let bare = printed(
            quote!(),
            quote!(
                pub struct Names(pub Vec<String>);
            ),
        );
        assert!(bare.contains("transparent"), "{bare}");
        let one_of = printed(
            quote!(),
            quote!(
                pub enum Shape {
                    Circle { radius: f64 },
                    Square(f64),
                }
            ),
        );
        assert!(one_of.contains("Serialize"), "{one_of}");
        assert!(!one_of.contains("transparent"), "{one_of}");
    }

    #[test]
    fn the_crate_may_go_by_another_name() {
        let model = printed(
            quote!(crate = other),
            quote!(
                struct A {
                    a: u8,
                }
            ),
        );
        assert!(model.contains("\"other::__private::serde\""), "{model}");
    }

    #[test]
    fn mistakes_are_told_with_the_mend() {
        for (item, message) in [
            (
                quote!(
                    fn a() {}
                ),
                "a data model is a struct or an enum",
            ),
            (
                quote!(
                    enum A {}
                ),
                "a data model without variants has no value to send",
            ),
            (
                quote!(
                    union A {
                        a: u8,
                    }
                ),
                "a union says nothing of what is in it",
            ),
            (
                quote!(
                    struct A(u8, u8);
                ),
                "one bare value: name the fields to send an object",
            ),
            (
                quote!(
                    struct A;
                ),
                "a data model without fields has nothing to send",
            ),
            (
                quote!(
                    #[derive(serde::Serialize)]
                    struct A {
                        a: u8,
                    }
                ),
                "`#[data_model]` derives `Serialize`: leave it out here",
            ),
        ] {
            let told = printed(quote!(), item);
            assert!(told.contains(message), "{told}");
        }
        let told = printed(
            quote!(craet = other),
            quote!(
                struct A {
                    a: u8,
                }
            ),
        );
        assert!(
            told.contains("there is no option `craet`: did you mean `crate`?"),
            "{told}"
        );
    }
}
