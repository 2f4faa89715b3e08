//! The options of the attribute.

use proc_macro2::{Span, TokenStream};
use syn::{
    Expr, Ident, LitStr, Path, Token, Type,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream, Parser},
};

use super::{
    base,
    events::{self, Event},
};
use crate::errors::{Errors, suggestion};

/// Every option with one use of it, for messages.
const KNOWN: [(&str, &str); 13] = [
    ("data_model", "data_model = String"),
    ("kind", "kind = form"),
    ("events", "events(change, \"my_event\")"),
    ("frontend", "frontend = \"my_component.js\""),
    ("styles", "styles = \"my_component.css\""),
    ("server", "server(my_method)"),
    ("streaming", "streaming"),
    ("skip_api", "skip_api"),
    ("wire", "wire = \"my_component\""),
    ("name", "name = \"my_component\""),
    ("base", "base(show_label = false)"),
    ("manual", "manual(preprocess)"),
    ("crate", "crate = vetrina"),
];

const KINDS: [&str; 3] = ["form", "block", "component"];

/// What the macro leaves to the author when asked to.
const MANUAL: [&str; 3] = ["new", "preprocess", "postprocess"];

/// How the component stands among its neighbours.
#[derive(Clone, Copy, Default)]
pub(super) enum Kind {
    Form,
    Block,
    #[default]
    Component,
}

impl Kind {
    pub(super) fn is_block(self) -> bool {
        matches!(self, Self::Block)
    }

    pub(super) fn variant(self) -> Ident {
        let name = match self {
            Self::Form => "Form",
            Self::Block => "Block",
            Self::Component => "Component",
        };
        Ident::new(name, Span::call_site())
    }
}

/// The options, as they were written.
#[derive(Default)]
pub(super) struct Options {
    krate: Option<Path>,
    pub(super) data_model: Option<Type>,
    pub(super) kind: Kind,
    pub(super) events: Vec<Event>,
    pub(super) frontend: Option<LitStr>,
    pub(super) styles: Option<LitStr>,
    pub(super) server: Vec<Ident>,
    pub(super) streaming: bool,
    pub(super) skip_api: bool,
    pub(super) wire: Option<LitStr>,
    pub(super) name: Option<LitStr>,
    pub(super) base: Vec<(Ident, Expr)>,
    manual: Vec<Ident>,
    /// Whether all were understood; if not, one that seems missing may be among the others.
    pub(super) is_complete: bool,
    given: Vec<Ident>,
}

impl Options {
    pub(super) fn read(attr: TokenStream, errors: &mut Errors) -> Self {
        let mut options = Self {
            is_complete: true,
            ..Self::default()
        };
        let read = |input: ParseStream| {
            items(input, errors, |input, errors| options.one(input, errors));
            Ok(())
        };
        let read = read.parse2(attr);
        errors.ok(read);
        options.is_complete &= errors.is_empty();
        options
    }

    /// The crate's path: `::vetrina` unless it goes by another name.
    pub(super) fn krate(&self) -> Path {
        self.krate
            .clone()
            .unwrap_or_else(|| syn::parse_quote!(::vetrina))
    }

    /// Whether the author writes this part.
    pub(super) fn manual(&self, part: &str) -> bool {
        self.manual.iter().any(|written| written == part)
    }

    fn one(&mut self, input: ParseStream, errors: &mut Errors) -> syn::Result<()> {
        let name = word(input, "an option")?;
        let Some((_, example)) = KNOWN.iter().find(|(known, _)| name == known) else {
            let mend = suggestion(&name.to_string(), &KNOWN.map(|(known, _)| known));
            let message = format!("there is no option `{name}`: {mend}");
            return Err(syn::Error::new(name.span(), message));
        };
        if self.given.contains(&name) {
            errors.at(&name, format!("`{name}` is given twice: keep one"));
        }
        self.given.push(name.clone());
        let option = Known { name, example };
        match option.name.to_string().as_str() {
            "data_model" => self.data_model = Some(option.value(input)?),
            "wire" => self.wire = Some(option.text(input, errors)?),
            "name" => self.name = Some(option.text(input, errors)?),
            "crate" => self.krate = Some(option.value(input)?),
            "frontend" => self.frontend = Some(option.file(input, ".js", errors)?),
            "styles" => self.styles = Some(option.file(input, ".css", errors)?),
            "streaming" => self.streaming = option.alone(input)?,
            "skip_api" => self.skip_api = option.alone(input)?,
            "kind" => self.kind = kind(&option.value(input)?)?,
            "events" => option.list(input, errors, |input, errors| {
                events::read(input, &mut self.events, errors)
            })?,
            "server" => option.list(input, errors, |input, errors| self.offer(input, errors))?,
            "base" => option.list(input, errors, |input, errors| {
                base::read(input, &mut self.base, errors)
            })?,
            _ => option.list(input, errors, |input, _| self.leave(input))?,
        }
        Ok(())
    }

    /// A method that the page side may call.
    fn offer(&mut self, input: ParseStream, errors: &mut Errors) -> syn::Result<()> {
        let method = word(input, "a method")?;
        if self.server.contains(&method) {
            errors.at(&method, format!("`{method}` is listed twice"));
        }
        self.server.push(method);
        Ok(())
    }

    fn leave(&mut self, input: ParseStream) -> syn::Result<()> {
        let part = word(input, "a method")?;
        if !MANUAL.iter().any(|known| part == known) {
            let mend = suggestion(&part.to_string(), &MANUAL);
            let message = format!("`{part}` cannot be left to you: {mend}");
            return Err(syn::Error::new(part.span(), message));
        }
        self.manual.push(part);
        Ok(())
    }
}

/// Reads things parted by commas; a mistake in one costs only that one.
fn items(
    input: ParseStream,
    errors: &mut Errors,
    mut one: impl FnMut(ParseStream, &mut Errors) -> syn::Result<()>,
) {
    while !input.is_empty() {
        if let Err(error) = one(input, errors) {
            errors.push(error);
            while !input.is_empty() && !input.peek(Token![,]) {
                _ = input.parse::<proc_macro2::TokenTree>();
            }
        }
        if !input.is_empty()
            && let Err(error) = input.parse::<Token![,]>()
        {
            errors.push(syn::Error::new(error.span(), "put a comma before this"));
        }
    }
}

/// An option that was given, and how it is written.
struct Known {
    name: Ident,
    example: &'static str,
}

impl Known {
    /// `name(one, two)`.
    fn list(
        &self,
        input: ParseStream,
        errors: &mut Errors,
        one: impl FnMut(ParseStream, &mut Errors) -> syn::Result<()>,
    ) -> syn::Result<()> {
        if !input.peek(syn::token::Paren) {
            return Err(self.misspelt(self.name.span()));
        }
        let inside;
        parenthesized!(inside in input);
        items(&inside, errors, one);
        Ok(())
    }

    /// `name = value`.
    fn value<T: Parse>(&self, input: ParseStream) -> syn::Result<T> {
        if !input.peek(Token![=]) {
            return Err(self.misspelt(self.name.span()));
        }
        input.parse::<Token![=]>()?;
        input.parse().map_err(|error| self.misspelt(error.span()))
    }

    /// `name`, and nothing after it.
    fn alone(&self, input: ParseStream) -> syn::Result<bool> {
        if input.is_empty() || input.peek(Token![,]) {
            return Ok(true);
        }
        Err(self.misspelt(self.name.span()))
    }

    fn text(&self, input: ParseStream, errors: &mut Errors) -> syn::Result<LitStr> {
        let text: LitStr = self.value(input)?;
        let value = text.value();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if value.is_empty() || !value.bytes().all(plain) {
            let Self { name, example } = self;
            errors.at(
                &text,
                format!("`{name}` has small letters, digits and `_` only: `{example}`"),
            );
        }
        Ok(text)
    }

    /// A file beside the one the component stands in.
    fn file(
        &self,
        input: ParseStream,
        extension: &str,
        errors: &mut Errors,
    ) -> syn::Result<LitStr> {
        let path: LitStr = self.value(input)?;
        if !path.value().ends_with(extension) {
            let Self { name, example } = self;
            errors.at(
                &path,
                format!("`{name}` is a file whose name ends in `{extension}`: `{example}`"),
            );
        }
        Ok(path)
    }

    fn misspelt(&self, at: Span) -> syn::Error {
        let Self { name, example } = self;
        syn::Error::new(at, format!("`{name}` is written `{example}`"))
    }
}

pub(super) fn word(input: ParseStream, what: &str) -> syn::Result<Ident> {
    if input.peek(Ident::peek_any) {
        return input.call(Ident::parse_any);
    }
    Err(input.error(format!("expected the name of {what}")))
}

fn kind(word: &Ident) -> syn::Result<Kind> {
    match word.to_string().as_str() {
        "form" => Ok(Kind::Form),
        "block" => Ok(Kind::Block),
        "component" => Ok(Kind::Component),
        other => Err(syn::Error::new(
            word.span(),
            format!("there is no kind `{other}`: {}", suggestion(other, &KINDS)),
        )),
    }
}
