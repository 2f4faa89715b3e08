//! The parameters of an endpoint: names, types, components and defaults.

use syn::{Attribute, Expr, FnArg, Pat, PatIdent, PatType, Type, TypeReference, ext::IdentExt};

use crate::{
    docs,
    errors::{Errors, suggestion},
    func::{inside, is_lint, typed},
};

/// More inputs than this make a page that nobody fills in.
const MOST: usize = 32;

/// A parameter, with nothing but what is needed of it.
pub(crate) struct Param<'a> {
    /// Its name, as clients and people see it.
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) ty: &'a Type,
    pub(crate) input: Option<Expr>,
    pub(crate) default: Option<Expr>,
    /// Whether it stands aside, among the additional inputs.
    pub(crate) additional: bool,
}

/// Reads the parameters.
pub(crate) fn read<'a>(
    inputs: impl ExactSizeIterator<Item = &'a FnArg>,
    errors: &mut Errors,
) -> Vec<Param<'a>> {
    let count = inputs.len();
    let mut params = Vec::with_capacity(count);
    for (place, input) in inputs.enumerate() {
        if place == MOST {
            errors.at(
                input,
                format!(
                    "an endpoint takes {MOST} parameters at most, not {count}: put some of them \
                     into a struct that derives `Deserialize` and `JsonSchema`"
                ),
            );
        }
        match input {
            FnArg::Receiver(receiver) => errors.at(
                receiver.self_token,
                "an endpoint is a free function: move it out of its `impl` and leave `self` out",
            ),
            FnArg::Typed(input) => params.extend(param(input, errors)),
        }
    }
    params
}

fn param<'a>(input: &'a PatType, errors: &mut Errors) -> Option<Param<'a>> {
    let mut component = Attributes::new(
        "input",
        "name one component: `#[input(Slider::new(1..=10))]`",
    );
    let mut default = Attributes::new("default", "write the value: `#[default(5)]`");
    let mut additional = false;
    for attr in &input.attrs {
        if attr.path().is_ident("input") {
            component.read(attr, errors);
        } else if attr.path().is_ident("default") {
            default.read(attr, errors);
        } else if attr.path().is_ident("additional") {
            additional = true;
            if inside(attr).is_some() {
                errors.at(attr, "this attribute stands alone: `#[additional]`");
            }
        } else {
            attribute(attr, errors);
        }
    }
    ty(&input.ty, errors);
    Some(Param {
        name: name(&input.pat, errors)?,
        docs: docs::text(&input.attrs),
        ty: &input.ty,
        input: component.value,
        default: default.value,
        additional,
    })
}

fn name(pat: &Pat, errors: &mut Errors) -> Option<String> {
    match pat {
        Pat::Ident(PatIdent {
            by_ref: None,
            subpat: None,
            ident,
            ..
        }) => Some(ident.unraw().to_string()),
        Pat::Wild(_) => {
            errors.at(
                pat,
                "give this parameter a name: it becomes the label and the API's name",
            );
            None
        }
        _ => {
            errors.at(
                pat,
                "give this parameter a plain name, which becomes the label, and take it apart in \
                 the body",
            );
            None
        }
    }
}

/// An attribute that holds one expression, and may stand once on a parameter.
struct Attributes {
    name: &'static str,
    mend: &'static str,
    seen: bool,
    value: Option<Expr>,
}

impl Attributes {
    fn new(name: &'static str, mend: &'static str) -> Self {
        Self {
            name,
            mend,
            seen: false,
            value: None,
        }
    }

    fn read(&mut self, attr: &Attribute, errors: &mut Errors) {
        let Self {
            name, mend, seen, ..
        } = self;
        if std::mem::replace(seen, true) {
            errors.at(
                attr,
                format!("`#[{name}]` stands here twice: keep one of the two"),
            );
        } else if inside(attr).is_none() {
            errors.at(attr, *mend);
        } else {
            let value = attr
                .parse_args()
                .map_err(|error| syn::Error::new(error.span(), *mend));
            self.value = errors.ok(value);
        }
    }
}

fn attribute(attr: &Attribute, errors: &mut Errors) {
    let path = attr.path();
    if path.is_ident("doc") || is_lint(attr) {
        return;
    }
    if path.is_ident("cfg") || path.is_ident("cfg_attr") {
        errors.at(
            path,
            "an endpoint has the same parameters in every build: put the condition on the function",
        );
    } else {
        let word = typed(path);
        let mend = suggestion(&word, &["input", "default", "additional"]);
        errors.at(
            path,
            format!("no parameter attribute is named `{word}`: {mend}"),
        );
    }
}

fn ty(ty: &Type, errors: &mut Errors) {
    if let Some(borrowed) = first(ty, &|ty| match ty {
        Type::Reference(reference) => Some(reference),
        _ => None,
    }) {
        let owned = owned(borrowed);
        errors.at(
            borrowed,
            format!("a parameter owns its value, which was sent from elsewhere: take `{owned}`"),
        );
    }
    if let Some(hidden) = first(ty, &|ty| matches!(ty, Type::ImplTrait(_)).then_some(ty)) {
        errors.at(
            hidden,
            "name the type of this parameter, as in `String`: it decides the component",
        );
    }
}

/// What to take instead of a reference.
fn owned(reference: &TypeReference) -> String {
    match &*reference.elem {
        Type::Path(path) if path.path.is_ident("str") => "String".into(),
        Type::Path(path) if path.path.is_ident("Path") => "PathBuf".into(),
        Type::Slice(slice) => format!("Vec<{}>", typed(&slice.elem)),
        other => typed(other),
    }
}

/// The first type that `find` wants, among `ty` and the types in it.
pub(crate) fn first<'a, T>(ty: &'a Type, find: &dyn Fn(&'a Type) -> Option<T>) -> Option<T> {
    if let Some(found) = find(ty) {
        return Some(found);
    }
    let inner: Vec<&Type> = match ty {
        Type::Array(array) => vec![&array.elem],
        Type::Group(group) => vec![&group.elem],
        Type::Paren(paren) => vec![&paren.elem],
        Type::Slice(slice) => vec![&slice.elem],
        Type::Tuple(tuple) => tuple.elems.iter().collect(),
        Type::Path(path) => path.path.segments.iter().flat_map(arguments).collect(),
        _ => vec![],
    };
    inner.into_iter().find_map(|ty| first(ty, find))
}

/// The type arguments of `Vec<T>` and the like.
pub(crate) fn arguments(segment: &syn::PathSegment) -> impl Iterator<Item = &Type> {
    let arguments = match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments
        .into_iter()
        .flatten()
        .filter_map(|argument| match argument {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}
