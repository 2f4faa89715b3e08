//! Doc comments as text.

use syn::{Attribute, Expr, Lit, Meta};

/// The text of the doc comments among `attrs`, without the space that follows each `///`.
///
/// Doc attributes made by macros (`#[doc = include_str!(…)]`) are left out: their text is not known.
pub(crate) fn text(attrs: &[Attribute]) -> String {
    let lines: Vec<String> = attrs.iter().filter_map(line).collect();
    let lines = lines.iter().flat_map(|line| line.lines());
    let lines: Vec<&str> = lines
        .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
        .collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn line(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attr.meta else {
        return None;
    };
    if !meta.path.is_ident("doc") {
        return None;
    }
    match &meta.value {
        Expr::Lit(literal) => match &literal.lit {
            // An empty line has no lines of its own, but it parts two paragraphs.
            Lit::Str(text) if text.value().is_empty() => Some("\n".into()),
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn paragraphs_and_indents_stay() {
        let item: syn::ItemFn = parse_quote! {
            /// Greets somebody.
            ///
            /// - with feeling
            ///   and a smile
            #[inline]
            fn greet() {}
        };
        assert_eq!(
            text(&item.attrs),
            "Greets somebody.\n\n- with feeling\n  and a smile"
        );
    }

    #[test]
    fn no_comment_is_no_text() {
        let item: syn::ItemFn = parse_quote!(
            fn greet() {}
        );
        assert_eq!(text(&item.attrs), "");
    }
}
