//! One step after the other, and back by the heads of the steps.

use vetrina::{components::layout::Walkthrough, prelude::*};

#[page]
fn walkthrough(ui: &mut Ui) {
    let go_to = |step| move || Update(Walkthrough::new().selected(step));
    let (walk, (to_prompt, to_result)) = ui.add_block(Walkthrough::new(), |ui| {
        let to_prompt = ui.step("Subject", |ui| {
            ui.add(Textbox::new().label("What is it about?"));
            ui.add(Button::new("go to prompt"))
        });
        let to_result = ui.step("Prompt", |ui| {
            ui.add(Textbox::new().label("Prompt"));
            ui.add(Button::new("generate"))
        });
        ui.step("Result", |ui| {
            ui.add(Textbox::new().label("result").interactive(false));
        });
        (to_prompt, to_result)
    });
    to_prompt.click(go_to(1), (), &walk);
    to_result.click(go_to(2), (), &walk);
}
