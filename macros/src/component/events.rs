//! The names of events.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, LitStr, Path, Token, ext::IdentExt, parse::ParseStream};

use super::Model;
use crate::errors::{Errors, suggestion};

/// The events that many components share; any other name is written as a string, so that a slip in
/// one of these is not taken for a new one.
const COMMON: [&str; 36] = [
    "apply",
    "blur",
    "change",
    "clear",
    "click",
    "collapse",
    "copy",
    "delete",
    "double_click",
    "download",
    "edit",
    "end",
    "example_select",
    "expand",
    "focus",
    "input",
    "key_up",
    "like",
    "load",
    "option_select",
    "pause",
    "pause_recording",
    "play",
    "preview_close",
    "preview_open",
    "release",
    "retry",
    "select",
    "start_recording",
    "stop",
    "stop_recording",
    "stream",
    "submit",
    "tick",
    "undo",
    "upload",
];

/// An event as it was written.
pub(super) struct Event {
    pub(super) name: LitStr,
    /// `Events::Change`, which the compiler looks up.
    member: Option<Path>,
}

/// Reads one event and adds it.
pub(super) fn read(
    input: ParseStream,
    events: &mut Vec<Event>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let event = if input.peek2(Token![::]) || input.peek(Token![::]) {
        member(input.parse()?)?
    } else {
        Event {
            name: name(input)?,
            member: None,
        }
    };
    let name = event.name.value();
    if events.iter().any(|other| other.name.value() == name) {
        errors.at(&event.name, format!("the event `{name}` is listed twice"));
    }
    events.push(event);
    Ok(())
}

/// `Events::KeyUp` is `key_up`.
fn member(path: Path) -> syn::Result<Event> {
    let variant = path.segments.last().map(|last| last.ident.clone());
    let Some(variant) = variant else {
        return Err(syn::Error::new_spanned(
            path,
            "expected a member of `Events`",
        ));
    };
    let mut name = String::new();
    for letter in variant.unraw().to_string().chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    Ok(Event {
        name: LitStr::new(&name, variant.span()),
        member: Some(path),
    })
}

/// A word that is a common event, or a string.
fn name(input: ParseStream) -> syn::Result<LitStr> {
    if input.peek(Ident::peek_any) {
        let word = input.call(Ident::parse_any)?;
        let name = word.unraw().to_string();
        if !COMMON.contains(&name.as_str()) {
            let mend = match suggestion(&name, &COMMON) {
                near if near.starts_with("did") => {
                    format!("{near} A new one is a string: \"{name}\"")
                }
                _ => format!("write a new one as a string: \"{name}\""),
            };
            return Err(syn::Error::new(
                word.span(),
                format!("`{name}` is no common event: {mend}"),
            ));
        }
        Ok(LitStr::new(&name, word.span()))
    } else {
        let name: LitStr = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "an event is a word, or a string if it is your own",
            )
        })?;
        if syn::parse_str::<Ident>(&name.value()).is_err()
            || name.value() != name.value().to_lowercase()
        {
            return Err(syn::Error::new(
                name.span(),
                "an event has a name that a method can have: small letters, digits and `_`, no keyword",
            ));
        }
        Ok(name)
    }
}

/// A method per event, for handles to the component.
pub(super) fn methods(model: &Model) -> TokenStream {
    let component = &model.name;
    let members = model.options.events.iter().filter_map(|event| {
        let member = event.member.as_ref()?;
        Some(quote!(const _: __c::Events = #member;))
    });
    let methods = model.options.events.iter().map(|event| {
        let name = event.name.value();
        let method = format_ident!("{name}", span = event.name.span());
        let docs = format!(
            "Runs `function` on `{name}`, with the values of `inputs`, and shows its result in `outputs`."
        );
        quote! {
            #[doc = #docs]
            #[track_caller]
            pub fn #method<__F, __A, __K, __H, __I, __O>(
                &self,
                function: __F,
                inputs: __I,
                outputs: __O,
            ) -> __v::Listener
            where
                __F: __v::Function<__A, __K>,
                __I: __v::Inputs<__A>,
                __O: __v::Outputs<__F::Value, __H>,
                __A: 'static,
                __K: 'static,
            {
                self.#method.run(function, inputs, outputs)
            }
        }
    });
    let names = || model.options.events.iter().map(|event| &event.name);
    let fields = names().map(|event| {
        let docs = format!("The event `{}`, for `Ui::on`.", event.value());
        let field = format_ident!("{}", event.value(), span = event.span());
        quote!(#[doc = #docs] pub #field: __v::Trigger,)
    });
    let made = names().map(|event| {
        let field = format_ident!("{}", event.value(), span = event.span());
        quote!(#field: __v::Trigger::new(&__origin, #event),)
    });
    let docs = format!("The events of a [`{component}`] on a page.");
    quote! {
        #[doc = #docs]
        #[derive(__v::Debug)]
        pub struct __Events {
            #(#fields)*
        }
        impl __v::From<__c::Origin> for __Events {
            fn from(__origin: __c::Origin) -> Self {
                Self { #(#made)* }
            }
        }
        impl __Events {
            #(#methods)*
        }
        #(#members)*
    }
}
