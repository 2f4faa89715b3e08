//! Values of a session tell of their changes: by what they are, not by how often they are given.

use std::collections::{BTreeMap, BTreeSet};

use vetrina::prelude::*;

type Kept = (BTreeMap<u8, u8>, Vec<Vec<u8>>, BTreeSet<u8>);

#[page]
fn state_change(ui: &mut Ui) {
    counter(ui, "A");
    counter(ui, "B");

    let list = ui.state(Vec::new());
    let (dict, nested, set) = (
        ui.state(BTreeMap::new()),
        ui.state(Vec::new()),
        ui.state(BTreeSet::new()),
    );
    list.change(transform, &list, (&dict, &nested, &set));

    let output = ui.add(Textbox::new().label("Output").lines(3));
    let clicks = ui.add(Number::new().label("Clicks").value(0));
    let changes = ui.add(Number::new().label("Changes").value(0));
    ui.on(
        [&dict.change, &nested.change, &set.change],
        tell,
        (&changes, &dict, &nested, &set),
        (&changes, &output),
    );

    let count = ui.add(Button::new("Count to 3"));
    count.click(|| vec![1, 2, 3], (), &list);
    let zero = ui.add(Button::new("Zero All"));
    zero.click(|list: Vec<u8>| vec![0; list.len()], &list, &list);
    let pressed = [&count.click, &zero.click];
    ui.on(pressed, |clicks: u32| clicks + 1, &clicks, &clicks);
}

fn counter(ui: &mut Ui, name: &str) {
    ui.row(|ui| {
        let count = ui.state(0);
        let add = ui.add(Button::new(format!("Increment {name}")));
        let value = ui.add(Number::new().label(format!("Number {name}")));
        add.click(|count: u32| count + 1, &count, &count);
        count.change(|count: u32| count, &count, &value);
    });
}

fn transform(list: Vec<u8>) -> Kept {
    let dict = list.iter().map(|n| (*n, *n)).collect();
    let nested = vec![list.clone(); list.len()];
    (dict, nested, list.into_iter().collect())
}

fn tell(
    changes: u32,
    dict: BTreeMap<u8, u8>,
    nested: Vec<Vec<u8>>,
    set: BTreeSet<u8>,
) -> (u32, String) {
    (changes + 1, format!("{dict:?}\n{nested:?}\n{set:?}"))
}
