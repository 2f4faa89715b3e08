//! Tabs in tabs: chosen, hidden and locked by functions.

use vetrina::{
    components::layout::{Tab, Tabs},
    page::Handle,
    prelude::*,
};

#[page]
fn tabs(ui: &mut Ui) {
    let mut all: Vec<Handle<Tab>> = Vec::new();
    let (first, from) = ui.tab("Set 1", |ui| {
        ui.add_block(Tabs::new().selected("a3"), |ui| {
            let texts = (1..=10).map(|n| text(ui, n, Tab::default().id(format!("a{n}")), &mut all));
            texts.collect::<Vec<_>>()
        })
    });
    let to: Vec<_> = ui.tab("Set 2", |ui| {
        let texts = (11..=20).map(|n| text(ui, n, Tab::default(), &mut all));
        texts.collect()
    });
    for (from, to) in from.iter().zip(&to) {
        from.submit(|text: String| text, from, to);
    }

    let selected = ui.add(Textbox::new().label("Selected Tab"));
    let (hide, show, lock, unlock) = ui.row(|ui| {
        (
            ui.add(Button::new("Hide Odd Tabs")),
            ui.add(Button::new("Show All Tabs")),
            ui.add(Button::new("Make Even Tabs Uninteractive")),
            ui.add(Button::new("Make All Tabs Interactive")),
        )
    });
    let number = ui.add(Number::new().label("Select Tab #").value(1));

    hide.click(|| each(|tab, n| tab.visible(n % 2 == 1)), (), &all);
    show.click(|| each(|tab, _| tab.visible(true)), (), &all);
    lock.click(|| each(|tab, n| tab.interactive(n % 2 == 0)), (), &all);
    unlock.click(|| each(|tab, _| tab.interactive(true)), (), &all);
    let select = |n: u32| Update(Tabs::new().selected(format!("a{n}")));
    number.submit(select, &number, &first);
    let chosen = |select: SelectData| select.value::<String>();
    ui.on(all.iter().map(|tab| &tab.select), chosen, (), &selected);
}

fn text(ui: &mut Ui, n: usize, tab: Tab, all: &mut Vec<Handle<Tab>>) -> Handle<Textbox> {
    let (tab, text) = ui.add_block(tab.label(format!("Tab {n}")), |ui| {
        ui.markdown(format!("Text {n}!"));
        ui.add(Textbox::new().label(format!("Input {n}")))
    });
    all.push(tab);
    text
}

fn each(change: fn(Tab, usize) -> Tab) -> Vec<Update<Tab>> {
    (0..20).map(|n| Update(change(Tab::default(), n))).collect()
}
