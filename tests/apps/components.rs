//! Outputs that are more than text.

use vetrina::prelude::*;

#[endpoint(outputs = (Markdown::new().label("Text"), Html::new().label("Marked"), Label::new().label("Kind")))]
fn show(source: String) -> (String, String, Vec<(String, f64)>) {
    let kinds = vec![("short".to_owned(), 0.75), ("long".to_owned(), 0.25)];
    (
        source.clone(),
        format!("<mark>{}</mark>", source.len()),
        kinds,
    )
}
