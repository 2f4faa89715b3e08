#[page(title = "Flipper", path = "/flip/text")]
fn flipper(ui: &mut Ui) {
    ui.markdown("Flip a text.");
}

#[derive(Choices)]
enum Mood {
    Calm,
    /// Rather loud.
    #[choice(value = "loud")]
    VeryLoud,
}
