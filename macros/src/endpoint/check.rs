//! Says what is wrong with a function as an endpoint, and makes the model of one that is right.

use syn::{GenericParam, Ident, Signature};

use super::{
    params::{self, Param},
    returns::{self, Flow, Returns},
    settings::{Outputs, Settings},
};
use crate::{
    chat::Chat,
    errors::Errors,
    func::{Func, typed},
};

/// What the user meant.
pub(crate) struct Model<'a> {
    pub(crate) func: &'a Func,
    pub(crate) settings: Settings,
    pub(crate) params: Vec<Param<'a>>,
    pub(crate) returns: Returns<'a>,
    /// What else is said of it when it is a chat.
    pub(crate) chat: Option<Chat>,
}

pub(crate) fn check<'a>(func: &'a Func, settings: Settings, errors: &mut Errors) -> Model<'a> {
    let sig = &func.sig;
    qualifiers(sig, errors);
    generics(sig, errors);
    let mut params = params::read(sig.inputs.iter(), errors);
    let returns = if let Some(batch) = &settings.batch {
        lists(batch, &mut params, &settings, errors);
        returns::each(sig, errors)
    } else {
        returns::read(&sig.output, errors)
    };
    if let (Some(_), Some((given, _))) = (&sig.asyncness, &settings.blocking) {
        errors.at(
            &given.name,
            "an `async fn` runs on the async runtime and never blocks: leave `blocking` out",
        );
    }
    if let Some(outputs) = &settings.outputs {
        count(outputs, &returns, errors);
    }
    if let Some(mcp) = &settings.mcp {
        let names: Vec<_> = params.iter().map(|param| param.name.as_str()).collect();
        mcp.check(&names, errors);
    }
    if let Some(examples) = &settings.examples {
        examples.check(params.len(), sig, errors);
    }
    Model {
        func,
        settings,
        params,
        returns,
        chat: None,
    }
}

/// As many lists as a tuple may have.
const MOST_LISTS: usize = 12;

/// What a batch takes: of each parameter the values of all calls. From here on a parameter has the
/// type of one of them.
fn lists(batch: &Ident, params: &mut [Param<'_>], settings: &Settings, errors: &mut Errors) {
    if params.is_empty() {
        errors.at(
            batch,
            "a batch answers the values of many calls: take a `Vec` of them",
        );
    }
    if let Some((given, false)) = &settings.blocking {
        errors.at(
            &given.name,
            "a batch runs on the pool for functions that block, or is an `async fn`: leave \
             `blocking` out",
        );
    }
    if let Some(param) = params.get(MOST_LISTS) {
        errors.at(
            param.ty,
            format!("a batch takes {MOST_LISTS} lists at most"),
        );
    }
    for param in params {
        match returns::element(param.ty) {
            Some(one) => param.ty = one,
            None => errors.at(
                param.ty,
                format!(
                    "a batch takes the values of many calls: take `{}: Vec<{}>`",
                    param.name,
                    typed(param.ty)
                ),
            ),
        }
    }
}

fn qualifiers(sig: &Signature, errors: &mut Errors) {
    if let Some(qualifier) = &sig.unsafety {
        errors.at(
            qualifier,
            "an endpoint is called with whatever strangers send: leave `unsafe` out, and check \
             the arguments in the body",
        );
    }
    if let Some(abi) = &sig.abi {
        errors.at(abi, "an endpoint is a plain Rust function: leave this out");
    }
    if let Some(rest) = &sig.variadic {
        errors.at(
            rest,
            "an endpoint has a fixed list of parameters: take a `Vec` instead",
        );
    }
}

fn generics(sig: &Signature, errors: &mut Errors) {
    for param in &sig.generics.params {
        match param {
            GenericParam::Type(param) => {
                let name = &param.ident;
                errors.at(
                    name,
                    format!(
                        "an endpoint has one set of types: write a type in place of `{name}`, and \
                         one endpoint for each type you need"
                    ),
                );
            }
            GenericParam::Lifetime(param) => {
                let name = &param.lifetime;
                errors.at(
                    name,
                    format!("an endpoint's arguments and results are owned: leave `{name}` out, or write `'static`"),
                );
            }
            GenericParam::Const(param) => {
                let name = &param.ident;
                errors.at(
                    name,
                    format!(
                        "an endpoint has one set of types: write a number in place of `{name}`"
                    ),
                );
            }
        }
    }
}

fn count(outputs: &Outputs, returns: &Returns<'_>, errors: &mut Errors) {
    let (named, shown) = (outputs.each.len(), returns.values.count());
    // What a sequence gives was asked for already, if it does not say.
    if named == shown || (shown == 0 && returns.flow != Flow::Once) {
        return;
    }
    let mend = match shown {
        0 => "leave this out, or return something".to_owned(),
        1 => "name one, or return a tuple".to_owned(),
        _ => {
            let each = vec!["_"; shown].join(", ");
            format!("name {shown}, as in `outputs = ({each})`, where `_` is the type's own")
        }
    };
    let components = if named == 1 {
        "1 component".into()
    } else {
        format!("{named} components")
    };
    let values = match shown {
        0 => "nothing".into(),
        1 => "1 value".into(),
        _ => format!("{shown} values"),
    };
    errors.at(
        &outputs.given.value,
        format!("{components} for a function that returns {values}: {mend}"),
    );
}
