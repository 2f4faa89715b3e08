//! The options of `#[endpoint(…)]`.

use proc_macro2::{Ident, TokenStream};
use syn::{Expr, Lit, LitStr, Path};

use super::{
    examples::{self, Examples},
    interface,
    mcp::Mcp,
};
use crate::{
    errors::{Errors, suggestion},
    options::{Given, Known, Options, is_negative, literal},
};

const KNOWN: &[Known] = &[
    Known {
        name: "api_name",
        example: r#"api_name = "greet""#,
    },
    Known {
        name: "show_api",
        example: "show_api = false",
    },
    Known {
        name: "api_visibility",
        example: r#"api_visibility = "undocumented""#,
    },
    Known {
        name: "batch",
        example: "batch",
    },
    Known {
        name: "max_batch_size",
        example: "max_batch_size = 16",
    },
    Known {
        name: "cache",
        example: "cache(max = 128)",
    },
    Known {
        name: "validator",
        example: "validator = check",
    },
    Known {
        name: "title",
        example: r#"title = "Greeter""#,
    },
    Known {
        name: "description",
        example: r#"description = "Greets somebody.""#,
    },
    Known {
        name: "queue",
        example: "queue = false",
    },
    Known {
        name: "live",
        example: "live = true",
    },
    Known {
        name: "mcp",
        example: r#"mcp(resource = "notes://{name}")"#,
    },
    Known {
        name: "blocking",
        example: "blocking = false",
    },
    Known {
        name: "concurrency_limit",
        example: "concurrency_limit = 4",
    },
    Known {
        name: "concurrency_id",
        example: r#"concurrency_id = "gpu""#,
    },
    Known {
        name: "time_limit",
        example: "time_limit = 30",
    },
    Known {
        name: "examples",
        example: r#"examples = [("Ada", 2), ("Grace", 9)]"#,
    },
    Known {
        name: "examples_per_page",
        example: "examples_per_page = 5",
    },
    Known {
        name: "example_labels",
        example: r#"example_labels = ["Short", "Long"]"#,
    },
    Known {
        name: "run_on_click",
        example: "run_on_click = true",
    },
    Known {
        name: "cache_examples",
        example: r#"cache_examples = "lazy""#,
    },
    Known {
        name: "preload_example",
        example: "preload_example = 0",
    },
    Known {
        name: "article",
        example: r#"article = "More about it.""#,
    },
    Known {
        name: "submit_btn",
        example: r#"submit_btn = "Go""#,
    },
    Known {
        name: "stop_btn",
        example: r#"stop_btn = "Enough""#,
    },
    Known {
        name: "clear_btn",
        example: r#"clear_btn = "Start over""#,
    },
    Known {
        name: "additional_inputs",
        example: r#"additional_inputs = "More settings""#,
    },
    Known {
        name: "unified",
        example: "unified = true",
    },
    Known {
        name: "flagging",
        example: r#"flagging = "manual""#,
    },
    Known {
        name: "flagging_options",
        example: r#"flagging_options = ["wrong", "odd"]"#,
    },
    Known {
        name: "flagging_dir",
        example: r#"flagging_dir = "flagged""#,
    },
    Known {
        name: "detach",
        example: "detach = true",
    },
    Known {
        name: "output",
        example: "output = Label::new()",
    },
    Known {
        name: "outputs",
        example: "outputs = (Label::new(), _)",
    },
    Known {
        name: "crate",
        example: "crate = ::vetrina",
    },
];

/// The options of `cache(…)`.
const KEPT: &[Known] = &[
    Known {
        name: "max",
        example: "max = 128",
    },
    Known {
        name: "per_session",
        example: "per_session",
    },
];

const VISIBILITIES: &[&str] = &["public", "undocumented", "private"];

/// What the options mean. What was not given is `None`; the runtime knows the defaults.
pub(crate) struct Settings {
    pub(crate) api_name: Option<ApiName>,
    pub(crate) visibility: Option<Visibility>,
    pub(crate) title: Option<Expr>,
    pub(crate) description: Option<Expr>,
    pub(crate) queue: Option<bool>,
    pub(crate) live: Option<bool>,
    pub(crate) mcp: Option<Mcp>,
    /// With the place, since not every function has the choice.
    pub(crate) blocking: Option<(Given, bool)>,
    pub(crate) limit: Option<Limit>,
    pub(crate) concurrency_id: Option<LitStr>,
    pub(crate) time_limit: Option<f64>,
    /// Where it was asked for, since it changes what the function takes and gives.
    pub(crate) batch: Option<Ident>,
    pub(crate) max_batch_size: Option<usize>,
    pub(crate) cache: Option<Cache>,
    pub(crate) validator: Option<Path>,
    pub(crate) detach: Option<bool>,
    pub(crate) outputs: Option<Outputs>,
    pub(crate) examples: Option<Examples>,
    /// What its ready-made page is told, in the words of the runtime.
    pub(crate) interface: Vec<TokenStream>,
    pub(crate) krate: Path,
}

pub(crate) enum ApiName {
    Named(LitStr),
    None,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Visibility {
    Public,
    Undocumented,
    Private,
}

pub(crate) enum Limit {
    Unlimited,
    At(u32),
}

/// How results are kept for the next call with the same arguments.
pub(crate) struct Cache {
    pub(crate) max: Option<usize>,
    pub(crate) per_session: bool,
}

/// The components that were named for the results.
pub(crate) struct Outputs {
    pub(crate) given: Given,
    /// `None` where `_` leaves the choice to the type.
    pub(crate) each: Vec<Option<Expr>>,
}

impl Settings {
    pub(crate) fn read(attr: TokenStream, errors: &mut Errors) -> Self {
        Self::of(&mut Options::read(attr, KNOWN, errors), errors)
    }

    /// All options that there are.
    pub(crate) fn known() -> impl Iterator<Item = Known> {
        KNOWN.iter().copied()
    }

    /// Takes what is said of an endpoint.
    pub(crate) fn of(options: &mut Options, errors: &mut Errors) -> Self {
        let api_name = options.take("api_name");
        let visibility = visibility(options, api_name.as_ref(), errors);
        let (batch, max_batch_size) = batch(options, errors);
        Self {
            api_name: api_name.and_then(|given| self::api_name(&given, errors)),
            visibility,
            title: options
                .take("title")
                .and_then(|given| given.long_text(errors)),
            description: options
                .take("description")
                .and_then(|given| description(given, errors)),
            queue: options.take("queue").and_then(|given| given.flag(errors)),
            live: options.take("live").and_then(|given| given.flag(errors)),
            mcp: options
                .take("mcp")
                .and_then(|given| Mcp::read(&given, errors)),
            blocking: options
                .take("blocking")
                .and_then(|given| given.flag(errors).map(|flag| (given, flag))),
            limit: options
                .take("concurrency_limit")
                .and_then(|given| limit(&given, errors)),
            concurrency_id: options
                .take("concurrency_id")
                .and_then(|given| concurrency_id(&given, errors)),
            time_limit: options
                .take("time_limit")
                .and_then(|given| time_limit(&given, errors)),
            batch,
            max_batch_size,
            cache: options.take("cache").and_then(|given| cache(given, errors)),
            validator: options
                .take("validator")
                .and_then(|given| validator(given, errors)),
            detach: options.take("detach").and_then(|given| given.flag(errors)),
            outputs: outputs(options, errors),
            examples: examples::read(options, errors),
            interface: interface::read(options, errors),
            krate: options.krate(errors),
        }
    }
}

fn api_name(given: &Given, errors: &mut Errors) -> Option<ApiName> {
    let name = match literal(&given.value) {
        Some(Lit::Bool(flag)) if !flag.value => return Some(ApiName::None),
        Some(Lit::Bool(_)) => {
            return given.refuse("is the function's own name unless you give one", errors);
        }
        Some(Lit::Str(name)) => name,
        _ => return given.refuse("is a text, or `false` for none", errors),
    };
    let text = name.value();
    let odd = |letter: &char| !(letter.is_alphanumeric() || "_-".contains(*letter));
    if text.is_empty() {
        errors.at(
            name,
            "an empty name cannot be called: write one, or `api_name = false` for none",
        );
        None
    } else if text.starts_with('/') && !text[1..].contains(|letter| odd(&letter)) {
        let bare = &text[1..];
        errors.at(
            name,
            format!("clients add the slash: write `api_name = \"{bare}\"`"),
        );
        None
    } else if let Some(letter) = text.chars().find(odd) {
        errors.at(
            name,
            format!("a name is made of letters, digits, `_` and `-`: leave {letter:?} out"),
        );
        None
    } else {
        Some(ApiName::Named(name.clone()))
    }
}

/// A text, or `false` for none, whatever the doc comment says.
fn description(given: Given, errors: &mut Errors) -> Option<Expr> {
    match literal(&given.value) {
        Some(Lit::Bool(flag)) if !flag.value => Some(syn::parse_quote!("")),
        _ => given.long_text(errors),
    }
}

/// `api_visibility` or `show_api`: two vocabularies for one thing.
fn visibility(
    options: &mut Options,
    api_name: Option<&Given>,
    errors: &mut Errors,
) -> Option<Visibility> {
    let shown = options.take("show_api");
    let given = options.take("api_visibility");
    if let (Some(shown), Some(_)) = (&shown, &given) {
        errors.at(
            &shown.name,
            "`show_api` and `api_visibility` say the same thing: keep `api_visibility`",
        );
    }
    let chosen = match (&shown, &given) {
        (_, Some(given)) => named_visibility(given, errors),
        (Some(shown), None) => shown.flag(errors).map(|shown| {
            if shown {
                Visibility::Public
            } else {
                Visibility::Undocumented
            }
        }),
        (None, None) => None,
    };
    let nameless = api_name
        .is_some_and(|name| matches!(literal(&name.value), Some(Lit::Bool(flag)) if !flag.value));
    if let (true, Some(visible), Some(given)) = (nameless, chosen, given.or(shown))
        && visible != Visibility::Private
    {
        errors.at(
            &given.name,
            "with `api_name = false` there is no name to show: leave one of the two out",
        );
    }
    chosen
}

fn named_visibility(given: &Given, errors: &mut Errors) -> Option<Visibility> {
    let text = given.text(errors)?;
    match text.value().as_str() {
        "public" => Some(Visibility::Public),
        "undocumented" => Some(Visibility::Undocumented),
        "private" => Some(Visibility::Private),
        other => {
            let mend = suggestion(other, VISIBILITIES);
            errors.at(text, format!("{other:?} is no visibility: {mend}"));
            None
        }
    }
}

fn limit(given: &Given, errors: &mut Errors) -> Option<Limit> {
    match literal(&given.value) {
        Some(Lit::Int(count)) => match count.base10_parse::<u32>() {
            Ok(0) => given.refuse("of 0 would let nothing run, and `None` is no limit", errors),
            Ok(count) => Some(Limit::At(count)),
            Err(_) => given.refuse("is a whole number, at most 4294967295", errors),
        },
        _ if is_none(&given.value) => Some(Limit::Unlimited),
        _ if is_negative(&given.value) => {
            given.refuse("is at least 1, or `None` for no limit", errors)
        }
        _ => given.refuse("is a whole number, or `None` for no limit", errors),
    }
}

pub(super) fn is_none(value: &Expr) -> bool {
    matches!(value, Expr::Path(path) if path.path.is_ident("None"))
}

fn concurrency_id(given: &Given, errors: &mut Errors) -> Option<LitStr> {
    let text = given.text(errors)?;
    if text.value().is_empty() {
        return given.refuse("is the name that functions share a limit by", errors);
    }
    Some(text.clone())
}

fn time_limit(given: &Given, errors: &mut Errors) -> Option<f64> {
    let seconds = match literal(&given.value) {
        Some(Lit::Int(seconds)) => seconds.base10_parse::<f64>().ok(),
        Some(Lit::Float(seconds)) => seconds.base10_parse::<f64>().ok(),
        _ if is_negative(&given.value) => Some(-1.0),
        _ => None,
    };
    match seconds {
        Some(seconds) if seconds > 0.0 && seconds.is_finite() => Some(seconds),
        Some(_) => given.refuse("is more than 0 seconds; leave it out for no limit", errors),
        None => given.refuse("is a number of seconds", errors),
    }
}

fn batch(options: &mut Options, errors: &mut Errors) -> (Option<Ident>, Option<usize>) {
    let batch = options.take("batch");
    let batch = batch.and_then(|given| given.flag(errors)?.then_some(given.name));
    let size = options.take("max_batch_size");
    if let (Some(size), None) = (&size, &batch) {
        errors.at(
            &size.name,
            "only a function that answers many calls at once has a size: add `batch`",
        );
    }
    let size = size.and_then(|given| at_least_one(&given, errors));
    (batch, size)
}

fn at_least_one(given: &Given, errors: &mut Errors) -> Option<usize> {
    match literal(&given.value) {
        Some(Lit::Int(count)) => match count.base10_parse::<usize>() {
            Ok(count) if count > 0 => Some(count),
            _ => given.refuse("is at least 1", errors),
        },
        _ => given.refuse("is a whole number, at least 1", errors),
    }
}

fn cache(given: Given, errors: &mut Errors) -> Option<Cache> {
    if given.inside.is_none() && !given.flag(errors)? {
        return None;
    }
    let mut options = Options::read(given.inside.unwrap_or_default(), KEPT, errors);
    let max = options.take("max");
    let per_session = options.take("per_session");
    Some(Cache {
        max: max.and_then(|given| at_least_one(&given, errors)),
        per_session: per_session.and_then(|given| given.flag(errors)) == Some(true),
    })
}

fn validator(given: Given, errors: &mut Errors) -> Option<Path> {
    match given.value {
        Expr::Path(path) if path.qself.is_none() => Some(path.path),
        _ => given.refuse("is the name of a function", errors),
    }
}

fn outputs(options: &mut Options, errors: &mut Errors) -> Option<Outputs> {
    let one = options.take("output");
    let many = options.take("outputs");
    if let (Some(one), Some(_)) = (&one, &many) {
        errors.at(
            &one.name,
            "`output` and `outputs` are both given: keep `outputs`",
        );
    }
    match (one, many) {
        (_, Some(given)) => {
            let each = match &given.value {
                Expr::Tuple(tuple) => tuple.elems.iter().map(named).collect(),
                Expr::Paren(one) => vec![named(&one.expr)],
                _ => return given.refuse("has its components in parentheses", errors),
            };
            Some(Outputs { given, each })
        }
        (Some(given), None) => {
            let each = vec![named(&given.value)];
            Some(Outputs { given, each })
        }
        (None, None) => None,
    }
}

fn named(component: &Expr) -> Option<Expr> {
    (!matches!(component, Expr::Infer(_))).then(|| component.clone())
}
