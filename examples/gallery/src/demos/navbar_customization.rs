//! A navigation bar with a link of its own, which hides and comes back.

use vetrina::prelude::*;

#[page]
fn dashboard(ui: &mut Ui) {
    let links = [("About Rust", "https://www.rust-lang.org/")];
    let navbar = ui.add(Navbar::new(links).main_page_name("Dashboard"));
    ui.markdown("# Dashboard Page");
    ui.add(Button::new("Hide Navbar")).click(
        || Update(Navbar::default().visible(false)),
        (),
        &navbar,
    );
    let again = || Update(Navbar::default().visible(true).main_page_name("Dashboard is Back!"));
    ui.add(Button::new("Show Navbar")).click(again, (), &navbar);
}

#[page]
fn settings(ui: &mut Ui) {
    ui.markdown("# Settings Page");
}
