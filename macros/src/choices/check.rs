//! Says what is wrong with a type as a set of choices.

use std::collections::HashMap;

use syn::{Data, DeriveInput, Fields};

use super::parse::{Choice, choice};
use crate::errors::Errors;

pub(crate) fn check<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Vec<Choice<'a>> {
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => {
            errors.at(
                data.struct_token,
                "`Choices` are the variants of an enum: make this an `enum`",
            );
            return Vec::new();
        }
        Data::Union(data) => {
            errors.at(
                data.union_token,
                "`Choices` are the variants of an enum: make this an `enum`",
            );
            return Vec::new();
        }
    };
    if let Some(param) = input.generics.params.first() {
        errors.at(
            param,
            "`Choices` are the same for all: leave this parameter out",
        );
    }
    if data.variants.is_empty() {
        errors.at(
            &input.ident,
            "there is nothing to choose from: add variants",
        );
    }
    let choices: Vec<_> = data
        .variants
        .iter()
        .map(|variant| choice(variant, errors))
        .collect();
    let mut seen = HashMap::new();
    for Choice { variant, value, .. } in &choices {
        let name = &variant.ident;
        if !matches!(variant.fields, Fields::Unit) {
            errors.at(
                &variant.fields,
                format!("a choice carries no data: leave this out and write `{name}` alone"),
            );
        }
        if let Some(first) = seen.insert(value.value(), name) {
            let text = value.value();
            errors.at(
                value,
                format!("`{first}` already goes by {text:?}: give `{name}` a value of its own"),
            );
        }
    }
    choices
}
