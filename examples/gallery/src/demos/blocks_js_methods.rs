//! Scripts of the page itself: in place of a function, no server is asked.

use vetrina::prelude::*;

#[page]
fn blocks_js_methods(ui: &mut Ui) {
    let subject = ui.add(Textbox::new().placeholder("subject"));
    let verb = ui.add(Radio::new(["ate", "loved", "hated"]));
    let object = ui.add(Textbox::new().placeholder("object"));
    let words = (&subject, &verb, &object);

    let (create, reverse, append, both) = ui.row(|ui| {
        (
            ui.add(Button::new("Create sentence.")),
            ui.add(Button::new("Reverse sentence.")),
            ui.add(Button::new("Append foo")),
            ui.add(Button::new("Reverse sentence and send to server.")),
        )
    });

    let sentence = ui.add(Textbox::new().label("output 1"));
    let turned = ui.add(Textbox::new().label("verb"));
    let reversed = ui.add(Textbox::new().label("verb reversed"));
    let sent = "front end process and then send to backend";
    let sent = ui.add(Textbox::new().label(sent));

    create.click(sentence_maker, words, &sentence);
    let turn = "(s, v, o) => o + ' ' + v + ' ' + s";
    reverse.click.js(turn, words, &turned);
    verb.change.js("(x) => [...x].reverse().join('')", &verb, &reversed);
    append.click.js("(x) => x + ' foo'", (), &subject);
    let reversed = "(s, v, o) => [s, v, o].map(x => [...x].reverse().join('')).join(' ')";
    both.click.js(reversed, words, &sent);
}

fn sentence_maker(subject: String, verb: String, object: String) -> String {
    format!("{subject} {verb} {object}")
}
