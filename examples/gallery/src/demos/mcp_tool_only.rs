//! A tool for assistants without a form on the page.

use vetrina::prelude::*;

/// A tool that slices a list given a start and end index.
#[endpoint]
fn slice_list(
    /// The list to slice.
    lst: Vec<String>,
    /// The start index.
    start: usize,
    /// The end index.
    end: usize,
) -> Vec<String> {
    let end = end.min(lst.len());
    lst[start.min(end)..end].to_vec()
}

#[page(title = "A tool only")]
fn about(ui: &mut Ui) {
    ui.markdown(
        "This is a demo of a MCP-only tool.\n\
         This tool slices a list.\n\
         This tool is MCP-only, so it does not have a UI.",
    );
}
