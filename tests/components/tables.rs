//! Tables: what functions take and show, and what a person does to them.

use serde_json::Value;
use vetrina::{
    component::{AnyComponent as _, DefaultComponent, Preprocess as _},
    prelude::*,
};

mod app {
    use vetrina::prelude::*;

    #[data_model]
    #[derive(Clone)]
    pub(super) struct Item {
        pub(super) name: String,
        pub(super) price: f64,
        pub(super) sold: bool,
    }

    fn items() -> Dataframe {
        Dataframe::of::<Item>()
            .value(vec![
                ("pear", 2.5, true),
                ("apple", 10.0, false),
                ("fig", 0.5, true),
            ])
            .label("Items")
            .show_copy_button(true)
    }

    fn total(items: Vec<Item>) -> f64 {
        items.iter().map(|item| item.price).sum()
    }

    fn dearer(mut items: Vec<Item>) -> Vec<Item> {
        for item in &mut items {
            item.price += 1.0;
        }
        items
    }

    fn many(count: u32) -> Vec<(u32, String)> {
        (0..count).map(|n| (n, format!("row {n}"))).collect()
    }

    fn last(rows: Vec<(u32, String)>) -> String {
        rows.last()
            .map_or_else(String::new, |(n, text)| format!("{n} {text}"))
    }

    fn told(event: SelectData) -> String {
        let (row, column) = event.index.two();
        format!("{row} {column} {} {:?}", event.value, event.row_value.len())
    }

    fn written(event: EditData) -> String {
        let (row, column) = event.index.two();
        format!("{row} {column} {} {}", event.previous_value, event.value)
    }

    #[page]
    fn tables(ui: &mut Ui) {
        let items = ui.add(items());
        let shown = ui.add(Dataframe::new().label("Shown"));
        let (sum, button, changes, chosen, edited) = ui.row(|ui| {
            (
                ui.add(Number::new().label("Total").value(0)),
                ui.add(Button::new("Dearer")),
                ui.add(Number::new().label("Changes").value(0)),
                ui.add(Textbox::new().label("Chosen")),
                ui.add(Textbox::new().label("Edited")),
            )
        });
        items.change(total, &items, &sum);
        items.change(|n: u32| n + 1, &changes, &changes);
        items.select(told, (), &chosen);
        items.edit(written, (), &edited);
        button.click(dearer, &items, &shown);
        let team = Dataframe::new().headers(["name"]).row_limits(2..=4);
        let team = team.column_limits(1..=2).interactive(true);
        let team = ui.add(team.label("Team").elem_id("team"));
        let size = ui.add(Textbox::new().label("Size"));
        team.change(
            |team: Table| format!("{} × {}", team.len(), team.width()),
            &team,
            &size,
        );
        let large = ui.add(
            Dataframe::new()
                .headers(["n", "text"])
                .label("Large")
                .interactive(true),
        );
        let (count, make, read, end) = ui.row(|ui| {
            (
                ui.add(Number::new().label("How many").value(5000)),
                ui.add(Button::new("Make")),
                ui.add(Button::new("Read")),
                ui.add(Textbox::new().label("End")),
            )
        });
        make.click(many, &count, &large);
        read.click(last, &large, &end);
    }

    #[endpoint]
    fn matrix(rows: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
        rows
    }

    #[endpoint]
    fn table(table: Table) -> Table {
        table.styled(|cell| (cell.value == 1).then_some("color: red"))
    }
}

#[test]
fn nobody_has_to_name_the_component_of_a_table() {
    let matrix = <Vec<Vec<f64>> as DefaultComponent>::component();
    assert_eq!(matrix.wire(), "dataframe");
    let types = Dataframe::of::<app::Item>().props()["datatype"].clone();
    assert_eq!(types, serde_json::json!(["str", "number", "bool"]));
}

#[test]
fn a_table_gives_what_is_asked_for() {
    let table =
        Table::from_csv("name,price,sold\npear,2.5,true\n".as_bytes()).expect("this is CSV");
    let items: Vec<app::Item> = Dataframe::new()
        .preprocess(table.clone())
        .expect("they fit");
    assert!(items[0].name == "pear" && items[0].sold);
    let values: Vec<Vec<Value>> = Dataframe::new().preprocess(table).expect("they fit");
    assert_eq!(values[0][1], 2.5);
}
