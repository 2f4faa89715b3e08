use serde_json::json;

use super::*;

/// An app of the kind the README shows, with every sort of field.
fn info() -> Value {
    let text = json!({"type": "string"});
    let greet = json!({
        "parameters": [
            {"label": "name", "parameter_name": "name", "parameter_has_default": false, "parameter_default": null,
             "type": text, "component": "Textbox", "example_input": "Hello!!", "description": "Whom to `greet`."},
            {"label": "intensity", "parameter_name": "intensity", "parameter_has_default": true, "parameter_default": 2,
             "type": {"type": "integer", "minimum": 1, "maximum": 10}, "component": "Slider", "example_input": 1},
            {"label": "mood", "parameter_name": "mood", "parameter_has_default": true, "parameter_default": "calm",
             "type": {"type": "string", "enum": ["calm", "<loud>"]}, "component": "Radio", "example_input": "calm"},
            {"label": "extras", "parameter_name": "extras", "parameter_has_default": true, "parameter_default": ["b"],
             "type": {"type": "array", "items": {"enum": ["a", "b"]}}, "component": "Checkboxgroup", "example_input": ["a"]},
            {"label": "aloud", "parameter_name": "aloud", "parameter_has_default": true, "parameter_default": null,
             "type": {"type": ["boolean", "null"]}, "component": "Checkbox", "example_input": true},
            {"label": "more", "parameter_name": "more", "parameter_has_default": false, "parameter_default": null,
             "type": {"type": {}}, "component": "Json", "example_input": {"a": 1}},
        ],
        "returns": [{"label": "greeting", "type": text, "component": "Textbox"}],
        "description": "Greets somebody, with feeling.",
    });
    json!({"named_endpoints": {"/greet": greet, "/no_input": {"parameters": [], "returns": []}}, "unnamed_endpoints": {}})
}

fn page() -> ApiPage<'static> {
    ApiPage {
        title: "Greet",
        description: "",
        base_url: "http://127.0.0.1:7860/",
        endpoint: None,
        lang: None,
        theme: None,
        head: "<link rel=\"stylesheet\" href=\"x.css\">",
        mcp: "",
        footer: "<footer></footer>",
    }
}

/// Many endpoints, of which only some are unfolded.
fn many() -> Value {
    let named: serde_json::Map<String, Value> = ["/a", "/b", "/c c", "/d"]
        .into_iter()
        .map(|name| (name.to_owned(), json!({"parameters": [], "returns": []})))
        .collect();
    json!({ "named_endpoints": named })
}

#[track_caller]
fn has(html: &str, part: &str) {
    assert!(html.contains(part), "no {part} in\n{html}");
}

fn open_folds(html: &str) -> Vec<&str> {
    let folds = html
        .split("<details ")
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    folds
        .filter(|tag| tag.ends_with(" open"))
        .filter_map(|tag| tag.split('"').nth(3))
        .collect()
}

#[test]
fn the_page_names_the_app_and_counts_its_endpoints() {
    let html = render(&info(), &page());
    has(&html, "<title>Use via API · Greet</title>");
    has(
        &html,
        "Two endpoints at <code>http://127.0.0.1:7860</code>.",
    );
    has(&html, "<link rel=\"stylesheet\" href=\"x.css\">");
    has(&html, "<html lang=\"en\" dir=\"ltr\">");
    has(
        &render(
            &info(),
            &ApiPage {
                theme: Some("dark"),
                ..page()
            },
        ),
        "<html lang=\"en\" dir=\"ltr\" class=\"dark\">",
    );
}

#[test]
fn a_parameter_is_told_in_words() {
    let html = render(&info(), &page());
    has(
        &html,
        "<tr><th scope=\"row\">name</th><td><code>string</code></td><td><span class=\"badge verb\">required</span></td>\
         <td data-label=\"Default\"><span class=\"muted\">none</span></td><td>Whom to <code>greet</code>.\
         <p class=\"muted\">For example <code>&quot;Hello!!&quot;</code></p></td></tr>",
    );
    has(
        &html,
        "<td><code>integer, 1 to 10</code></td><td><span class=\"muted\">optional</span></td>",
    );
    has(
        &html,
        "<code>&quot;calm&quot; | &quot;&lt;loud&gt;&quot;</code>",
    );
    has(
        &html,
        "<code>list of (&quot;a&quot; | &quot;b&quot;)</code>",
    );
}

#[test]
fn every_kind_of_value_has_its_field() {
    let html = render(&info(), &page());
    has(
        &html,
        "<input class=\"input\" id=\"try-0-0\" aria-describedby=\"try-0-0-info\" autocomplete=\"off\" value=\"Hello!!\">",
    );
    has(
        &html,
        "type=\"number\" id=\"try-0-1\" autocomplete=\"off\" value=\"2\" step=\"1\" min=\"1\" max=\"10\" required>",
    );
    has(
        &html,
        "<option value=\"&quot;&lt;loud&gt;&quot;\">&lt;loud&gt;</option>",
    );
    has(
        &html,
        "<input type=\"checkbox\" value=\"&quot;b&quot;\" autocomplete=\"off\" checked> b</label>",
    );
    has(
        &html,
        "<option value=\"null\" selected>null</option><option value=\"true\">true</option>",
    );
    has(
        &html,
        "spellcheck=\"false\">\n{&quot;a&quot;: 1}</textarea>",
    );
    has(
        &html,
        "<form class=\"column\" data-path=\"gradio_api/call/no_input\"",
    );
}

#[test]
fn programs_are_there_in_every_language() {
    let html = render(&info(), &page());
    has(&html, "    intensity=<span class=\"n\">2</span>,\n");
    has(
        &html,
        "app.<span class=\"f\">predict</span>(<span class=\"s\">&quot;/greet&quot;</span>, {",
    );
    has(
        &html,
        "&quot;http://127.0.0.1:7860/gradio_api/call/greet/$EVENT_ID&quot;",
    );
}

#[test]
fn the_address_chooses_what_is_open() {
    assert_eq!(open_folds(&render(&info(), &page())), ["greet", "no_input"]);
    assert_eq!(open_folds(&render(&many(), &page())), ["a"]);
    let html = render(
        &many(),
        &ApiPage {
            endpoint: Some("/c c"),
            lang: Some("curl"),
            ..page()
        },
    );
    assert_eq!(open_folds(&html), ["c c"]);
    has(
        &html,
        "<a href=\"?view=api&amp;endpoint=c%20c&amp;lang=curl#c%20c\" data-endpoint=\"c c\" aria-current=\"true\">",
    );
    has(
        &html,
        "name=\"lang-2\" value=\"curl\" autocomplete=\"off\" checked>",
    );
    // Nonsense in an address changes nothing.
    let html = render(
        &many(),
        &ApiPage {
            endpoint: Some("zzz"),
            lang: Some("cobol"),
            ..page()
        },
    );
    assert_eq!(open_folds(&html), ["a"]);
    has(&html, "value=\"python\" autocomplete=\"off\" checked>");
}

#[test]
fn an_endpoint_called_like_a_part_of_the_page_leaves_it_its_id() {
    let info = json!({"named_endpoints": {"/settings": {}, "/other": {}}});
    let html = render(
        &info,
        &ApiPage {
            footer: "<div id=\"settings\" popover></div>",
            ..page()
        },
    );
    assert_eq!(html.matches(" id=\"settings\"").count(), 1, "{html}");
    has(&html, " id=\"/settings\"");
    has(&html, " id=\"other\"");
}

#[test]
fn an_app_without_endpoints_says_so() {
    let html = render(&json!({"named_endpoints": {}}), &page());
    has(&html, "No endpoints at <code>http://127.0.0.1:7860</code>.");
    has(&html, "Nothing to call from outside");
    assert!(!html.contains("<nav"), "{html}");
}

#[test]
fn nothing_of_an_author_or_a_visitor_becomes_markup() {
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let part = json!({"label": evil, "parameter_name": evil, "parameter_has_default": true, "parameter_default": evil,
        "type": {"type": "string", "description": evil, "pattern": evil}, "component": evil, "description": evil});
    let endpoint = json!({"parameters": [part], "returns": [part], "description": evil});
    let info = json!({"named_endpoints": {format!("/{evil}"): endpoint, "/b": {}, "/c": {}}});
    let evil_page = ApiPage {
        title: evil,
        description: evil,
        base_url: evil,
        endpoint: Some(evil),
        lang: Some(evil),
        theme: Some(evil),
        ..page()
    };
    let html = render(&info, &evil_page);
    assert!(!html.contains("<img"), "{html}");
    assert!(!html.contains(" onerror=alert(1)>"), "{html}");
}

#[test]
fn the_page_fits_a_strict_policy() {
    let html = render(&info(), &page());
    for forbidden in [
        " style=",
        "<style",
        "<script",
        " onclick",
        "javascript:",
        "href=\"/",
        "src=\"/",
        "action=",
    ] {
        assert!(!html.contains(forbidden), "{forbidden} in\n{html}");
    }
}
