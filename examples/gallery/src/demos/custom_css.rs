//! Rules of the author's own, which win over those of the page.

use vetrina::{components::layout::Column, prelude::*};

#[page]
fn custom_css(ui: &mut Ui) {
    ui.css(RULES);
    ui.add_block(Column::new().elem_classes(["cool-col"]), |ui| {
        let title = Markdown::new().value("### Gradio Demo with Custom CSS");
        ui.add(title.elem_classes(["darktest"]));
        let text = "Resize the browser window to see the CSS media query in action.";
        ui.add(Markdown::new().value(text).elem_classes(["markdown"]));
    });
}

const RULES: &str = r#"
@import url("https://fonts.googleapis.com/css2?family=Protest+Riot&display=swap");

@keyframes animation {
    from { background-color: red; }
    to { background-color: blue; }
}

@font-face {
    font-family: "test-font";
    src: url("https://mdn.github.io/css-examples/web-fonts/VeraSeBd.ttf") format("truetype");
}

.cool-col {
    background-color: red;
    animation-name: animation;
    animation-duration: 4s;
    animation-delay: 2s;
    animation-iteration-count: infinite;
    border-radius: 10px;
    padding: 20px;
    font-family: "test-font";
}

.markdown {
    background-color: lightblue;
    padding: 20px;
    font-family: "Protest Riot", sans-serif;
}

.markdown p {
    color: royalblue;
}

@media screen and (max-width: 600px) {
    .markdown {
        background: blue;
    }
    .markdown p {
        color: lightblue;
    }
}

.dark .markdown {
    background: pink;
}

.darktest h3 {
    color: #27272a;
}

.dark .darktest h3 {
    color: yellow;
}
"#;
