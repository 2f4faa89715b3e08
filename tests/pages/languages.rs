//! The words of the page in the visitor's language.

use std::time::Duration;

use vetrina_tests::{run, tools};

use super::Page;

mod app {
    use vetrina::{
        components::layout::{Accordion, Sidebar, Walkthrough},
        prelude::*,
    };

    /// Nothing that its author says has a Latin letter: what has one is ours.
    #[page(title = "Α")]
    fn everything(ui: &mut Ui) {
        ui.add_block(Sidebar::default(), |ui| ui.markdown("Ω"));
        let texts = Textbox::new().label("1").show_copy_button(true);
        let text = ui.add(texts.submit_btn(true).stop_btn(true));
        let number = ui.add(Number::new().label("2").maximum(3));
        ui.row(|ui| {
            ui.add(Slider::new(0..=9).label("3").show_reset_button(true));
            ui.add(Checkbox::new().label("4"));
            let several = CheckboxGroup::new(["α", "β"]).label("5");
            ui.add(several.show_select_all(true));
            let many = Dropdown::new(["α", "β"]).label("6").multiselect(true);
            ui.add(many.value(["α", "β"]));
            ui.add(ColorPicker::new().label("7"));
            ui.add(DateTime::new().label("8"));
        });
        ui.row(|ui| {
            ui.add(Image::new().label("10").interactive(true));
            ui.add(Gallery::new().label("11").interactive(true));
            ui.add(ImageSlider::new().label("12").interactive(true));
            ui.add(Audio::new().label("13").interactive(true));
            ui.add(Video::new().label("14").interactive(true));
            ui.add(File::new().label("15").interactive(true));
            ui.add(UploadButton::new("16"));
            ui.add(DownloadButton::new("17"));
            ui.add(MultimodalTextbox::new().label("18"));
        });
        ui.row(|ui| {
            let table = Dataframe::new().label("20").headers(["α", "β"]);
            ui.add(table.value([["1", "2"]]).interactive(true));
            ui.add(Json::new().label("21").value(serde_json::json!({"α": 1})));
            ui.add(Label::new().label("22").value([("α", 0.5)]));
            let marked = HighlightedText::new().label("23").interactive(true);
            ui.add(marked.value(vec![("α", Some("β")), ("γ", None)]));
            ui.add(Code::new().label("24").value("1"));
            ui.add(Plot::new().label("25"));
            let said = [Message::user("α"), Message::assistant("β")];
            ui.add(
                Chatbot::new()
                    .label("26")
                    .editable(Editable::All)
                    .value(said),
            );
            ui.add(Dataset::of(Textbox::new().label("27"), ["α", "β"]).label("28"));
        });
        ui.add_block(Accordion::new("30"), |ui| ui.markdown("α"));
        ui.add_block(Walkthrough::new(), |ui| {
            ui.step("31", |ui| ui.markdown("α"))
        });
        ui.add(Button::new("Submit")).click(|| 1, (), &number);
        ui.add(Button::new("Ψ")).click(fail, &number, &text);
    }

    fn fail(number: Option<f64>) -> Result<String, std::num::ParseIntError> {
        number.map_or_else(
            || "α".parse::<u8>().map(|_| String::new()),
            |_| Ok("α".into()),
        )
    }
}

#[test]
fn the_page_speaks_the_visitors_language() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let script = tools::sources().join("pages/speaks_the_language.mjs");
    run(
        "speaks_the_language",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(180),
    );
}
