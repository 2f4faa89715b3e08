//! `mcp = false` and `mcp(…)`: what a function is to programs that speak MCP.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, Lit, LitStr};

use crate::{
    errors::{Errors, suggestion},
    options::{Given, literal},
};

const KNOWN: &[&str] = &[
    "tool",
    "resource",
    "prompt",
    "mime_type",
    "name",
    "description",
];

/// What was said.
#[derive(Default)]
pub(crate) struct Mcp {
    role: Role,
    mime_type: Option<LitStr>,
    name: Option<LitStr>,
    description: Option<LitStr>,
}

#[derive(Default)]
enum Role {
    #[default]
    Tool,
    Resource(LitStr),
    Prompt,
    None,
}

impl Mcp {
    pub(crate) fn read(given: &Given, errors: &mut Errors) -> Option<Self> {
        let Expr::Tuple(said) = &given.value else {
            return match literal(&given.value) {
                Some(Lit::Bool(flag)) if flag.value => Some(Self::default()),
                Some(Lit::Bool(_)) => Some(Self {
                    role: Role::None,
                    ..Self::default()
                }),
                _ => given.refuse("is `false`, or says more in parentheses", errors),
            };
        };
        let mut mcp = Self::default();
        let mut roles = 0;
        for item in &said.elems {
            roles += usize::from(mcp.say(item, errors));
        }
        if roles > 1 {
            errors.at(
                &given.name,
                "a function is one of `tool`, `resource` and `prompt`: keep one",
            );
        }
        if let (Some(mime_type), false) = (&mcp.mime_type, matches!(mcp.role, Role::Resource(_))) {
            errors.at(
                mime_type,
                "`mime_type` is that of a `resource`: leave it out",
            );
        }
        Some(mcp)
    }

    /// Takes one of the things that are said; tells whether it is a role.
    fn say(&mut self, item: &Expr, errors: &mut Errors) -> bool {
        let (name, value) = match item {
            Expr::Assign(pair) => (&*pair.left, Some(&*pair.right)),
            word => (word, None),
        };
        let word = match name {
            Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
            _ => None,
        };
        let text = value.and_then(|value| match literal(value) {
            Some(Lit::Str(text)) => Some(text.clone()),
            _ => None,
        });
        match (word.as_deref(), value, text) {
            (Some("tool"), None, _) => return true,
            (Some("prompt"), None, _) => {
                self.role = Role::Prompt;
                return true;
            }
            (Some("resource"), Some(_), Some(uri)) => {
                self.role = Role::Resource(uri);
                return true;
            }
            (Some("mime_type"), Some(_), text @ Some(_)) => self.mime_type = text,
            (Some("name"), Some(_), text @ Some(_)) => self.name = text,
            (Some("description"), Some(_), text @ Some(_)) => self.description = text,
            (Some(word @ ("tool" | "prompt")), ..) => {
                errors.at(item, format!("`{word}` takes no value"));
            }
            (Some(word), ..) if KNOWN.contains(&word) => {
                errors.at(item, format!("`{word}` is a text: write `{word} = \"…\"`"));
            }
            (word, ..) => {
                let mend = suggestion(word.unwrap_or_default(), KNOWN);
                errors.at(item, format!("`mcp` does not know this: {mend}"));
            }
        }
        false
    }

    /// Whether the address of a resource names what the function takes.
    pub(crate) fn check(&self, params: &[&str], errors: &mut Errors) {
        let Role::Resource(uri) = &self.role else {
            return;
        };
        let text = uri.value();
        let scheme = text.split_once("://").map(|(scheme, _)| scheme);
        let fits = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
        if !scheme.is_some_and(|it| !it.is_empty() && it.chars().all(fits)) {
            errors.at(
                uri,
                "the address of a resource begins with a scheme: `notes://{name}`",
            );
        }
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                return errors.at(uri, "close the brace: `notes://{name}`");
            };
            if !params.contains(&name) {
                let mend = suggestion(name, params);
                errors.at(uri, format!("no parameter is named `{name}`: {mend}"));
            }
            rest = after;
        }
    }

    pub(crate) fn print(&self) -> TokenStream {
        let role = match &self.role {
            Role::Tool => quote! { __v::McpRole::Tool },
            Role::Prompt => quote! { __v::McpRole::Prompt },
            Role::None => quote! { __v::McpRole::None },
            Role::Resource(uri) => {
                let mime_type = optional(self.mime_type.as_ref());
                quote! { __v::McpRole::Resource { uri: #uri, mime_type: #mime_type } }
            }
        };
        let (name, description) = (self.name.as_ref(), self.description.as_ref());
        let (name, description) = (optional(name), optional(description));
        quote! { __v::Mcp { role: #role, name: #name, description: #description } }
    }
}

fn optional(text: Option<&LitStr>) -> TokenStream {
    text.map_or_else(|| quote! { __v::None }, |text| quote! { __v::Some(#text) })
}
