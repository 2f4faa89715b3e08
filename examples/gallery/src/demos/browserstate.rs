//! A name and a password that your browser keeps, encrypted, over visits.

use rand::distr::{Alphanumeric, SampleString};
use vetrina::prelude::*;

#[page]
fn browserstate(ui: &mut Ui) {
    ui.markdown(
        "Your Username and Password will get saved in the browser's local storage. \
         If you refresh the page, the values will be retained.",
    );
    let username = ui.add(Textbox::new().label("Username"));
    let password = Textbox::new().label("Password").kind(TextKind::Password);
    let password = ui.add(password);
    let generate = ui.add(Button::new("Generate Randomly"));
    let kept = ui.add(BrowserState::new(["", ""]));
    let saved = Markdown::new().value("Saved to local storage");
    let saved = ui.add(saved.visible(false));

    let fields = (&username, &password);
    generate.click(|| (word(), word()), (), fields);
    ui.load(|(name, word): (String, String)| (name, word), &kept, fields);
    let changes = [&username.change, &password.change];
    ui.on(changes, |name: String, word: String| vec![name, word], fields, &kept);
    kept.change(|| Update(Markdown::new().visible(true)), (), &saved);
}

fn word() -> String {
    Alphanumeric.sample_string(&mut rand::rng(), 10)
}
