use serde::Deserialize;

use super::{
    super::testing::{assert_props, example, read, shown},
    *,
};
use crate::component::AnyComponent;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Person {
    name: String,
    age: Option<u8>,
    #[serde(default)]
    is_member: bool,
}

fn people() -> Dataframe {
    Dataframe::new().headers(["name", "age", "Is member"])
}

fn person(name: &str, age: Option<u8>, is_member: bool) -> Person {
    Person {
        name: name.into(),
        age,
        is_member,
    }
}

#[test]
fn props_are_those_of_the_protocol() {
    let own = json!({
        "container": null, "value": {"headers": ["1", "2", "3"], "data": [], "metadata": null},
        "headers": ["1", "2", "3"], "row_count": [1, "dynamic"], "col_count": [3, "dynamic"], "datatype": "str",
        "type": "pandas", "latex_delimiters": [{"left": "$$", "right": "$$", "display": true}], "max_height": 500,
        "wrap": false, "line_breaks": true, "column_widths": [], "show_fullscreen_button": false,
        "show_copy_button": false, "show_row_numbers": false, "show_search": "none", "static_columns": [],
    });
    assert_props(&Dataframe::new(), own.clone());
    let mut set = own;
    for (name, value) in json!({
        "value": {"headers": ["a", "b"], "data": [[1, "x"]], "metadata": null}, "headers": ["a", "b"],
        "row_count": [3, "fixed"], "col_count": [2, "fixed"], "datatype": ["number", "str"], "max_height": "50vh",
        "column_widths": ["100px", "20%"], "show_search": "filter", "static_columns": [1], "pinned_columns": 1,
        "max_chars": 20, "wrap": true,
    }).as_object().unwrap() {
        set[name] = value.clone();
    }
    // The order of the calls does not matter.
    let table = Dataframe::new()
        .value(vec![(1, "x")])
        .headers(["a", "b"])
        .row_count(TableSize::fixed(3))
        .datatype([ColumnType::Number, ColumnType::Str])
        .max_height("50vh")
        .column_widths([ColumnWidth::from(100), "20%".into()])
        .show_search(TableSearch::Filter)
        .static_columns([1])
        .pinned_columns(1)
        .max_chars(20)
        .wrap(true);
    assert_props(&table, set);
    assert_eq!(table.errors(), [""; 0]);
}

#[test]
fn types_of_columns_are_found_out_from_the_value() {
    let table = Dataframe::new().datatype(ColumnType::Auto);
    let table = table.value(vec![
        ("a", Some(1.5), true, "2020-10-01", 1),
        ("b", None, false, "2020-10-02", 2),
    ]);
    assert_eq!(
        table.props()["datatype"],
        json!(["str", "number", "bool", "date", "number"])
    );
    assert_eq!(
        Dataframe::new().datatype(ColumnType::Auto).props()["datatype"],
        json!(["str", "str", "str"])
    );
}

#[test]
fn structs_are_found_by_the_headers() {
    let sent = r#"{"headers": ["Is Member", "name", "age", "more"], "data": [["true", "Ada", "36", 1], [false, "Bob", "", 2]]}"#;
    let expected = vec![person("Ada", Some(36), true), person("Bob", None, false)];
    assert_eq!(read(&people(), sent), Ok(expected.clone()));
    let bare = r#"[["Ada", 36, true], ["Bob", null, "False"]]"#;
    assert_eq!(read(&people(), bare), Ok(expected.clone()));
    // Headers that mean nothing leave the order.
    assert_eq!(read(&Dataframe::new(), bare), Ok(expected.clone()));
    let sent = json!({
        "headers": ["name", "age", "is_member"],
        "data": [["Ada", 36, true], ["Bob", null, false]],
        "metadata": null,
    });
    assert_eq!(shown(&people(), expected), sent);
}

#[test]
fn rows_of_any_kind_go_in_and_out() {
    let sent = r#"{"headers": ["a", "b"], "data": [[1, "2"], ["3.0", 4.5]], "metadata": null}"#;
    let table = Dataframe::new();
    assert_eq!(read(&table, sent), Ok(vec![vec![1.0, 2.0], vec![3.0, 4.5]]));
    assert_eq!(
        read(&table, sent),
        Ok(vec![(1_u8, "2".to_owned()), (3, "4.5".to_owned())])
    );
    let maps: Vec<std::collections::BTreeMap<String, Value>> = read(&table, sent).unwrap();
    assert_eq!(maps[1]["b"], 4.5);
    assert_eq!(
        read(&table, r#"[["x"], ["y"]]"#),
        Ok(vec!["x".to_owned(), "y".to_owned()])
    );
    assert_eq!(shown(&table, vec!["x", "y"])["data"], json!([["x"], ["y"]]));
    assert_eq!(
        shown(&table, [[1, 2], [3, 4]]),
        json!({"headers": ["1", "2"], "data": [[1, 2], [3, 4]], "metadata": null})
    );
    assert_eq!(
        shown(&people(), vec![(1, 2, 3, 4)])["headers"],
        json!(["name", "age", "Is member", "4"])
    );
    assert_eq!(read::<Option<Table>>(&table, "null"), Ok(None));
    assert_eq!(
        shown(&people(), None::<Table>)["headers"],
        json!(["name", "age", "Is member"])
    );
}

#[test]
fn the_example_is_that_of_the_protocol() {
    let table = example::<Table>(&Dataframe::new()).unwrap();
    assert_eq!(table.headers(), ["a", "b"]);
    assert_eq!(table.rows(), [["foo", "bar"]]);
    let six: Vec<_> = (0..6).map(|n| vec![n]).collect();
    let shown =
        AnyComponent::process_example(&Dataframe::new(), &json!({"headers": ["n"], "data": six}));
    assert_eq!(shown, json!([[0], [1], [2], [3], [4]]));
}

#[test]
fn mistakes_name_row_and_column() {
    let sent = r#"{"headers": ["name", "age", "is_member"], "data": [["Ada", 36, true], ["Bob", "old", false]]}"#;
    let refused = |sent: &str| read::<Vec<Person>>(&people(), sent).unwrap_err();
    assert_eq!(
        refused(sent),
        "row 2, column `age`: expected a whole number, got \"old\""
    );
    assert_eq!(
        refused(&sent.replace("\"old\"", "1.5")),
        "row 2, column `age`: expected a whole number, got 1.5"
    );
    assert!(
        refused(&sent.replace("\"old\"", "300")).starts_with("row 2, column `age`: invalid value")
    );
    assert_eq!(
        refused(&sent.replace("36, true", "36, \"maybe\"")),
        "row 1, column `is_member`: expected true or false, got \"maybe\""
    );
    assert_eq!(refused("\"Ada\""), "expected an object, got text");
    assert_eq!(
        refused(r#"{"headers": ["age"], "data": [[1]]}"#),
        "row 1: missing field `name`"
    );
    let numbers = read::<Vec<Vec<f64>>>(&Dataframe::new(), r#"[[1, ""], ["", null]]"#);
    assert_eq!(
        numbers.unwrap_err(),
        "row 1, column `2`: expected a number, got nothing"
    );
}

#[test]
fn empty_rows_are_no_records() {
    assert_eq!(
        read::<Vec<(String, f64)>>(&Dataframe::new(), r#"[["a", 1], ["", ""], [null, null]]"#),
        Ok(vec![("a".into(), 1.0)])
    );
    // Where nothing is asked of the cells, they stay.
    assert_eq!(
        read::<Vec<Vec<String>>>(&Dataframe::new(), r#"[["", ""], ["", ""]]"#)
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn cells_are_held_against_the_props() {
    let table = Dataframe::new().datatype([ColumnType::Number, ColumnType::Bool]);
    let fits = r#"[[1, true], ["2.5", "false"], ["", null]]"#;
    assert!(read::<Table>(&table, fits).is_ok());
    assert_eq!(
        read::<Table>(&table, r#"[[1, true], ["x", true]]"#).unwrap_err(),
        "row 2, column `1`: expected a number, got \"x\""
    );
    let typed = table.clone().headers(["n", "ok"]);
    let moved = r#"{"headers": ["new", "ok", "n"], "data": [["x", true, 1]]}"#;
    assert!(read::<Table>(&typed, moved).is_ok());
    assert!(read::<Table>(&typed, &moved.replace("true, 1", "1, true")).is_err());
    let fixed = Dataframe::new()
        .col_count(TableSize::fixed(2))
        .row_count(TableSize::fixed(1));
    assert_eq!(
        read::<Table>(&fixed, "[[1, 2, 3]]").unwrap_err(),
        "3 columns, where there are 2"
    );
    assert_eq!(
        read::<Table>(&fixed, "[[1, 2], [3, 4]]").unwrap_err(),
        "2 rows, where there are 1"
    );
}

#[test]
fn a_table_is_as_long_and_wide_as_it_may_be() {
    let table = Dataframe::new()
        .column_count(2)
        .row_limits(2..=3)
        .column_limits(..=3);
    let props = table.props();
    assert_eq!(props["col_count"], json!([2, "dynamic"]));
    assert_eq!(props["row_limits"], json!([2, 3]));
    assert_eq!(props["column_limits"], json!([null, 3]));
    let refused = |sent| read::<Table>(&table, sent).err();
    for fits in ["[]", "[[1], [2]]", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]"] {
        assert_eq!(refused(fits), None, "{fits}");
    }
    for (sent, why) in [
        ("[[1]]", "1 rows, where there are 2 at least"),
        ("[[1], [2], [3], [4]]", "4 rows, where there are 3 at most"),
        (
            "[[1, 2, 3, 4], [5, 6, 7, 8]]",
            "4 columns, where there are 3 at most",
        ),
    ] {
        assert_eq!(refused(sent).as_deref(), Some(why));
    }
    let wide = Dataframe::new().column_limits(2..).row_limits((None, None));
    let why = read::<Table>(&wide, "[[1]]").unwrap_err();
    assert_eq!(why, "1 columns, where there are 2 at least");
}

#[test]
fn looks_travel_with_the_table() {
    let mut table = Table::from_columns([("n", [1, 3, 2])])
        .styled(|cell| (cell.value == 3).then_some("color: red"));
    table.display(0, "n", "one");
    let sent = shown(&Dataframe::new(), table.clone());
    let look =
        json!({"display_value": [["one"], ["3"], ["2"]], "styling": [[""], ["color: red"], [""]]});
    assert_eq!(sent["metadata"], look);
    assert_eq!(
        read::<Table>(&Dataframe::new(), &sent.to_string()),
        Ok(table)
    );
}

#[test]
fn csv_goes_in_and_out() {
    let source = "name,n,x,ok,none\n\"Ada, \"\"the first\"\"\",1,1.5,TRUE,\nBob,2,2,false,\n";
    let table = Table::from_csv(source.as_bytes()).unwrap();
    assert_eq!(
        table.rows()[0],
        [
            json!("Ada, \"the first\""),
            json!(1),
            json!(1.5),
            json!(true),
            json!("")
        ]
    );
    let sum: f64 = table.column("x").map(|x| x.as_f64().unwrap()).sum();
    assert!((sum - 3.5).abs() < f64::EPSILON, "{sum}");
    assert_eq!(
        table.to_csv(),
        source.replace("TRUE", "true").replace("2,2,", "2,2.0,")
    );
    let refused = Table::from_csv("a,b\n1\n".as_bytes()).unwrap_err();
    assert!(
        refused.to_string().starts_with("this is no CSV"),
        "{refused}"
    );
}

#[test]
fn large_tables_come_back_by_their_id() {
    let rows: Vec<_> = (0..1000).map(|n| (n, "row")).collect();
    let text = shown(&Dataframe::new(), rows.clone()).to_string();
    let mut page = tables::excerpt(text.as_bytes(), tables::Keep::WhileThereIsRoom).unwrap();
    page["held"]["edits"] = json!([[999, 0, -1]]);
    let back: Vec<(i32, String)> = read(&Dataframe::new(), &page.to_string()).unwrap();
    assert_eq!(back.len(), 1000);
    assert_eq!(back[999], (-1, "row".into()));
    page["held"]["id"] = json!("another");
    let refused = read::<Table>(&Dataframe::new(), &page.to_string()).unwrap_err();
    assert!(refused.contains("no longer kept"), "{refused}");
}
