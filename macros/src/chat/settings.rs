//! The options of `#[chat(…)]`: those of an endpoint, and its own.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, parse_quote};

use crate::{
    endpoint::{Examples, Settings as Endpoint},
    errors::Errors,
    func::at,
    options::{Given, Known, Options},
};

const OWN: &[Known] = &[
    Known {
        name: "additional_inputs_accordion",
        example: r#"additional_inputs_accordion = "Settings""#,
    },
    Known {
        name: "autofocus",
        example: "autofocus = false",
    },
    Known {
        name: "autoscroll",
        example: "autoscroll = false",
    },
    Known {
        name: "chatbot",
        example: "chatbot = Chatbot::new()",
    },
    Known {
        name: "editable",
        example: "editable = true",
    },
    Known {
        name: "examples",
        example: r#"examples = ["Hello", "Hola"]"#,
    },
    Known {
        name: "fill_height",
        example: "fill_height = false",
    },
    Known {
        name: "fill_width",
        example: "fill_width = true",
    },
    Known {
        name: "run_examples_on_click",
        example: "run_examples_on_click = false",
    },
    Known {
        name: "save_history",
        example: "save_history = true",
    },
    Known {
        name: "stop_btn",
        example: "stop_btn = false",
    },
    Known {
        name: "submit_btn",
        example: r#"submit_btn = "Send""#,
    },
];

/// What is said of an endpoint and of a chat alike.
const OF_BOTH: &[&str] = &[
    "api_name",
    "api_visibility",
    "blocking",
    "cache_examples",
    "concurrency_id",
    "concurrency_limit",
    "crate",
    "description",
    "example_labels",
    "examples_per_page",
    "flagging",
    "flagging_dir",
    "flagging_options",
    "mcp",
    "output",
    "outputs",
    "queue",
    "show_api",
    "time_limit",
    "title",
    "validator",
];

/// What the options mean.
pub(crate) struct Settings {
    pub(crate) endpoint: Endpoint,
    pub(crate) chat: Chat,
}

/// What is printed of the chat's own options: its fields, each with its value.
pub(crate) struct Chat(TokenStream);

impl ToTokens for Chat {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

impl Settings {
    pub(crate) fn read(attr: TokenStream, errors: &mut Errors) -> Self {
        let theirs = Endpoint::known().filter(|known| OF_BOTH.contains(&known.name));
        let known: Vec<_> = OWN.iter().copied().chain(theirs).collect();
        let mut options = Options::read(attr, &known, errors);
        let mut fields = TokenStream::new();
        for name in [
            "autofocus",
            "autoscroll",
            "editable",
            "fill_height",
            "fill_width",
            "run_examples_on_click",
            "save_history",
        ] {
            let flag = options
                .take(name)
                .and_then(|given| field_of_flag(&given, errors));
            fields.extend(flag);
        }
        if let Some(given) = options.take("additional_inputs_accordion")
            && let Some(text) = given.text(errors)
        {
            fields.extend(quote! { accordion: #text, });
        }
        for name in ["stop_btn", "submit_btn"] {
            if let Some(Given { name, value, .. }) = options.take(name) {
                fields.extend(quote_spanned! {at(&value)=> #name: __v::Into::into(#value), });
            }
        }
        if let Some(Given { value, .. }) = options.take("chatbot") {
            fields.extend(quote_spanned! {at(&value)=> chatbot: __v::Some(#value), });
        }
        let examples = options.take("examples");
        let rows = examples.as_ref().and_then(|given| rows(&given.value));
        if let (Some(Given { value, .. }), None) = (&examples, &rows) {
            fields.extend(said(value));
        }
        let mut endpoint = Endpoint::of(&mut options, errors);
        endpoint.examples = rows.map(Examples::Rows);
        Self {
            endpoint,
            chat: Chat(fields),
        }
    }
}

fn field_of_flag(given: &Given, errors: &mut Errors) -> Option<TokenStream> {
    let (name, flag) = (&given.name, given.flag(errors)?);
    Some(quote! { #name: #flag, })
}

/// Rows of values for the message and for what comes after what was said before, if that is what they are.
fn rows(value: &Expr) -> Option<Vec<Expr>> {
    let Expr::Array(rows) = value else {
        return None;
    };
    let mut rows: Vec<_> = rows.elems.iter().cloned().collect();
    let mut are_rows = false;
    for row in &mut rows {
        if let Expr::Tuple(row) = row {
            are_rows = true;
            if row.elems.len() > 1 {
                row.elems.insert(1, parse_quote! { _ });
            }
        }
    }
    are_rows.then_some(rows)
}

/// Messages to begin with.
fn said(value: &Expr) -> TokenStream {
    quote_spanned! {at(value)=> examples: __v::ChatSettings::examples(#value), }
}
