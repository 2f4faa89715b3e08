use serde_json::{Value, json};

use super::*;

fn shown(config: &Value) -> String {
    let assets = Assets::load();
    let page = Page {
        path: "",
        assets: &assets,
        theme: None,
        base: "",
        language: &Language::default(),
    };
    render(config, &page).0
}

fn hello() -> Value {
    json!({
        "mode": "interface", "title": "Greet", "show_api": true, "app_id": 1,
        "layout": { "id": 0, "children": [
            { "id": 1 }, { "id": 2 },
            { "id": 3, "children": [
                { "id": 4, "children": [{ "id": 5 }, { "id": 6 }, { "id": 7, "children": [{ "id": 8 }] }] },
                { "id": 9, "children": [{ "id": 10 }] },
            ] },
        ] },
        "components": [
            { "id": 1, "type": "markdown", "props": { "value": "# Greet", "show_label": false } },
            { "id": 2, "type": "markdown", "props": { "value": "With feeling.", "show_label": false } },
            { "id": 3, "type": "row", "props": {} },
            { "id": 4, "type": "column", "props": { "scale": 1, "min_width": 320 } },
            { "id": 5, "type": "textbox", "props": { "label": "Name <b>", "info": "Whom to greet.", "lines": 1, "value": "\n</textarea>" } },
            { "id": 6, "type": "slider", "props": { "label": "Intensity", "minimum": 1, "maximum": 11, "step": 1, "value": 6 } },
            { "id": 7, "type": "row", "props": {} },
            { "id": 8, "type": "button", "props": { "value": "Submit", "variant": "primary" } },
            { "id": 9, "type": "column", "props": { "variant": "panel" } },
            { "id": 10, "type": "textbox", "props": { "label": "Greeting", "elem_id": "out", "elem_classes": ["loud"] } },
        ],
        "dependencies": [
            { "id": 0, "targets": [[8, "click"]], "inputs": [5, 6], "outputs": [10], "backend_fn": true, "queue": true, "cancels": [] },
        ],
    })
}

#[test]
fn the_first_paint_has_labels_controls_and_values() {
    let html = shown(&hello());
    assert!(html.contains("<title>Greet</title>"));
    assert!(html.contains("for=\"c5\">Name &lt;b&gt;</label>"));
    assert!(html.contains("aria-describedby=\"c5-info\""));
    assert!(html.contains("type=\"range\" id=\"c6\""));
    assert!(html.contains("--at:50.0%"));
    assert!(html.contains(">Submit</button>"));
}

#[test]
fn a_value_cannot_leave_its_control() {
    let html = shown(&hello());
    assert!(
        html.contains(">\n\n&lt;/textarea&gt;</textarea>"),
        "the first line break of a value is kept"
    );
    let config = &html[html.find("id=\"config\"").unwrap()..];
    assert!(config[..config.find("</script>").unwrap()].contains("\\u003c/textarea>"));
}

#[test]
fn what_only_answers_is_not_for_typing() {
    let html = shown(&hello());
    let answer = &html[html.find("id=\"c10\"").unwrap()..];
    assert!(answer[..answer.find('>').unwrap()].contains(" readonly"));
    let input = &html[html.find("id=\"c5\" ").unwrap()..];
    assert!(!input[..input.find('>').unwrap()].contains(" readonly"));
}

#[test]
fn an_author_may_choose_id_and_classes() {
    let html = shown(&hello());
    assert!(html.contains("class=\"block textbox loud\" id=\"out\" data-id=\"10\""));
}

#[test]
fn only_the_modules_of_the_page_are_asked_for() {
    let html = shown(&hello());
    let preloads: Vec<_> = html
        .lines()
        .filter(|line| line.contains("modulepreload"))
        .collect();
    assert!(
        preloads
            .iter()
            .any(|line| line.contains("components/slider-"))
    );
    assert!(
        !preloads
            .iter()
            .any(|line| line.contains("components/dropdown-"))
    );
}

#[test]
fn every_address_is_relative_to_the_root() {
    let assets = Assets::load();
    let page = Page {
        path: "",
        assets: &assets,
        theme: Some(Scheme::Dark),
        base: "../",
        language: &Language::default(),
    };
    let (html, _) = render(&hello(), &page);
    assert!(html.contains("<html lang=\"en\" class=\"dark\">"));
    for line in html.lines().filter(|line| {
        line.contains("assets/") && line.starts_with('<') && !line.contains("importmap")
    }) {
        assert!(
            line.contains("=\"../assets/") || line.contains("\"../assets/"),
            "{line}"
        );
    }
}

#[test]
fn nothing_is_run_or_styled_inline_by_a_string() {
    let html = shown(&hello());
    assert!(
        !html.contains("<style") && !html.contains(" onclick") && !html.contains("javascript:")
    );
    let inline =
        html.matches("<script").count() - html.matches("<script type=\"module\" src=").count();
    assert_eq!(inline, 2, "the import map and the config");
}

#[test]
fn links_of_buttons_are_pages() {
    let mut config = hello();
    config["components"][7]["props"]["link"] = json!("javascript:alert(1)");
    assert!(shown(&config).contains("href=\"#\""));
    config["components"][7]["props"]["link"] = json!("https://example.org/");
    assert!(shown(&config).contains("href=\"https://example.org/\""));
}

#[test]
fn a_page_without_words_still_has_a_heading() {
    let mut config = hello();
    config["layout"]["children"] = json!([{ "id": 5 }]);
    assert!(shown(&config).contains("<h1 class=\"sr-only\">Greet</h1>"));
}
