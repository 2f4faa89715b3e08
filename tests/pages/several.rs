//! Several pages in one app, and the bar between them.

use std::time::Duration;

use serde_json::json;
use vetrina::App;
use vetrina_tests::{get, run, tools};

use super::Page;

mod app {
    use vetrina::prelude::*;

    #[endpoint]
    fn multiply(x: f64, y: f64) -> f64 {
        x * y
    }

    #[page]
    fn home(ui: &mut Ui) {
        let navbar = ui.add(Navbar::new([("About us", "https://example.org/")]));
        ui.markdown("# The first page");
        ui.add(Button::new("Hide"))
            .click(|| Update(Navbar::default().visible(false)), (), &navbar);
        let again = || {
            let links = [("Deep", "tools/deep"), ("Chosen", "second?option=2")];
            Update(Navbar::new(links).visible(true).main_page_name("Start"))
        };
        ui.add(Button::new("Show")).click(again, (), &navbar);
        ui.add(Button::new("Leave out")).click(
            || Update(Navbar::default().main_page_name(None)),
            (),
            &navbar,
        );
    }

    #[page(title = "The second")]
    fn second(ui: &mut Ui) {
        ui.markdown("# The second page");
        ui.interface(multiply);
    }

    #[page(path = "tools/deep", navbar = false)]
    fn deep(ui: &mut Ui) {
        ui.markdown("# Deep below");
        let name = ui.add(Textbox::new().label("Name"));
        let greeting = ui.add(Textbox::new().label("Greeting"));
        name.submit(|name: String| format!("Hello {name}"), &name, &greeting);
    }
}

#[test]
fn the_bar_leads_from_page_to_page() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let script = tools::sources().join("pages/leads_from_page_to_page.mjs");
    run(
        "leads_from_page_to_page",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(180),
    );
}

#[test]
fn the_config_tells_of_all_pages() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let config = page.config();
    assert_eq!(
        config["pages"],
        json!([
            ["", "Home", true],
            ["second", "The second", true],
            ["tools/deep", "Deep", false]
        ])
    );
    let navbar = &config["components"][0];
    assert_eq!(navbar["type"], "navbar");
    assert_eq!(navbar["props"]["main_page_name"], "Home");
    assert_eq!(
        navbar["props"]["value"],
        json!([["About us", "https://example.org/"]])
    );
    for (path, facts) in config["page"].as_object().expect("pages by path") {
        let ids = facts["components"].as_array().expect("a list");
        assert!(!ids.is_empty(), "{path}");
        for (other, facts) in config["page"].as_object().expect("pages by path") {
            let others = facts["components"].as_array().expect("a list");
            let shared = path != other && ids.iter().any(|id| others.contains(id));
            assert!(!shared, "{path} and {other} share a component");
        }
    }
}

#[test]
fn each_page_has_its_address_and_its_title() {
    let page = Page::of(concat!(module_path!(), "::app"));
    for (path, title) in [
        ("/", "<title>Home</title>"),
        ("/second", "<title>The second · "),
        ("/second/", "<title>The second · "),
        ("/tools/deep", "<title>Deep · "),
        ("/tools/deep/", "<title>Deep · "),
    ] {
        let html = get(page.at(path)).expect(200).body;
        assert!(html.contains(title), "{path}: {html}");
    }
    for path in ["/third", "/tools", "/tools/deeper", "/second/deep"] {
        let _ = get(page.at(path)).expect(404);
    }
}

mod twice {
    use vetrina::prelude::*;

    #[page(path = "here")]
    fn one(ui: &mut Ui) {
        ui.markdown("one");
    }

    #[page(path = "/here/")]
    fn two(ui: &mut Ui) {
        ui.markdown("two");
    }
}

mod plain {
    use vetrina::prelude::*;

    fn multiply(x: f64, y: f64) -> f64 {
        x * y
    }

    #[page]
    fn tools(ui: &mut Ui) {
        ui.interface(multiply);
    }
}

#[test]
fn what_cannot_be_served_says_where() {
    let why = |module: &str| {
        let module = format!("{}::{module}", module_path!());
        App::module(module)
            .router()
            .expect_err("it cannot start")
            .to_string()
    };
    let same = why("twice");
    assert!(same.contains("two pages have the path `/here`"), "{same}");
    assert_eq!(same.matches("pages/several.rs:").count(), 2, "{same}");
    let plain = why("plain");
    assert!(plain.contains("pages/several.rs:"), "{plain}");
    assert!(
        plain.contains("`multiply`: `ui.interface` takes a function that has `#[endpoint]`"),
        "{plain}"
    );
}
