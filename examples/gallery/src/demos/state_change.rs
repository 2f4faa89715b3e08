//! Values of a session tell of their changes: by what they are, not by how often they are given.

use std::collections::{BTreeMap, BTreeSet};

use vetrina::prelude::*;

type Kept = (BTreeMap<u8, u8>, Vec<Vec<u8>>, BTreeSet<u8>);

#[page]
fn state_change(ui: &mut Ui) {
    let (a, b) = (ui.state(0), ui.state(0));
    for (name, count) in [("A", &a), ("B", &b)] {
        ui.row(|ui| {
            let add = ui.add(Button::new(format!("Increment {name}")));
            let value = ui.add(Number::new().label(format!("Number {name}")));
            add.click(next, count, count);
            count.change(|count: usize| count, count, &value);
        });
    }
    ui.render((&a, &b), |ui: &mut Ui, a: usize, b: usize| {
        for x in 0..a {
            ui.row(|ui| {
                for y in 0..b {
                    ui.add(Button::new(format!("Button {x}, {y}")));
                }
            });
        }
    });

    let list = ui.state(Vec::new());
    let (dict, nested, set) =
        (ui.state(BTreeMap::new()), ui.state(Vec::new()), ui.state(BTreeSet::new()));
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
    ui.on([&count.click, &zero.click], next, &clicks, &clicks);

    let boxes = ui.state(0);
    let add = ui.add(Button::new("Iterator State Change"));
    add.click(|n: usize| std::iter::once(n + 1), &boxes, &boxes);
    ui.render(&boxes, |ui: &mut Ui, boxes: usize| {
        for i in 0..boxes {
            ui.add(Markdown::new().value(format!("Success Box {i} added")).key(i));
        }
    });

    let custom = ui.state(Custom { value: 5 });
    ui.row(|ui| {
        let set = ui.add(Button::new("Set State to 10"));
        let changes = ui.add(Number::new().value(0).label("Custom State Changes"));
        let clicks = ui.add(Number::new().value(0).label("Custom State Clicks"));
        custom.change(next, &changes, &changes);
        set.click(|_: Custom| Custom { value: 10 }, &custom, &custom).then(next, &clicks, &clicks);
    });

    ui.render((), |ui: &mut Ui| {
        ui.row(|ui| {
            let start = ui.add(Textbox::new().label("Start State"));
            let middle = ui.add(Textbox::new());
            let end = ui.add(Textbox::new().label("End State"));
            for (from, to) in [(&start, &middle), (&middle, &end)] {
                let state = ui.state(String::new());
                from.change(same, from, &state);
                state.change(same, &state, to);
            }
        });
    });
}

#[data_model]
#[derive(Clone, PartialEq)]
struct Custom {
    value: u8,
}

fn next(n: usize) -> usize {
    n + 1
}

fn same(text: String) -> String {
    text
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
