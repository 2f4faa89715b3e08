//! The fields of the struct: the component's own props.

use syn::{
    Attribute, Expr, Field, Fields, GenericArgument, Ident, ItemStruct, LitStr, PathArguments,
    Token, Type, Visibility, ext::IdentExt, parse::ParseStream, punctuated::Punctuated,
};

use crate::errors::{Errors, suggestion};

const KNOWN: [&str; 5] = ["default", "required", "flatten", "rename", "skip"];

/// What components are asked for by name; a setter of such a name would be asked instead.
const METHODS: [&str; 14] = [
    "api_info",
    "check",
    "example_payload",
    "example_value",
    "flag",
    "initial_value",
    "new",
    "postprocess",
    "preprocess",
    "process_example",
    "props",
    "read_from_flag",
    "server",
    "streams",
];

/// A prop with what was said about it.
pub(super) struct Prop {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) ty: Type,
    pub(super) start: Start,
    pub(super) wire: Wire,
}

/// What the prop is when a component is new.
pub(super) enum Start {
    /// `Default::default()`.
    Usual,
    /// `#[prop(default = expr)]`.
    Value(Box<Expr>),
    /// `#[prop(required)]`: a parameter of `new`.
    Given,
}

/// How the prop is sent.
pub(super) enum Wire {
    Named(String),
    /// Its fields are props of their own.
    Flat,
    /// Not at all: it is for the server only.
    Never,
}

/// How a setter takes its value.
pub(super) enum Taken<'a> {
    /// As it is: numbers, which would have no type otherwise.
    Plain,
    /// `impl Into<T>`.
    Into,
    /// `impl Into<T>`, for an `Option<T>`.
    Some(&'a Type),
}

impl Prop {
    pub(super) fn is_required(&self) -> bool {
        matches!(self.start, Start::Given)
    }

    pub(super) fn taken(&self) -> Taken<'_> {
        match &self.ty {
            Type::Path(_) if is_primitive(&self.ty) => Taken::Plain,
            Type::Path(_) => match inside_option(&self.ty) {
                // An `Into<Option<u32>>` knows its number; an `Into<Option<String>>` would not take `&str`.
                Some(inner) if !is_primitive(inner) => Taken::Some(inner),
                _ => Taken::Into,
            },
            _ => Taken::Plain,
        }
    }
}

fn is_primitive(ty: &Type) -> bool {
    const PRIMITIVE: [&str; 16] = [
        "bool", "char", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
        "u128", "usize", "f32", "f64",
    ];
    matches!(ty, Type::Path(path) if PRIMITIVE.iter().any(|name| path.path.is_ident(name)))
}

fn inside_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// Reads all fields; `None` if they are not named.
pub(super) fn read(fields: Fields, errors: &mut Errors) -> Option<Vec<Prop>> {
    match fields {
        Fields::Named(fields) => Some(
            fields
                .named
                .into_iter()
                .filter_map(|field| one(field, errors))
                .collect(),
        ),
        Fields::Unit => Some(Vec::new()),
        Fields::Unnamed(fields) => {
            errors.at(fields, "give each prop a name: `{ pub count: u8 }`");
            None
        }
    }
}

/// The struct as the compiler can take it, for when there is nothing else to print.
pub(super) fn without_prop_attributes(mut item: ItemStruct) -> ItemStruct {
    for field in &mut item.fields {
        field.attrs.retain(|attr| !attr.path().is_ident("prop"));
    }
    item
}

fn one(field: Field, errors: &mut Errors) -> Option<Prop> {
    let name = field.ident?;
    let word = name.unraw().to_string();
    let (said, attrs): (Vec<_>, Vec<_>) = field
        .attrs
        .into_iter()
        .partition(|attr| attr.path().is_ident("prop"));
    let mut prop = Prop {
        attrs,
        vis: field.vis,
        name,
        ty: field.ty,
        start: Start::Usual,
        wire: Wire::Named(word),
    };
    match &prop.wire {
        Wire::Named(word) if word == "value" => errors.at(
            &prop.name,
            "every component has a value: set the one it starts with by `.value(…)`, and rename this prop",
        ),
        Wire::Named(word) if word == "name" || word.starts_with('_') => {
            errors.at(&prop.name, format!("`{word}` is kept for the framework: rename this prop"));
        }
        _ => {}
    }
    for attr in &said {
        let options = attr.parse_args_with(Punctuated::<Said, Token![,]>::parse_terminated);
        for option in errors.ok(options).into_iter().flatten() {
            prop.say(option, errors);
        }
    }
    if let Wire::Named(_) = prop.wire
        && METHODS.iter().any(|method| prop.name == method)
    {
        let name = &prop.name;
        errors.at(
            name,
            format!("every component has a method `{name}`, and a prop has a setter of its name: rename this prop"),
        );
    }
    Some(prop)
}

/// One option of `#[prop(…)]`.
struct Said {
    word: Ident,
    kind: SaidKind,
}

enum SaidKind {
    Default(Box<Expr>),
    Required,
    Flatten,
    Rename(LitStr),
    Skip,
}

impl syn::parse::Parse for Said {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let word = input.call(Ident::parse_any)?;
        let kind = match word.to_string().as_str() {
            "required" => SaidKind::Required,
            "flatten" => SaidKind::Flatten,
            "skip" => SaidKind::Skip,
            "default" => {
                equals(input, &word, "default = 1")?;
                SaidKind::Default(input.parse()?)
            }
            "rename" => {
                const EXAMPLE: &str = "rename = \"type\"";
                equals(input, &word, EXAMPLE)?;
                let name = input.parse::<LitStr>();
                SaidKind::Rename(name.map_err(|error| {
                    syn::Error::new(error.span(), format!("`rename` is written `{EXAMPLE}`"))
                })?)
            }
            other => {
                let mend = suggestion(other, &KNOWN);
                return Err(syn::Error::new(
                    word.span(),
                    format!("there is no option `{other}` of a prop: {mend}"),
                ));
            }
        };
        Ok(Self { word, kind })
    }
}

fn equals(input: ParseStream, word: &Ident, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        return input.parse::<Token![=]>().map(|_| ());
    }
    Err(syn::Error::new(
        word.span(),
        format!("`{word}` needs a value: `#[prop({example})]`"),
    ))
}

impl Prop {
    fn say(&mut self, option: Said, errors: &mut Errors) {
        let Said { word, kind } = option;
        match kind {
            SaidKind::Default(_) | SaidKind::Required if !matches!(self.start, Start::Usual) => {
                errors.at(word, "a prop is either required or has one default");
            }
            SaidKind::Default(value) => self.start = Start::Value(value),
            SaidKind::Required => self.start = Start::Given,
            _ if matches!(self.wire, Wire::Flat | Wire::Never) => {
                errors.at(
                    word,
                    "a prop is sent in one way: under a name, `flatten`ed, or `skip`ped",
                );
            }
            SaidKind::Flatten => self.wire = Wire::Flat,
            SaidKind::Skip => self.wire = Wire::Never,
            SaidKind::Rename(name) => self.wire = Wire::Named(name.value()),
        }
    }
}
