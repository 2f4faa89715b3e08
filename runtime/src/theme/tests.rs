use super::*;

#[test]
fn the_default_look_needs_no_rules() {
    assert_eq!(Theme::default().css(""), None);
    assert_eq!(Theme::default().name("mine").css(""), None);
}

#[test]
fn a_value_holds_in_the_light_and_where_the_look_makes_no_difference_in_the_dark() {
    let css = |theme: Theme| theme.css("").unwrap();
    let both = css(Theme::default().set("input_padding", "*spacing_lg"));
    assert_eq!(
        both,
        "@layer tokens{:root{--input-padding:var(--spacing-lg);}\n}\n"
    );
    let light = css(Theme::default().set("body_text_color", "black"));
    assert!(light.contains(":root{--body-text-color:black;}"), "{light}");
    assert!(
        light.contains(":root.dark{--body-text-color:var(--neutral-100);}"),
        "{light}"
    );
    let dark = css(Theme::default().set("--body-text-color-dark", "white"));
    assert!(dark.contains("@layer tokens{:root{}"), "{dark}");
    assert!(
        dark.contains("(prefers-color-scheme:dark){:root:not(.light){--body-text-color:white;}}"),
        "{dark}"
    );
}

#[test]
fn what_is_set_later_wins() {
    let theme = Theme::soft().radius(Radius::None).set("radius_md", "3px");
    assert_eq!(theme.resolved("radius-md", false), "3px");
    assert_eq!(theme.resolved("radius-lg", true), "0px");
    assert_eq!(theme.resolved("input-radius", false), "3px");
}

#[test]
fn hues_and_references_are_filled_in() {
    let theme = Theme::default().primary_hue(Hue::of([
        "#000", "#100", "#200", "#300", "#400", "#500", "#600", "#700", "#800", "#900", "#950",
    ]));
    assert_eq!(theme.resolved("color-accent", false), "#700");
    assert_eq!(
        theme.resolved("button-primary-background-fill", true),
        "#400"
    );
    // Links go along, as long as they have no hue of their own.
    assert_eq!(theme.resolved("link-text-color", false), "#700");
    let theme = theme.secondary_hue(Hue::new(10.0, 0.1));
    assert_eq!(
        theme.resolved("link-text-color", false),
        "oklch(0.455 0.0900 10)"
    );
}

#[test]
fn the_first_mistake_is_kept() {
    let theme = Theme::glass()
        .set("colour_accent", "red")
        .set("input_padding", "a;b");
    let mistake = theme.mistake().unwrap();
    assert!(
        mistake.contains("`colour_accent`; the nearest is `color_accent`"),
        "{mistake}"
    );
    for look in looks() {
        assert_eq!(look.mistake(), None, "{}", look.config_name());
    }
}

#[test]
fn a_font_of_ones_own_is_a_file_of_the_app() {
    let theme = Theme::default().font(Font::embedded("My \"Face\"", b"wOF2"));
    let (name, bytes) = theme.font_files().next().unwrap();
    assert_eq!(bytes, b"wOF2");
    let css = theme.css("fonts/").unwrap();
    assert!(
        css.starts_with("@font-face{font-family:\"My Face\";"),
        "{css}"
    );
    assert!(css.contains(&format!("url(\"fonts/{name}\")")), "{css}");
    assert!(css.contains("--font:\"My Face\", system-ui"), "{css}");
    assert!(
        Theme::monochrome()
            .css("")
            .unwrap()
            .contains("--font:Charter")
    );
}

#[test]
fn looks_differ_from_each_other() {
    let mut sheets: Vec<_> = looks().map(|look| look.css("")).to_vec();
    sheets.sort();
    sheets.dedup();
    assert_eq!(sheets.len(), 8);
}
