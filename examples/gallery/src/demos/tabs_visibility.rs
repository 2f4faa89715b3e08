//! Tabs that wait behind a button.

use vetrina::{components::layout::Tab, prelude::*};

#[page]
fn tabs_visibility(ui: &mut Ui) {
    let labels = ["abc", "def", "ghi", "jkl", "mno", "pqr", "stu", "vwx", "yz"];
    let mut hidden = Vec::new();
    for (number, label) in labels.into_iter().enumerate() {
        let visible = number % 2 == 0;
        let (tab, _) = ui
            .add_block(Tab::new(label).visible(visible), |ui| ui.add(Textbox::new().label(label)));
        if !visible {
            hidden.push(tab);
        }
    }
    ui.add(Button::new("Make visible")).click(make_visible, (), &hidden);
}

fn make_visible() -> Vec<Update<Tab>> {
    let tab = || Update(Tab::default().visible(true));
    vec![tab(), tab(), tab(), tab()]
}
