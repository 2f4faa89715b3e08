//! As many boxes as asked for; what is written in them stays while others come and go.

use vetrina::{components::layout::Column, prelude::*};

#[page]
fn render_merge(ui: &mut Ui) {
    let count = ui.add(Slider::new(1..=5).step(1).label("Textbox Count"));
    let (above, ()) = ui.add_block(Column::new(), |_| ());
    let [merge, clear, number] =
        ui.row(|ui| ["Merge", "Clear", "Count"].map(|name| ui.add(Button::new(name))));
    let output = ui.add(Textbox::new());

    let boxes = move |ui: &mut Ui, count: usize| {
        let one = |i| ui.add(Textbox::new().key(i).label(format!("Box {i}")));
        let boxes: Vec<_> = (0..count).map(one).collect();

        merge.click(|texts: Vec<String>| texts.join(" "), &boxes, &output);
        clear.click(move || vec![""; count], (), &boxes);
        let numbers = move || (0..count).map(|i| i.to_string()).collect::<Vec<_>>();
        number.click(numbers, (), &boxes).queue(false);
    };
    ui.within(&above, |ui| ui.render(&count, boxes));
}
