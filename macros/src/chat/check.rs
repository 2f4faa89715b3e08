//! Says what is wrong with a function as a chat, beyond what is wrong with it as an endpoint.

use syn::ReturnType;

use crate::{endpoint::Model, errors::Errors};

const WANTED: &str =
    "a chat is a function like `fn answer(message: String, history: Vec<Message>) -> String`";

pub(crate) fn check(model: &Model<'_>, errors: &mut Errors) {
    let sig = &model.func.sig;
    let missing = match sig.inputs.len() {
        0 => Some("take the message, and what was said before"),
        1 => Some("take what was said before as the second parameter"),
        _ => None,
    };
    if let Some(missing) = missing {
        errors.at(&sig.ident, format!("{WANTED}: {missing}"));
    }
    for param in model.params.iter().take(2) {
        if let Some(default) = &param.default {
            errors.at(
                default,
                "a message and what was said before have no default: leave it out",
            );
        }
    }
    if let Some(input) = model.params.get(1).and_then(|param| param.input.as_ref()) {
        errors.at(
            input,
            "what was said before comes from the conversation: name that in `#[chat(chatbot = …)]`",
        );
    }
    if model.returns.values.count() == 0 && errors.is_empty() {
        match &sig.output {
            ReturnType::Type(_, ty) => errors.at(ty, format!("{WANTED}: answer something")),
            ReturnType::Default => errors.at(&sig.ident, format!("{WANTED}: answer something")),
        }
    }
}
