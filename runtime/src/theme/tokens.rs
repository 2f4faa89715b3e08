//! The variables of the page's style sheet: which there are, and what they are worth.

use std::{collections::HashMap, fmt::Write as _, sync::LazyLock};

use super::Theme;

const SHEET: &str = include_str!("../../frontend/styles/tokens.css");

/// Variables by name, without the dashes in front.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a>(HashMap<&'a str, &'a str>, Option<&'a Theme>);

impl Tokens<'static> {
    /// Those of the page's own style sheet.
    pub(super) fn base() -> &'static Self {
        static BASE: LazyLock<Tokens<'static>> = LazyLock::new(|| Tokens(read(SHEET), None));
        &BASE
    }
}

/// The first value of each variable in a sheet that has one per line.
fn read(sheet: &str) -> HashMap<&str, &str> {
    let mut values = HashMap::new();
    for line in sheet.lines() {
        let declared = line.trim().strip_prefix("--");
        let declared = declared.and_then(|line| line.strip_suffix(';')?.split_once(": "));
        if let Some((name, value)) = declared {
            values.entry(name).or_insert(value);
        }
    }
    values
}

impl<'a> Tokens<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).copied()
    }

    /// The same with what `theme` says.
    pub(super) fn with(&self, theme: &'a Theme) -> Self {
        Self(self.0.clone(), Some(theme))
    }

    /// What a variable is in the dark, where that differs from what it is in the light.
    pub(super) fn own_dark(&self, name: &str) -> Option<String> {
        let differs = self.resolved_alone(name, false) != self.resolved_alone(name, true);
        self.get(name)
            .filter(|_| differs)
            .map(|value| pick(value, true))
    }

    /// The value of a variable with all that it refers to filled in.
    pub(super) fn resolved(&self, name: &str, dark: bool) -> String {
        let set = self.1.and_then(|theme| theme.values.get(name));
        let set_light = set.and_then(|set| set.light.as_deref());
        let base = self.get(name).unwrap_or_default();
        let set_dark = set.and_then(|set| set.dark.clone());
        let dark_value = || set_dark.or_else(|| Tokens::base().own_dark(name));
        let value = dark.then(dark_value).flatten();
        let value = value.unwrap_or_else(|| set_light.unwrap_or(base).to_owned());
        filled(&pick(&value, dark), &|name| self.resolved(name, dark))
    }

    /// The same as the style sheet says it, whatever a theme says.
    fn resolved_alone(&self, name: &str, dark: bool) -> String {
        let value = pick(self.get(name).unwrap_or_default(), dark);
        filled(&value, &|name| self.resolved_alone(name, dark))
    }
}

/// A value with what it refers to in the place of the references.
fn filled(value: &str, get: &dyn Fn(&str) -> String) -> String {
    let Some((before, (name, after))) = value
        .split_once("var(--")
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?)))
    else {
        return value.to_owned();
    };
    let after = filled(after, get);
    format!("{before}{}{after}", get(name))
}

/// One side of every `light-dark(…, …)`.
fn pick(value: &str, dark: bool) -> String {
    let Some((before, rest)) = value.split_once("light-dark(") else {
        return value.to_owned();
    };
    let (mut depth, mut comma, mut end) = (0, rest.len(), rest.len());
    for (at, letter) in rest.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = at;
                break;
            }
            ')' => depth -= 1,
            ',' if depth == 0 => comma = at,
            _ => {}
        }
    }
    let side = if dark {
        rest.get(comma + 1..end).unwrap_or_default()
    } else {
        &rest[..comma.min(end)]
    };
    let after = rest.get(end + 1..).unwrap_or_default();
    format!("{before}{}{}", side.trim(), pick(after, dark))
}

/// A value for a variable as CSS has it, or why there cannot be one.
pub(super) fn checked(name: &str, value: &str) -> Result<String, String> {
    known(name)?;
    if value.contains([';', '{', '}', '<']) {
        return Err(format!(
            "`{}` cannot be `{value}`: a value is what stands after the colon in CSS, without `;`",
            said(name)
        ));
    }
    let mut css = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('*') {
        let is_name = |c: &char| c.is_ascii_alphanumeric() || "_-".contains(*c);
        let named: String = after.chars().take_while(is_name).collect();
        css.push_str(before);
        // A product, as in `calc(2 * var(--spacing-md))`.
        if named.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = named.replace('_', "-");
            known(&name)?;
            let _ = write!(css, "var(--{name})");
        } else {
            css.push('*');
            css.push_str(&named);
        }
        rest = &after[named.len()..];
    }
    css.push_str(rest);
    Ok(css)
}

fn known(name: &str) -> Result<(), String> {
    let base = Tokens::base();
    if base.get(name).is_some() {
        return Ok(());
    }
    // Sorted, so that of two that are as near the same is named each time.
    let mut names: Vec<_> = base.0.keys().copied().collect();
    names.sort_unstable();
    let nearest = names.into_iter().min_by_key(|known| distance(known, name));
    Err(format!(
        "a theme has no variable `{}`; the nearest is `{}`",
        said(name),
        said(nearest.unwrap_or_default())
    ))
}

/// A name as authors write it.
fn said(name: &str) -> String {
    name.replace('-', "_")
}

/// How many letters differ.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.chars().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (corner + usize::from(x != y)).min(above.min(row[j]) + 1);
            corner = above;
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_of_a_value_can_be_had() {
        let value = "0 1px light-dark(oklch(.4 .03 70 / .04), black), 0 2px light-dark(a, b)";
        assert_eq!(pick(value, false), "0 1px oklch(.4 .03 70 / .04), 0 2px a");
        assert_eq!(pick(value, true), "0 1px black, 0 2px b");
        assert_eq!(pick("white", true), "white");
    }

    #[test]
    fn every_variable_comes_to_a_value() {
        let base = Tokens::base();
        assert!(base.0.len() > 225, "{}", base.0.len());
        for name in base.0.keys() {
            for dark in [false, true] {
                let value = base.resolved(name, dark);
                assert!(
                    !value.is_empty() && !value.contains("var("),
                    "{name}: {value}"
                );
                assert!(!value.contains("light-dark("), "{name}: {value}");
            }
        }
    }

    #[test]
    fn stars_are_references() {
        let css = |value| checked("input-padding", value).unwrap();
        assert_eq!(css("*spacing_md"), "var(--spacing-md)");
        assert_eq!(
            css("calc(2 * *spacing-md) *spacing_lg"),
            "calc(2 * var(--spacing-md)) var(--spacing-lg)"
        );
        assert_eq!(css("calc(2*3px)"), "calc(2*3px)");
    }

    #[test]
    fn what_cannot_be_is_said() {
        assert_eq!(
            checked("buton-primary-background-fill", "red").unwrap_err(),
            "a theme has no variable `buton_primary_background_fill`; the nearest is `button_primary_background_fill`"
        );
        assert_eq!(
            checked("input-padding", "*spacing_mid").unwrap_err(),
            "a theme has no variable `spacing_mid`; the nearest is `spacing_md`"
        );
        let error = checked("color-accent", "red; } body { color: red").unwrap_err();
        assert!(
            error.contains("color_accent") && error.contains("without `;`"),
            "{error}"
        );
    }
}
