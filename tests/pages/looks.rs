//! Themes: what pages look like, and what an author may say of it.

use std::time::Duration;

use vetrina::{App, ColorScheme, Theme, theme::Font};
use vetrina_tests::{get, request, run, tools};

use super::{Page, RUNTIME};

mod app {
    use vetrina::{components::layout::Accordion, prelude::*};

    macro_rules! looks {
        ($($name:ident)*) => {$(
            #[page]
            fn $name(ui: &mut Ui) {
                window(ui, Theme::$name());
            }
        )*};
    }

    #[page(path = "")]
    fn first(ui: &mut Ui) {
        window(ui, Theme::default());
    }

    looks! { base soft monochrome glass ocean origin citrus }

    fn window(ui: &mut Ui, theme: Theme) {
        ui.theme(theme);
        ui.markdown("# A look\n\nWords with [a link](https://example.org), `code` and **weight**.");
        ui.row(|ui| {
            ui.column(|ui| {
                let help = Textbox::new().label("Name").info("Whom to greet.");
                ui.add(help.placeholder("Ada"));
                ui.add(Radio::new(["one", "two"]).value("one").label("Radio"));
                ui.add(CheckboxGroup::new(["a", "b"]).value(["a"]).label("Group"));
                ui.add(Checkbox::new().label("Alone"));
                ui.add(Slider::new(1..=10).value(4).label("Slider"));
                ui.add(Dropdown::new(["x", "y"]).label("Dropdown"));
                ui.row(|ui| {
                    ui.add(Button::new("Later"));
                    ui.add(Button::new("Stop").variant(ButtonVariant::Stop));
                    ui.add(Button::new("Order").variant(ButtonVariant::Primary));
                });
            });
            ui.column(|ui| {
                let shares = [("Drink", 0.9), ("Extras", 0.1)];
                ui.add(Label::new().label("Label").value(shares));
                ui.add(
                    Textbox::new()
                        .label("Answer")
                        .interactive(false)
                        .value("42"),
                );
                ui.add(
                    Dataframe::new()
                        .headers(["a", "b"])
                        .value([["1", "2"], ["3", "4"]]),
                );
                ui.add(
                    Code::new()
                        .label("Code")
                        .language(Language::Python)
                        .value("x = 'y'  # z"),
                );
            });
        });
        ui.add_block(Accordion::new("More"), |ui| {
            ui.markdown("> What is folded away.")
        });
    }
}

#[test]
fn every_text_of_every_look_can_be_read() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let script = tools::sources().join("pages/looks_can_be_read.mjs");
    run(
        "looks_can_be_read",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(300),
    );
}

mod plain {
    use vetrina::prelude::*;

    #[page]
    fn plain(ui: &mut Ui) {
        ui.markdown("# Plain");
    }
}

fn plain() -> App {
    App::module(concat!(module_path!(), "::plain"))
}

fn served(app: App) -> Page {
    let running = RUNTIME.block_on(app.host("127.0.0.1").port(0).start());
    Page {
        running: running.expect("the app is whole"),
    }
}

fn start_error(app: App) -> String {
    let why = app.router().expect_err("the theme has a mistake");
    why.to_string()
}

#[test]
fn the_sheet_of_the_theme_is_sent_once() {
    let theme = Theme::ocean().set("radius_md", "7px");
    let (first, own) = (served(plain()), served(plain().theme(theme)));
    let answer = get(own.at("/theme.css")).expect(200);
    assert!(answer.body.contains("--radius-md:7px;"), "{answer}");
    let tag = answer.header("etag").expect("it has a tag").to_owned();
    let again = request("GET", own.at("/theme.css"))
        .header("if-none-match", &tag)
        .send();
    assert_eq!(again.status, 304);
    let (first, own) = (first.config(), own.config());
    assert_ne!(first["theme_hash"], own["theme_hash"]);
    assert_eq!(
        (&first["theme"], &own["theme"]),
        (&"default".into(), &"ocean".into())
    );
    assert_ne!(first["body_css"], own["body_css"]);
    for colour in own["body_css"].as_object().expect("an object").values() {
        let colour = colour.as_str().expect("a text");
        assert!(
            !colour.contains("var("),
            "{colour} means something without our sheet"
        );
    }
}

#[test]
fn a_mistake_in_a_theme_names_what_was_meant() {
    let wrong = start_error(plain().theme(Theme::default().set("body_text_colour", "red")));
    assert_eq!(
        wrong,
        "a theme has no variable `body_text_colour`; the nearest is `body_text_color`"
    );
    let wrong = start_error(plain().theme(Theme::soft().set("input_radius", "*radius_medium")));
    assert!(wrong.contains("no variable `radius_medium`"), "{wrong}");
    let wrong = start_error(plain().theme(Theme::soft().set("input_radius", "1px; color: red")));
    assert!(wrong.contains("without `;`"), "{wrong}");
}

#[test]
fn fonts_come_from_the_app() {
    let theme = Theme::default().font(Font::embedded("Mine", b"wOF2 and more"));
    let page = served(plain().theme(theme));
    let html = get(page.at("/")).expect(200).body;
    let sheet = html
        .split("href=\"")
        .find(|part| part.starts_with("assets/app/style-"));
    let sheet = sheet
        .expect("the sheet is linked")
        .split('"')
        .next()
        .unwrap();
    let css = get(page.at(&format!("/{sheet}"))).expect(200).body;
    let font = css.split("url(\"").nth(1).expect("the font is named");
    let font = font.split('"').next().unwrap();
    let file = get(page.at(&format!("/assets/app/{font}"))).expect(200);
    assert_eq!(file.header("content-type"), Some("font/woff2"));
    assert_eq!(file.body, "wOF2 and more");
}

#[test]
fn an_app_may_begin_in_the_dark() {
    let page = served(plain().color_scheme(ColorScheme::Dark));
    let html = get(page.at("/")).expect(200).body;
    assert!(html.contains("class=\"dark\""), "{html}");
}
