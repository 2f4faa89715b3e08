//! What markup may stay.
//!
//! Scripts, styles for the whole page, frames, forms and handlers go; addresses are of the web or of mail, pictures may
//! also stand in the text itself; ids are kept apart from those of the page.

use std::{borrow::Cow, sync::LazyLock};

use ammonia::Builder;

/// In front of every id that somebody wrote.
pub(super) const ID_PREFIX: &str = "user-";

/// How a text may look, short of leaving its place or covering others.
const STYLES: &[&str] = &[
    "align-items",
    "aspect-ratio",
    "background",
    "background-color",
    "border",
    "border-bottom",
    "border-color",
    "border-collapse",
    "border-left",
    "border-radius",
    "border-right",
    "border-style",
    "border-top",
    "border-width",
    "box-shadow",
    "color",
    "display",
    "flex",
    "flex-direction",
    "flex-wrap",
    "float",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "gap",
    "grid-template-columns",
    "grid-template-rows",
    "height",
    "justify-content",
    "justify-items",
    "letter-spacing",
    "line-height",
    "list-style",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-height",
    "max-width",
    "min-height",
    "min-width",
    "object-fit",
    "opacity",
    "overflow",
    "overflow-x",
    "overflow-y",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
    "word-break",
];

/// `MathML` Core, as far as formulas need it.
const MATH: &[&str] = &[
    "annotation",
    "math",
    "menclose",
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "semantics",
];

const MATH_ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "columnalign",
    "columnlines",
    "columnspacing",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "encoding",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathcolor",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rowlines",
    "rowspacing",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut safe = Builder::default();
    safe.add_generic_attributes([
        "aria-hidden",
        "aria-label",
        "class",
        "dir",
        "id",
        "role",
        "style",
        "title",
    ]);
    safe.filter_style_properties(STYLES.iter().copied().collect());
    safe.add_tags([
        "audio",
        "figure",
        "figcaption",
        "input",
        "picture",
        "source",
        "video",
    ]);
    safe.add_tag_attributes("input", ["type", "checked", "disabled"]);
    safe.add_tag_attributes("audio", ["src", "controls", "loop", "muted"]);
    safe.add_tag_attributes(
        "video",
        [
            "src", "controls", "loop", "muted", "poster", "width", "height",
        ],
    );
    safe.add_tag_attributes("source", ["src", "type"]);
    safe.add_tag_attributes("details", ["open"]);
    safe.add_tag_attributes("a", ["target"]);
    for tag in MATH {
        safe.add_tags([*tag]);
        safe.add_tag_attributes(*tag, MATH_ATTRIBUTES.iter().copied());
    }
    safe.id_prefix(Some(ID_PREFIX));
    safe.add_url_schemes(["data"]);
    safe.attribute_filter(|tag, attribute, value| match (tag, attribute) {
        // A tick that says whether a task is done, and nothing else to type in.
        ("input", "type") if value != "checkbox" => None,
        ("img", "src") if is_data(value) => is_picture(value).then_some(value.into()),
        (_, "src" | "href" | "cite" | "poster") if is_data(value) => None,
        ("a", "target") => (value == "_blank").then_some(value.into()),
        _ => Some(Cow::Borrowed(value)),
    });
    safe
});

/// The part of `html` that is safe to show.
pub(crate) fn sanitize(html: &str) -> String {
    SAFE.clean(html).to_string()
}

fn is_data(url: &str) -> bool {
    let scheme = url.trim_start_matches(|letter: char| letter.is_control() || letter == ' ');
    scheme
        .get(..5)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

fn is_picture(url: &str) -> bool {
    let kinds = ["png", "jpeg", "gif", "webp", "avif", "svg+xml"];
    let kind = url.strip_prefix("data:image/").unwrap_or_default();
    kinds.iter().any(|known| kind.starts_with(known))
}

/// Lets links to ids of the same text follow these ids to their new names.
pub(super) fn mend_links(html: String) -> String {
    const LINK: &str = "<a href=\"#";
    if !html.contains(LINK) {
        return html;
    }
    let mut mended = String::with_capacity(html.len());
    let mut rest = html.as_str();
    // A `<` outside of tags is written `&lt;`, so only links look like this.
    while let Some((before, after)) = rest.split_once(LINK) {
        mended.extend([before, LINK]);
        let target = after.split('"').next().unwrap_or_default();
        if html.contains(&format!("id=\"{ID_PREFIX}{target}\"")) {
            mended.push_str(ID_PREFIX);
        }
        rest = after;
    }
    mended.push_str(rest);
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_do_harm_goes() {
        for (harmful, left) in [
            ("<script>alert(1)</script>ok", "ok"),
            ("<style>body{}</style>ok", "ok"),
            ("<p onclick=\"alert(1)\">ok</p>", "<p>ok</p>"),
            ("<iframe src=\"https://example.org\"></iframe>ok", "ok"),
            ("<form action=\"/x\"><button>ok</button></form>", "ok"),
            ("<input type=\"password\">", "<input>"),
            (
                "<a href=\"data:text/html,x\">ok</a>",
                "<a rel=\"noopener noreferrer\">ok</a>",
            ),
            (
                "<a href=\" DATA:text/html,x\">ok</a>",
                "<a rel=\"noopener noreferrer\">ok</a>",
            ),
            (
                "<a href=\"javascript:alert(1)\">ok</a>",
                "<a rel=\"noopener noreferrer\">ok</a>",
            ),
            ("<img src=\"data:text/html,x\">", "<img>"),
            (
                "<p style=\"position:fixed;color:red\">ok</p>",
                "<p style=\"color:red\">ok</p>",
            ),
            (
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<math><mtext></mtext></math>",
            ),
        ] {
            assert_eq!(sanitize(harmful), left, "{harmful}");
        }
    }

    #[test]
    fn what_authors_need_stays() {
        for kept in [
            "<p style=\"color:red;text-align:center\" class=\"big\">ok</p>",
            "<img src=\"data:image/png;base64,AAAA\">",
            "<details open=\"\"><summary>more</summary>words</details>",
            "<math display=\"block\"><msup><mi>x</mi><mn>2</mn></msup></math>",
        ] {
            assert_eq!(sanitize(kept), kept);
        }
    }

    #[test]
    fn links_inside_a_text_find_their_ids() {
        let html = "<a href=\"#there\" rel=\"x\">go</a><p id=\"user-there\"></p><a href=\"#elsewhere\">out</a>";
        let mended = mend_links(html.into());
        assert!(mended.contains("href=\"#user-there\""), "{mended}");
        assert!(mended.contains("href=\"#elsewhere\""), "{mended}");
    }
}
