//! What a table tells: that it changed, by whom, and which cell was chosen or written.

use rand::Rng as _;
use serde_json::json;
use vetrina::prelude::*;

fn headers(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|i| format!("{prefix}{i}")).collect()
}

fn update_dataframe() -> Result<(Table, Table), Error> {
    let mut rng = rand::rng();
    let regular = Table::from_rows((0..5).map(|_| rng.random::<[u8; 5]>().map(|n| n % 9 + 1)))?;
    let wide = Table::from_rows([
        [5, 22, 91, 17, 73, 38, 84, 46, 65, 10, 155, 122, 11, 144, 133],
        [81, 42, 13, 97, 33, 77, 59, 100, 29, 61, 213, 195, 142, 118, 127],
        [37, 71, 63, 102, 28, 94, 19, 55, 88, 44, 116, 139, 122, 150, 147],
        [104, 52, 49, 26, 83, 67, 31, 92, 79, 18, 241, 115, 159, 123, 137],
        [16, 95, 74, 68, 43, 101, 27, 85, 39, 57, 129, 148, 132, 111, 156],
    ])?;
    Ok((regular.with_headers(headers("", 5)), wide.with_headers(headers("col_", 15))))
}

fn clear_dataframes() -> (Table, Table) {
    (Table::new(headers("", 5)), Table::new(headers("col_", 15)))
}

fn increment_select_counter(count: u32, select: SelectData) -> (u32, String, String) {
    let (row, column) = select.index.two();
    let value = select.value.as_str().map_or_else(|| select.value.to_string(), Into::into);
    (count + 1, format!("[{row}, {column}]"), value)
}

fn edit_dataframe(count: u32, edit: EditData) -> (String, u32) {
    let (row, column) = edit.index.two();
    let (value, before) = (edit.value, edit.previous_value);
    let told = format!("index: [{row}, {column}], value: {value}, previous_value: {before}");
    (told, count + 1)
}

fn models() -> Table {
    let mut models = Table::from_columns(
        [
            ("Model", json!(["DeepSeek Coder", "Llama 3.3", "Qwen 2.5", "Gemma 2", "GPT 2"])),
            ("% Correct (LeetCode Hard)", json!([79.3, 68.9, 61.9, 59.5, 18.3])),
            ("Is Open Source", json!([true, true, true, false, false])),
        ]
        .map(|(header, values)| (header, values.as_array().cloned().unwrap_or_default())),
    );
    for (row, medal) in ["🥇", "🥈", "🥉"].into_iter().enumerate() {
        let name = models.get(row, "Model").and_then(|name| name.as_str()).unwrap_or_default();
        let decorated = format!("{medal} {name}");
        models.display(row, "Model", decorated);
    }
    models
}

#[page]
fn dataframe_events(ui: &mut Ui) {
    let (df, df_view) = ui.row(|ui| {
        let df = ui.column(|ui| {
            ui.add(
                Dataframe::new()
                    .headers(headers("", 5))
                    .value(vec![[0; 5]; 5])
                    .row_count(5)
                    .interactive(true)
                    .label("Interactive Dataframe")
                    .elem_id("dataframe")
                    .show_search(TableSearch::Filter)
                    .show_copy_button(true)
                    .show_row_numbers(true)
                    .static_columns([4]),
            )
        });
        let df_view = ui.column(|ui| {
            ui.add(
                Dataframe::new()
                    .headers(headers("col_", 15))
                    .value(vec![[0; 15]; 5])
                    .interactive(false)
                    .label("Non-Interactive View (Scroll Horizontally)")
                    .show_search(TableSearch::Search)
                    .elem_id("non-interactive-dataframe")
                    .show_copy_button(true)
                    .show_row_numbers(true)
                    .show_fullscreen_button(true),
            )
        });
        (df, df_view)
    });
    let df_tall = ui.add(
        Dataframe::new()
            .value(models())
            .interactive(false)
            .label("Tall Dataframe (Scroll Vertically)")
            .datatype([ColumnType::Str, ColumnType::Number, ColumnType::Bool])
            .max_height(200)
            .elem_id("dataframe_tall")
            .show_copy_button(true)
            .show_row_numbers(true)
            .show_search(TableSearch::Search),
    );
    let tall_index = Textbox::new().label("Tall dataframe selected cell index");
    let tall_index = ui.add(tall_index.elem_id("tall_selected_cell_index"));
    let tall_value = Textbox::new().label("Tall dataframe selected cell value");
    let tall_value = ui.add(tall_value.elem_id("tall_selected_cell_value"));
    let (update, clear) = ui.row(|ui| {
        let update = ui.add(Button::new("Update dataframe").elem_id("update_btn"));
        (update, ui.add(Button::new("Clear dataframe").elem_id("clear_btn")))
    });
    let (changes, inputs, selects, edits) = ui.row(|ui| {
        let mut counter =
            |label: &str, id: &str| ui.add(Number::new().value(0).label(label).elem_id(id));
        (
            counter("Change events", "change_events"),
            counter("Input events", "input_events"),
            counter("Select events", "select_events"),
            counter("Edit events", "edit_events"),
        )
    });
    let (index, value, edit) = ui.row(|ui| {
        let mut told = |label: &str, id: &str| ui.add(Textbox::new().label(label).elem_id(id));
        (
            told("Selected cell index", "selected_cell_index"),
            told("Selected cell value", "selected_cell_value"),
            told("Edit event data", "edit_data"),
        )
    });
    update.click(update_dataframe, (), (&df, &df_view));
    clear.click(clear_dataframes, (), (&df, &df_view));
    df.change(|n: i64| n + 1, &changes, &changes);
    df.edit(edit_dataframe, &edits, (&edit, &edits));
    df.input(|n: i64| n + 1, &inputs, &inputs);
    df.select(increment_select_counter, &selects, (&selects, &index, &value));
    df_tall.select(increment_select_counter, &selects, (&selects, &tall_index, &tall_value));
}
