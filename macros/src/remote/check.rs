//! Says what is wrong with a function as one that runs elsewhere.

use quote::ToTokens;
use syn::{Expr, FnArg, Ident, LitStr, Pat, Path, ReturnType, Type, ext::IdentExt};

use super::parse::Settings;
use crate::{
    endpoint::{Flow, good_part, sequence},
    errors::Errors,
    func::{Func, typed},
};

/// What the user meant.
pub(crate) struct Model<'a> {
    pub(crate) func: &'a Func,
    pub(crate) url: Expr,
    pub(crate) api_name: LitStr,
    pub(crate) krate: Path,
    pub(crate) params: Vec<(&'a Ident, &'a Type)>,
    pub(crate) flow: Flow,
    /// What it gives when all goes well.
    pub(crate) good: &'a Type,
    /// What it gives each time, the mistakes included.
    pub(crate) outcome: &'a Type,
}

const CAN_FAIL: &str = "a call that leaves the program can fail";

pub(crate) fn check<'a>(
    func: &'a Func,
    settings: Settings,
    errors: &mut Errors,
) -> Option<Model<'a>> {
    let sig = &func.sig;
    if let Some(body) = func.body() {
        errors.at(
            body,
            "what runs is at the other end: put a semicolon in place of the body",
        );
    }
    for (qualifier, what) in [
        (
            sig.unsafety.as_ref().map(ToTokens::to_token_stream),
            "unsafe",
        ),
        (
            sig.constness.as_ref().map(ToTokens::to_token_stream),
            "const",
        ),
        (sig.abi.as_ref().map(ToTokens::to_token_stream), "extern"),
    ] {
        if let Some(tokens) = qualifier {
            errors.at(
                tokens,
                format!("a call to another program is no `{what}` function: leave this out"),
            );
        }
    }
    let params = sig.inputs.iter().filter_map(|param| named(param, errors));
    let params = params.collect();
    let ReturnType::Type(_, returned) = &sig.output else {
        let name = &sig.ident;
        errors.at(
            name,
            format!("{CAN_FAIL}: write `-> vetrina::client::Result<()>`"),
        );
        return None;
    };
    let (flow, outcome) = match sequence(returned) {
        Some((Flow::Stream, Some(item))) => (Flow::Stream, item),
        Some((Flow::Stream, None)) => {
            let mend = "say what it gives: `impl Stream<Item = vetrina::client::Result<String>>`";
            errors.at(returned, mend);
            return None;
        }
        Some(_) => {
            let mend = "results come when the app has them: write `impl Stream` in place of this";
            errors.at(returned, mend);
            return None;
        }
        None => (Flow::Once, &**returned),
    };
    match (flow, &sig.asyncness) {
        (Flow::Once, None) => errors.at(sig.fn_token, "an answer takes its time: write `async fn`"),
        (Flow::Stream, Some(asyncness)) => errors.at(
            asyncness,
            "a stream begins with its first item: leave `async` out",
        ),
        _ => {}
    }
    let good = good_part(outcome).0;
    if std::ptr::eq(good, outcome) {
        let ty = typed(outcome);
        errors.at(
            outcome,
            format!("{CAN_FAIL}: write `vetrina::client::Result<{ty}>`"),
        );
    }
    let own = || LitStr::new(&format!("/{}", sig.ident.unraw()), sig.ident.span());
    Some(Model {
        func,
        url: settings.url?,
        api_name: settings.api_name.unwrap_or_else(own),
        krate: settings.krate,
        params,
        flow,
        good,
        outcome,
    })
}

fn named<'a>(param: &'a FnArg, errors: &mut Errors) -> Option<(&'a Ident, &'a Type)> {
    match param {
        FnArg::Receiver(receiver) => {
            errors.at(
                receiver.self_token,
                "a function elsewhere has no `self`: move it out of its `impl`",
            );
            None
        }
        FnArg::Typed(param) => match &*param.pat {
            Pat::Ident(name) if name.subpat.is_none() && name.by_ref.is_none() => {
                Some((&name.ident, &param.ty))
            }
            other => {
                errors.at(other, "give this parameter a plain name");
                None
            }
        },
    }
}
