use vetrina::prelude::*;

#[page]
fn divider(ui: &mut Ui) {
    let a = ui.add(Number::new());
    a.submit(|a: i64| a + 1, &a, &a)
        .success(|a: i64| (a / 2, a % 2), &a, &a);
}

fn main() {}
