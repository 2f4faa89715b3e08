//! Says what is wrong with a function as a page, and finds the type of its `Ui`.

use quote::ToTokens;
use syn::{FnArg, ReturnType, Type};

use crate::{errors::Errors, func::Func};

const WANTED: &str = "a page is put together by a function like `fn flipper(ui: &mut Ui)`";

pub(crate) fn check<'a>(func: &'a Func, errors: &mut Errors) -> Option<&'a Type> {
    let sig = &func.sig;
    let mut refuse = |tokens: &dyn ToTokens, mend: &str| {
        errors.at(tokens.to_token_stream(), format!("{WANTED}: {mend}"));
    };
    if let Some(qualifier) = &sig.asyncness {
        refuse(
            qualifier,
            "leave `async` out; it runs once, when the app is built",
        );
    }
    if let Some(qualifier) = &sig.unsafety {
        refuse(qualifier, "leave `unsafe` out");
    }
    if let Some(abi) = &sig.abi {
        refuse(abi, "leave this out");
    }
    if let Some(param) = sig.generics.params.first() {
        refuse(param, "leave this out");
    }
    if let ReturnType::Type(_, ty) = &sig.output
        && !matches!(**ty, Type::Tuple(ref unit) if unit.elems.is_empty())
    {
        refuse(&**ty, "leave the result out; `ui` keeps what is added");
    }
    let mut params = sig.inputs.iter();
    let ui = match params.next() {
        None => {
            refuse(&sig.ident, "take `ui: &mut Ui`");
            None
        }
        Some(FnArg::Receiver(receiver)) => {
            refuse(
                &receiver.self_token,
                "move it out of its `impl`, and take `ui` for `self`",
            );
            None
        }
        Some(FnArg::Typed(param)) => match &*param.ty {
            Type::Reference(reference) if reference.mutability.is_some() => Some(&*param.ty),
            other => {
                refuse(other, "take `&mut Ui`");
                None
            }
        },
    };
    for surplus in params {
        refuse(
            surplus,
            "leave this parameter out; what runs on an event is an endpoint",
        );
    }
    ui
}
