//! One step after the other, and back by the heads of the steps.

use vetrina::{components::layout::Walkthrough, prelude::*};

#[page]
fn walkthrough(ui: &mut Ui) {
    let go_to = |step| move || Update(Walkthrough::new().selected(step));
    let (walk, (to_prompt, to_result)) = ui.add_block(Walkthrough::new().selected(0), |ui| {
        let to_prompt = ui.step("Image", |ui| {
            ui.add(Image::new());
            ui.add(Button::new("go to prompt"))
        });
        let to_result = ui.step("Prompt", |ui| {
            ui.add(Textbox::new().label("Prompt"));
            ui.add(Button::new("generate"))
        });
        ui.step("Result", |ui| ui.add(Image::new().label("result").interactive(false)));
        (to_prompt, to_result)
    });
    to_prompt.click(go_to(1), (), &walk);
    to_result.click(go_to(2), (), &walk);
}
