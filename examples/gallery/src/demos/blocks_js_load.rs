//! A script that runs when the page is there: letters that come in one by one.

use vetrina::prelude::*;

#[page]
fn blocks_js_load(ui: &mut Ui) {
    ui.js(LETTERS);
    let name = ui.add(Textbox::new().label("Your Name"));
    let welcomed = ui.add(Textbox::new().label("Your Welcome"));
    name.submit(welcome, &name, &welcomed);
}

fn welcome(name: String) -> String {
    format!("Welcome to Vetrina, {name}!")
}

const LETTERS: &str = r"
() => {
    const line = document.createElement('div');
    line.id = 'welcome';
    Object.assign(line.style, { fontSize: '2em', fontWeight: 'bold', textAlign: 'center' });
    [...'Welcome to Vetrina!'].forEach((letter, index) => {
        const shown = document.createElement('span');
        shown.textContent = letter;
        setTimeout(() => {
            line.append(shown);
            shown.animate([{ opacity: 0 }, { opacity: 1 }], 500);
        }, index * 100);
    });
    document.querySelector('.gradio-container').prepend(line);
}
";
