//! `#[component]`: a struct of props becomes a part of the page.

mod attribute;
mod base;
mod events;
mod expand;
mod frontend;
mod props;
mod server;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::{Attribute, Ident, ItemStruct, Path, Token, Visibility, punctuated::Punctuated};

use crate::errors::Errors;
use attribute::Options;
use props::Prop;

/// What the author wrote.
struct Model {
    attrs: Vec<Attribute>,
    vis: Visibility,
    name: Ident,
    options: Options,
    props: Vec<Prop>,
}

pub(crate) fn expand(attr: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = Options::read(attr, &mut errors);
    let Some(item) = errors.ok(syn::parse2::<ItemStruct>(item.clone()).map_err(|error| {
        syn::Error::new(
            error.span(),
            "a component is a struct of props: `pub struct Stars { pub count: u8 }`",
        )
    })) else {
        return errors.beside(item);
    };
    match Model::new(item.clone(), options, &mut errors) {
        Some(model) if errors.is_empty() => expand::print(&model),
        // On a mistake the struct stays, so the only errors shown are ours.
        _ => errors.beside(props::without_prop_attributes(item)),
    }
}

/// Where a trait of this name is derived.
pub(crate) fn derives(attrs: &[Attribute], name: &str) -> Vec<Path> {
    let derives = attrs.iter().filter(|attr| attr.path().is_ident("derive"));
    derives
        .filter_map(|derive| {
            derive
                .parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
                .ok()
        })
        .flatten()
        .filter(|path| path.segments.last().is_some_and(|last| last.ident == name))
        .collect()
}

impl Model {
    fn new(item: ItemStruct, options: Options, errors: &mut Errors) -> Option<Self> {
        if !item.generics.params.is_empty() {
            errors.at(
                &item.generics,
                "a component has no parameters of its own: name the types it works with",
            );
        }
        let props = props::read(item.fields, errors)?;
        let model = Self {
            attrs: item.attrs,
            vis: item.vis,
            name: item.ident,
            options,
            props,
        };
        model.check(errors);
        Some(model)
    }

    /// What is right alone, but not together.
    fn check(&self, errors: &mut Errors) {
        for derived in derives(&self.attrs, "Default") {
            errors.at(
                derived,
                "`#[component]` derives `Default`: leave it out here, and say where a prop starts by \
                 `#[prop(default = …)]`",
            );
        }
        let is_block = self.options.kind.is_block();
        if self.options.data_model.is_none() && !is_block && self.options.is_complete {
            errors.at(
                &self.name,
                "what travels between the page and the server? Write `#[component(data_model = Type)]`, \
                 with `String`, a number, or a struct with `#[data_model]`; a component that only holds \
                 others is `kind = block`",
            );
        }
        if is_block && self.options.streaming {
            errors.at(
                &self.name,
                "a block has no value that could come in chunks: leave `streaming` out",
            );
        }
        if let (None, Some(styles)) = (&self.options.frontend, &self.options.styles) {
            errors.at(
                styles,
                "styles come with a page side: add `frontend = \"….js\"`, or set the rules in the app's own style sheet",
            );
        }
        if self.options.manual("new")
            && let Some(prop) = self.props.iter().find(|prop| prop.is_required())
        {
            errors.at(
                &prop.name,
                "a required prop is a parameter of the derived `new`, but `new` is written by hand: \
                 give the prop a default, or take `new` out of `manual(…)`",
            );
        }
    }

    /// Its type in the config.
    fn wire(&self) -> String {
        let given = self.options.wire.as_ref().map(syn::LitStr::value);
        given.unwrap_or_else(|| self.name.to_string().to_lowercase())
    }
}
