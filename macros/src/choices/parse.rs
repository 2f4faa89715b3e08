//! Reads `#[choice(…)]`.

use syn::{Attribute, DeriveInput, LitStr, Path, Variant};

use crate::{
    docs,
    errors::Errors,
    func::inside,
    options::{Known, Options},
};

const ON_VARIANT: &[Known] = &[
    Known {
        name: "label",
        example: r#"label = "Rather loud""#,
    },
    Known {
        name: "value",
        example: r#"value = "loud""#,
    },
];

const ON_ENUM: &[Known] = &[Known {
    name: "crate",
    example: "crate = ::vetrina",
}];

/// A variant as a choice.
pub(crate) struct Choice<'a> {
    pub(crate) variant: &'a Variant,
    /// What travels. Its place is the variant's unless it was given.
    pub(crate) value: LitStr,
    /// What people read.
    pub(crate) label: String,
}

/// The path of the crate, from `#[choice(crate = …)]` on the enum.
pub(crate) fn krate(input: &DeriveInput, errors: &mut Errors) -> Path {
    options(&input.attrs, ON_ENUM, errors).krate(errors)
}

pub(crate) fn choice<'a>(variant: &'a Variant, errors: &mut Errors) -> Choice<'a> {
    let mut options = options(&variant.attrs, ON_VARIANT, errors);
    let mut text = |name: &str, errors: &mut Errors| {
        options
            .take(name)
            .and_then(|given| given.text(errors).cloned())
    };
    let value = text("value", errors);
    let label = text("label", errors).map(|label| label.value());
    let name = syn::ext::IdentExt::unraw(&variant.ident);
    Choice {
        variant,
        value: value.unwrap_or_else(|| LitStr::new(&name.to_string(), name.span())),
        label: label
            .or_else(|| comment(variant))
            .unwrap_or_else(|| words(&name.to_string())),
    }
}

fn options(attrs: &[Attribute], known: &'static [Known], errors: &mut Errors) -> Options {
    let mut given = attrs.iter().filter(|attr| attr.path().is_ident("choice"));
    let first = given.next();
    for again in given {
        errors.at(again, "`#[choice(…)]` stands here twice: join the two");
    }
    let tokens = first.and_then(|attr| {
        let tokens = inside(attr);
        if tokens.is_none() {
            let example = known[0].example;
            errors.at(
                attr,
                format!("say what it is about: `#[choice({example})]`"),
            );
        }
        tokens.cloned()
    });
    Options::read(tokens.unwrap_or_default(), known, errors)
}

/// The first paragraph of the doc comment; a label is no sentence, so it has no full stop.
fn comment(variant: &Variant) -> Option<String> {
    let text = docs::text(&variant.attrs);
    let first = text
        .split("\n\n")
        .next()
        .filter(|first| !first.is_empty())?;
    let line = first.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(line.strip_suffix('.').unwrap_or(&line).to_owned())
}

/// A variant's name as a person would write it: `VeryLoud` becomes `Very loud`.
fn words(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words = String::new();
    for (i, &letter) in letters.iter().enumerate() {
        let next_is_small = letters.get(i + 1).is_some_and(|next| next.is_lowercase());
        let begins =
            i > 0 && letter.is_uppercase() && (!letters[i - 1].is_uppercase() || next_is_small);
        if begins || letter == '_' {
            words.push(' ');
        }
        match letter {
            '_' => {}
            // An abbreviation keeps its capitals.
            _ if begins && next_is_small => words.extend(letter.to_lowercase()),
            _ => words.push(letter),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_become_words() {
        for (name, label) in [
            ("Calm", "Calm"),
            ("VeryLoud", "Very loud"),
            ("ByHTTPServer", "By HTTP server"),
            ("GPU", "GPU"),
            ("A", "A"),
            ("OnTheGPU", "On the GPU"),
        ] {
            assert_eq!(words(name), label);
        }
    }
}
