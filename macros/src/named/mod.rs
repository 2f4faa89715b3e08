//! `#[derive(Inputs)]` and `#[derive(Outputs)]`: the values of a function by name, each with its
//! component.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Field, Fields, Ident, Visibility, ext::IdentExt};

use crate::errors::Errors;

/// As many values as a tuple of components may have.
const MOST_INPUTS: usize = 10;
const MOST_OUTPUTS: usize = 12;

struct Model<'a> {
    name: &'a Ident,
    vis: &'a Visibility,
    fields: Vec<&'a Field>,
}

pub(crate) fn inputs(item: TokenStream) -> TokenStream {
    expand(item, MOST_INPUTS, print_inputs)
}

pub(crate) fn outputs(item: TokenStream) -> TokenStream {
    expand(item, MOST_OUTPUTS, print_outputs)
}

fn expand(item: TokenStream, most: usize, print: fn(&Model) -> TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.ok(syn::parse2::<DeriveInput>(item)) else {
        return errors.beside(TokenStream::new());
    };
    match check(&input, most, &mut errors) {
        Some(model) if errors.is_empty() => print(&model),
        _ => errors.beside(TokenStream::new()),
    }
}

fn check<'a>(input: &'a DeriveInput, most: usize, errors: &mut Errors) -> Option<Model<'a>> {
    let Data::Struct(data) = &input.data else {
        errors.at(
            &input.ident,
            "values that go by their names are a struct with named fields",
        );
        return None;
    };
    let Fields::Named(fields) = &data.fields else {
        errors.at(
            &input.ident,
            "name the fields: each is the value of a component",
        );
        return None;
    };
    if let Some(parameter) = input.generics.params.first() {
        errors.at(
            parameter,
            "leave this out: components give and show types that are known",
        );
    }
    let fields: Vec<_> = fields.named.iter().collect();
    if fields.len() > most {
        let count = fields.len();
        errors.at(
            &input.ident,
            format!("{count} fields are more than a function can have here: at most {most}"),
        );
    }
    Some(Model {
        name: &input.ident,
        vis: &input.vis,
        fields,
    })
}

/// The struct of handles, with a type for each.
fn handles(model: &Model, suffix: &str, docs: &str) -> (Ident, TokenStream) {
    let name = format_ident!("{}{suffix}", model.name);
    let types: Vec<_> = numbered("T", model.fields.len()).collect();
    let fields = model.fields.iter().zip(&types).map(|(field, ty)| {
        let (vis, name) = (&field.vis, &field.ident);
        let text = name.as_ref().map(|name| name.unraw().to_string());
        let docs = format!("The component of `{}`.", text.unwrap_or_default());
        quote!(#[doc = #docs] #vis #name: #ty,)
    });
    let vis = model.vis;
    let the_struct = quote! {
        #[doc = #docs]
        #vis struct #name<#(#types),*> {
            #(#fields)*
        }
    };
    (name, the_struct)
}

fn print_inputs(model: &Model) -> TokenStream {
    let name = model.name;
    let docs = format!("The components that give a [`{name}`], by name.");
    let (handles, the_struct) = handles(model, "Inputs", &docs);
    let components: Vec<_> = numbered("C", model.fields.len()).collect();
    let fields: Vec<_> = model.fields.iter().map(|field| &field.ident).collect();
    let types = model.fields.iter().map(|field| &field.ty);
    quote! {
        #the_struct
        const _: () = {
            use ::vetrina::__private as __v;
            #[automatically_derived]
            impl<#(#components: __v::Preprocess<#types>),*> __v::Inputs<(#name,)>
                for #handles<#(&__v::Handle<#components>),*>
            {
                fn ids(&self) -> __v::Vec<usize> {
                    __v::Vec::from([#(self.#fields.id()),*])
                }
                fn take(&self) -> __v::Take<(#name,)> {
                    __v::take_named((#(self.#fields,)*), |(#(#fields,)*)| #name { #(#fields),* })
                }
            }
        };
    }
}

fn print_outputs(model: &Model) -> TokenStream {
    let name = model.name;
    let docs = format!("The components that show a [`{name}`], by name.");
    let (handles, the_struct) = handles(model, "Outputs", &docs);
    let components: Vec<_> = numbered("C", model.fields.len()).collect();
    let ways: Vec<_> = numbered("H", model.fields.len()).collect();
    let fields: Vec<_> = model.fields.iter().map(|field| &field.ident).collect();
    let types: Vec<_> = model.fields.iter().map(|field| &field.ty).collect();
    quote! {
        #the_struct
        const _: () = {
            use ::vetrina::__private as __v;
            #[automatically_derived]
            impl<#(#ways,)* #(#components: __v::Shows<#types, #ways>),*>
                __v::Outputs<#name, __v::Each<(#(#ways,)*)>> for #handles<#(&__v::Handle<#components>),*>
            {
                fn ids(&self) -> __v::Vec<usize> {
                    __v::Vec::from([#(self.#fields.id()),*])
                }
                fn show(&self) -> __v::Show<#name> {
                    __v::show_named((#(self.#fields,)*), |__shown: #name| (#(__shown.#fields,)*))
                }
                fn updates(&self) -> bool {
                    __v::updates_named::<(#(#types,)*), __v::Each<(#(#ways,)*)>>(&(#(self.#fields,)*))
                }
            }
            #[automatically_derived]
            impl __v::Outcome for #name {
                type Value = Self;
                fn settle(self) -> __v::Result<Self, __v::Failure> {
                    __v::Ok(self)
                }
            }
        };
    }
}

/// `__T0`, `__T1`, …
fn numbered(letter: &'static str, count: usize) -> impl Iterator<Item = Ident> {
    (0..count).map(move |number| format_ident!("__{letter}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_component() {
        let printed = inputs(quote!(
            struct Person {
                name: String,
                age: u8,
            }
        ));
        let printed = printed.to_string();
        assert!(
            printed.contains("struct PersonInputs < __T0 , __T1 >"),
            "{printed}"
        );
        assert!(
            printed.contains("__C1 : __v :: Preprocess < u8 >"),
            "{printed}"
        );
    }

    #[test]
    fn mistakes_are_told_with_the_mend() {
        for (item, message) in [
            (
                quote!(
                    enum A {
                        B,
                    }
                ),
                "a struct with named fields",
            ),
            (
                quote!(
                    struct A(u8);
                ),
                "name the fields",
            ),
            (
                quote!(
                    struct A<T> {
                        a: T,
                    }
                ),
                "leave this out",
            ),
        ] {
            for told in [inputs(item.clone()), outputs(item)] {
                assert!(told.to_string().contains(message), "{told}");
            }
        }
        let many = (0..11).map(|n| format_ident!("f{n}"));
        let told = inputs(quote!(struct A { #(#many: u8),* })).to_string();
        assert!(
            told.contains("11 fields are more than a function can have here: at most 10"),
            "{told}"
        );
    }
}
