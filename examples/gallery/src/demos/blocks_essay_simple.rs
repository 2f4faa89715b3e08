//! A box that grows, shrinks and hides as it is told.

use vetrina::prelude::*;

#[derive(Choices)]
enum Length {
    #[choice(value = "short")]
    Short,
    #[choice(value = "long")]
    Long,
    #[choice(value = "none")]
    None,
}

#[page]
fn blocks_essay_simple(ui: &mut Ui) {
    let question = "What kind of essay would you like to write?";
    let length = ui.add(Radio::of::<Length>().label(question));
    let essay = Textbox::new().label("Essay").lines(2);
    let essay = ui.add(essay.interactive(true).show_copy_button(true));
    length.change(change_essay, &length, &essay);
}

/// What is set here changes; all else stays as it is.
fn change_essay(length: Length) -> Update<Textbox> {
    let essay = Textbox::new();
    Update(match length {
        Length::Short => essay.visible(true).lines(2),
        Length::Long => essay.visible(true).lines(8).value("Lorem ipsum dolor sit amet"),
        Length::None => essay.visible(false),
    })
}
