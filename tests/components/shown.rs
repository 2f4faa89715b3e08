//! Components that show something.

mod app {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    #[page]
    fn shown(ui: &mut Ui) {
        let source = ui.add(Textbox::new().label("Source").lines(3));
        let prose = ui.add(
            Markdown::new()
                .label("Prose")
                .value("Nothing *yet*")
                .header_links(true)
                .line_breaks(true)
                .show_copy_button(true)
                .elem_id("prose"),
        );
        ui.add(Button::new("Write")).click(render, &source, &prose);
        ui.add(Button::new("Stream")).click(stream, (), &prose);

        let markup = ui.add(
            Html::new()
                .value("<p id=\"mine\" onclick=\"alert(1)\">Press me</p>")
                .elem_id("markup"),
        );
        let pressed = ui.add(Textbox::new().label("Pressed"));
        markup.click(|| "pressed", (), &pressed);

        let many: Vec<_> = (0..20_000).map(|n| json!({"n": n})).collect();
        ui.add(
            Json::new()
                .label("Tree")
                .value(json!({"list": many, "needle": {"deep": "hay"}}))
                .elem_id("tree"),
        );
        let nested = vec![vec![vec![7; 10]; 100]; 100];
        ui.add(
            Json::new()
                .label("Nested")
                .value(json!(nested))
                .open(true)
                .max_height(300)
                .elem_id("nested"),
        );

        let marked = ui.add(
            HighlightedText::new()
                .label("Marked")
                .value([
                    ("The fox from ", None),
                    ("Oslo", Some("place")),
                    (" ran", None),
                ])
                .show_legend(true)
                .interactive(true)
                .elem_id("marked"),
        );
        let tokens = [(" The fox", None), (" ran ", Some("verb")), ("home ", None)];
        let bare = HighlightedText::new().label("Bare").value(tokens);
        let bare = ui.add(
            bare.show_whitespaces(false)
                .interactive(true)
                .elem_id("bare"),
        );
        let parts = ui.add(Textbox::new().label("Parts"));
        marked.change(parts_of, &marked, &parts);
        bare.change(parts_of, &bare, &parts);

        let scores = ui.add(
            Label::new()
                .label("Scores")
                .color("teal")
                .value([("cat", 0.9), ("dog", 0.1)]),
        );
        ui.add(Plot::new().label("Chart").value(SVG).elem_id("chart"));
        ui.add(
            ParamViewer::new()
                .anchor_links(true)
                .linkify(vec!["Ui".into()])
                .value([
                    Parameter::new("name", "String").description("Whom to *greet*"),
                    Parameter::new("ui", "&mut Ui").default("none"),
                ])
                .elem_id("params"),
        );

        let chosen = ui.add(Textbox::new().label("Chosen"));
        scores.select(|| "chosen", (), &chosen);
    }

    #[endpoint]
    fn render(source: String) -> String {
        source
    }

    fn stream() -> impl Iterator<Item = String> {
        let words = "# Title\n\nOne **two** three\n\n```rust\nlet x = 1;\n```\n\nlast words";
        (1..=words.len()).map(|end| words[..end].to_owned())
    }

    #[endpoint]
    fn parts_of(marked: Vec<(String, Option<String>)>) -> String {
        let words = marked.into_iter().map(|(part, mark)| match mark {
            Some(mark) => format!("[{part}:{mark}]"),
            None => part,
        });
        words.collect()
    }

    #[endpoint(output = HighlightedText::new())]
    fn mark(text: String) -> Vec<(String, Option<f64>)> {
        let words = text.split_inclusive(' ').enumerate();
        words
            .map(|(n, word)| (word.to_owned(), (n % 2 == 1).then_some(0.5)))
            .collect()
    }

    #[endpoint(output = HighlightedText::new())]
    fn entities(text: String) -> Entities {
        let entity = Entity {
            entity: "first".into(),
            start: 0,
            end: 1,
        };
        Entities {
            text,
            entities: vec![entity],
        }
    }

    #[endpoint(output = Label::new().num_top_classes(1))]
    fn classify(text: String) -> Vec<(String, f64)> {
        vec![(text, 0.25), ("other".into(), 0.75)]
    }

    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>";

    #[endpoint(output = Plot::new())]
    fn plot() -> String {
        SVG.to_owned()
    }

    #[endpoint]
    fn echo(data: Value) -> Value {
        data
    }
}
