//! Reads `name = value, …`, the inside of an attribute, and keeps going after a mistake.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Expr, ExprLit, ExprTuple, ExprUnary, Lit, LitBool, LitStr, Path, Token, UnOp,
    ext::IdentExt,
    parenthesized,
    parse::{Parse, ParseStream, Parser},
    token::Paren,
};

use crate::errors::{Errors, suggestion};

/// An option that may be given: its name, and how it is written.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) name: &'static str,
    /// One use, for messages; it also says how the option is written: `queue = false` takes a value,
    /// `batch` none, `cache(max = 128)` may have options of its own.
    pub(crate) example: &'static str,
}

impl Known {
    /// Whether its name alone says `true`.
    fn stands_alone(&self) -> bool {
        self.example == self.name || self.has_options()
    }

    fn has_options(&self) -> bool {
        self.example[self.name.len()..].starts_with('(')
    }
}

/// An option as it was written.
pub(crate) struct Given {
    pub(crate) name: Ident,
    pub(crate) value: Expr,
    /// The options of its own, in parentheses.
    pub(crate) inside: Option<TokenStream>,
    example: &'static str,
}

/// The options of one attribute: known ones, each at most once.
pub(crate) struct Options(Vec<Given>);

impl Options {
    /// Reads them all; whatever is unknown, given twice or malformed goes to `errors`.
    pub(crate) fn read(attr: TokenStream, known: &[Known], errors: &mut Errors) -> Self {
        let mut options = Vec::<Given>::new();
        let read = |input: ParseStream| {
            while !input.is_empty() {
                match one(input, known) {
                    Ok(given) if options.iter().any(|other| other.name == given.name) => {
                        let name = &given.name;
                        errors.at(
                            name,
                            format!("`{name}` is given twice: keep one of the two"),
                        );
                    }
                    Ok(given) => options.push(given),
                    Err(error) => {
                        errors.push(error);
                        skip_to_comma(input);
                    }
                }
                comma(input, errors);
            }
            Ok(())
        };
        let read = read.parse2(attr);
        errors.ok(read);
        Self(options)
    }

    /// The option of that name, if it was given.
    pub(crate) fn take(&mut self, name: &str) -> Option<Given> {
        let place = self.0.iter().position(|given| given.name == name)?;
        Some(self.0.swap_remove(place))
    }

    /// The path of the crate, when it goes by another name than `::vetrina`.
    pub(crate) fn krate(&mut self, errors: &mut Errors) -> Path {
        let given = self.take("crate").and_then(|given| match given.value {
            Expr::Path(path) if path.qself.is_none() => Some(path.path),
            _ => given.refuse("is a path", errors),
        });
        given.unwrap_or_else(|| syn::parse_quote!(::vetrina))
    }
}

fn one(input: ParseStream, known: &[Known]) -> syn::Result<Given> {
    if !input.peek(Ident::peek_any) {
        let example = known.first().map_or("", |known| known.example);
        return Err(input.error(format!("options are written by name, as in `{example}`")));
    }
    let name = input.call(Ident::parse_any)?;
    let word = name.unraw().to_string();
    let Some(option) = known.iter().find(|known| known.name == word) else {
        let names: Vec<_> = known.iter().map(|known| known.name).collect();
        let mend = suggestion(&word, &names);
        return Err(syn::Error::new(
            name.span(),
            format!("no option is named `{word}`: {mend}"),
        ));
    };
    let example = option.example;
    if option.has_options() && input.peek(Paren) {
        let inside;
        parenthesized!(inside in input);
        let tokens = inside.fork().parse()?;
        let elems = inside.parse_terminated(Expr::parse, Token![,])?;
        let value = Expr::Tuple(ExprTuple {
            attrs: Vec::new(),
            paren_token: Paren::default(),
            elems,
        });
        return Ok(Given {
            name,
            value,
            inside: Some(tokens),
            example,
        });
    }
    if option.stands_alone() && !input.peek(Token![=]) {
        let value = syn::parse_quote_spanned! {name.span()=> true};
        return Ok(Given {
            name,
            value,
            inside: None,
            example,
        });
    }
    if !input.peek(Token![=]) {
        return Err(syn::Error::new(
            name.span(),
            format!("`{word}` needs a value: write `{example}`"),
        ));
    }
    input.parse::<Token![=]>()?;
    let value = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            format!("`{word}` needs a value: write `{example}`"),
        )
    })?;
    Ok(Given {
        name,
        value,
        inside: None,
        example,
    })
}

fn comma(input: ParseStream, errors: &mut Errors) {
    if input.peek(Token![,]) {
        _ = input.parse::<Token![,]>();
    } else if !input.is_empty() {
        errors.push(input.error("put a comma before this"));
        // Another option may begin here; anything else would only repeat the message.
        if !input.peek(Ident::peek_any) {
            skip_to_comma(input);
        }
    }
}

fn skip_to_comma(input: ParseStream) {
    while !input.is_empty() && !input.peek(Token![,]) {
        _ = input.parse::<proc_macro2::TokenTree>();
    }
}

impl Given {
    /// `true` or `false`.
    pub(crate) fn flag(&self, errors: &mut Errors) -> Option<bool> {
        match literal(&self.value) {
            Some(Lit::Bool(LitBool { value, .. })) => Some(*value),
            _ => self.refuse("is `true` or `false`", errors),
        }
    }

    /// A text in quotes.
    pub(crate) fn text(&self, errors: &mut Errors) -> Option<&LitStr> {
        match literal(&self.value) {
            Some(Lit::Str(text)) => Some(text),
            _ => self.refuse("is a text", errors),
        }
    }

    /// A text in quotes, or a macro that makes one: `include_str!("about.md")`.
    pub(crate) fn long_text(self, errors: &mut Errors) -> Option<Expr> {
        match &self.value {
            Expr::Macro(_) => Some(self.value),
            _ => self.text(errors).is_some().then_some(self.value),
        }
    }

    /// Notes what the value should have been.
    pub(crate) fn refuse<T>(&self, what: &str, errors: &mut Errors) -> Option<T> {
        let Self {
            name,
            value,
            example,
            ..
        } = self;
        errors.at(value, format!("`{name}` {what}: write `{example}`"));
        None
    }
}

/// The literal that `value` is.
pub(crate) fn literal(value: &Expr) -> Option<&Lit> {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        // What a `macro_rules!` passes on as `$x:expr` or `$x:literal`.
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// Whether `value` is a number with a minus before it.
pub(crate) fn is_negative(value: &Expr) -> bool {
    matches!(
        value,
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            ..
        })
    )
}

impl ToTokens for Given {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
        self.value.to_tokens(tokens);
    }
}
