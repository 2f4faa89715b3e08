//! What an endpoint gives back: how many values, and whether one after the other.

use syn::{
    AssocType, GenericArgument, PathArguments, PathSegment, ReturnType, Signature, Type,
    TypeParamBound, punctuated::Punctuated,
};

use super::params::{arguments, first};
use crate::errors::Errors;

/// A function's results.
pub(crate) struct Returns<'a> {
    pub(crate) flow: Flow,
    pub(crate) values: Values<'a>,
    /// Where to say that the error is none: its own type if it is visible.
    pub(crate) error: Option<&'a Type>,
}

/// How results come.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Flow {
    Once,
    Stream,
    Iter,
}

/// What each set of results is made of.
pub(crate) enum Values<'a> {
    Nothing,
    /// A value of this type, or of the type in it if it is some `Result`.
    One(&'a Type),
    /// A tuple of these.
    Many(Vec<&'a Type>),
}

impl Values<'_> {
    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::One(_) => 1,
            Self::Many(types) => types.len(),
        }
    }
}

/// Reads the return type.
pub(crate) fn read<'a>(output: &'a ReturnType, errors: &mut Errors) -> Returns<'a> {
    let ReturnType::Type(_, returned) = output else {
        return Returns {
            flow: Flow::Once,
            values: Values::Nothing,
            error: None,
        };
    };
    let (outer, error) = good_part(returned);
    let (flow, value) = match sequence(outer) {
        Some((flow, Some(item))) => (flow, item),
        Some((flow, None)) => {
            let name = if flow == Flow::Stream {
                "Stream"
            } else {
                "Iterator"
            };
            errors.at(
                outer,
                format!("say what it gives: `impl {name}<Item = String>`"),
            );
            return Returns {
                flow,
                values: Values::Nothing,
                error,
            };
        }
        None => (Flow::Once, &**returned),
    };
    let hidden = first(value, &|ty| matches!(ty, Type::ImplTrait(_)).then_some(ty));
    if let Some(hidden) = hidden {
        errors.at(hidden, mend(hidden));
    }
    Returns {
        flow,
        values: values(value),
        error: error.or(good_part(value).1),
    }
}

/// Reads the return type of a function that answers many calls at once: a list with one result per
/// call.
pub(crate) fn each<'a>(sig: &'a Signature, errors: &mut Errors) -> Returns<'a> {
    const MEND: &str = "a batch gives one result per call, in order: return a `Vec`, as in \
                        `Vec<String>`, or `Vec<Result<String, Error>>` where single calls may fail";
    let nothing = Returns {
        flow: Flow::Once,
        values: Values::Nothing,
        error: None,
    };
    let ReturnType::Type(_, returned) = &sig.output else {
        errors.at(&sig.ident, MEND);
        return nothing;
    };
    let (all, error) = good_part(returned);
    let Some(item) = element(all) else {
        errors.at(all, MEND);
        return nothing;
    };
    Returns {
        flow: Flow::Once,
        values: values(item),
        error,
    }
}

/// The `T` of a visible `Vec<T>`.
pub(crate) fn element(ty: &Type) -> Option<&Type> {
    let segment = last(ty).filter(|segment| segment.ident == "Vec")?;
    arguments(segment).next()
}

fn values(ty: &Type) -> Values<'_> {
    match good_part(ty).0 {
        Type::Tuple(tuple) if tuple.elems.is_empty() => Values::Nothing,
        Type::Tuple(tuple) => Values::Many(tuple.elems.iter().collect()),
        // The whole type: what looks like a `Result` may be a type of the user's own.
        _ => Values::One(ty),
    }
}

/// The `T` and the `E` of a visible `Result<T, E>`; any other type is good as a whole.
pub(crate) fn good_part(ty: &Type) -> (&Type, Option<&Type>) {
    let Some(segment) = last(ty).filter(|segment| segment.ident == "Result") else {
        return (ty, None);
    };
    let mut arguments = arguments(segment);
    match arguments.next() {
        Some(good) => (good, arguments.next()),
        None => (ty, None),
    }
}

/// What `impl Stream<Item = T>` and `impl Iterator<Item = T>` give; their boxed forms, too.
pub(crate) fn sequence(ty: &Type) -> Option<(Flow, Option<&Type>)> {
    match ty {
        Type::ImplTrait(hidden) => bounds(&hidden.bounds),
        Type::TraitObject(object) => bounds(&object.bounds),
        Type::Group(group) => sequence(&group.elem),
        Type::Paren(paren) => sequence(&paren.elem),
        Type::Path(_) => {
            let segment = last(ty)?;
            match segment.ident.to_string().as_str() {
                "Pin" | "Box" => sequence(arguments(segment).next()?),
                "BoxStream" => Some((Flow::Stream, arguments(segment).next())),
                _ => None,
            }
        }
        _ => None,
    }
}

fn bounds(bounds: &Punctuated<TypeParamBound, syn::Token![+]>) -> Option<(Flow, Option<&Type>)> {
    bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else {
            return None;
        };
        let segment = bound.path.segments.last()?;
        let flow = match segment.ident.to_string().as_str() {
            "Stream" => Flow::Stream,
            "Iterator" | "IntoIterator" => Flow::Iter,
            _ => return None,
        };
        Some((flow, item(segment)))
    })
}

fn item(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(AssocType { ident, ty, .. }) if ident == "Item" => Some(ty),
        _ => None,
    })
}

fn mend(hidden: &Type) -> &'static str {
    let is_future = matches!(hidden, Type::ImplTrait(hidden) if hidden.bounds.iter().any(|bound| {
        matches!(bound, TypeParamBound::Trait(bound)
            if bound.path.segments.last().is_some_and(|segment| segment.ident == "Future"))
    }));
    if is_future {
        "write an `async fn`, which says what it gives in the end"
    } else {
        "name the type of the result, as in `String`: it decides the component; \
         `impl Stream<Item = …>` and `impl Iterator<Item = …>` show one item after the other"
    }
}

fn last(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        Type::Group(group) => last(&group.elem),
        Type::Paren(paren) => last(&paren.elem),
        _ => None,
    }
}
