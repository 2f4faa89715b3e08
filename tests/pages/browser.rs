//! Events in a real browser: what the page does with what functions give.

use std::time::Duration;

use vetrina_tests::{run, tools};

use super::Page;

mod app {
    use vetrina::prelude::*;

    #[derive(Default)]
    struct Words(Vec<String>);

    #[page]
    fn seen(ui: &mut Ui) {
        let name = ui.add(Textbox::new().label("Name").value("Ada"));
        let greeting = ui.add(Textbox::new().label("Greeting"));
        let after = ui.add(Textbox::new().label("After"));
        let note = ui.add(Textbox::new().label("Note").interactive(true));
        ui.load(|name: String| format!("Hello {name}"), &name, &greeting);

        let good = ui
            .add(Button::new("Go well"))
            .click(|| "went well", (), &greeting);
        good.success(|so_far: String| format!("it {so_far}"), &greeting, &after)
            .then(|so_far: String| format!("{so_far}, then"), &after, &after);
        good.failure(|| "not this", (), &note);

        let bad = ui.add(Button::new("Go wrong")).click(
            || Err::<String, _>(Error::new("No way")),
            (),
            &greeting,
        );
        bad.success(|| "not this", (), &note);
        bad.failure(|| "went wrong", (), &after);

        ui.add(Button::new("Hide"))
            .click(|| Update(Textbox::new().visible(false)), (), &note);
        ui.add(Button::new("Show"))
            .click(|| Update(Textbox::new().visible(true)), (), &note);
        ui.add(Button::new("Explain")).click(
            || Update(Textbox::new().info("A few words")),
            (),
            &note,
        );
        ui.add(Button::new("Leave")).click(|| Skip, (), &note);
        ui.add(Button::new("Remember"))
            .click(remember, &name, &after);
    }

    fn remember(word: String, words: State<Words>, alerts: Alerts) -> String {
        alerts.info(format!("Heard {word}"));
        words.update(|Words(words)| {
            words.push(word);
            words.join(" ")
        })
    }
}

#[test]
fn the_page_does_what_functions_say() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let script = tools::sources().join("pages/does_what_functions_say.mjs");
    run(
        "does_what_functions_say",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(180),
    );
}
