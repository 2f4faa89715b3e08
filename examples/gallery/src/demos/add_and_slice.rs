//! A function for programs only: typed arguments, no form, a page that says so.

use vetrina::prelude::*;

/// Adds two numbers, and takes the part of a list that lies between them.
#[endpoint(api_name = "add_and_slice", blocking = false)]
fn add_and_slice(
    /// Where the part begins.
    a: u32,
    /// Where it ends; this one is left out.
    b: u32,
    /// The list.
    c: Vec<String>,
) -> (u64, Vec<String>) {
    let end = c.len().min(b as usize);
    let start = end.min(a as usize);
    (u64::from(a) + u64::from(b), c[start..end].to_vec())
}

const ABOUT: &str = r#"
# Add and slice

This app has no form. Its one function is there for other programs: it adds two numbers, and takes
what stands in a list from the one place to the other.

```rust
add_and_slice(1, 3, ["a", "b", "c", "d"]) == (4, ["b", "c"])
```

[Use via API](?view=api) has the calls in Python, JavaScript and for a shell. Arguments are checked
against their Rust types before the function runs: a negative `a` or a number in the list comes
back as an error that names the argument.
"#;

#[page(title = "Add and slice")]
fn about(ui: &mut Ui) {
    ui.markdown(ABOUT);
}
