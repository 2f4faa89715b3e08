//! All at once: up to forty of these run side by side.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[page]
fn concurrency_without_queue(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name"));
    let greeting = ui.add(Textbox::new().label("Greeting"));
    ui.add(Button::new("Run")).click(say_hello, &name, &greeting).concurrency_limit(40);
}

fn say_hello(name: String) -> String {
    sleep(Duration::from_secs(2));
    format!("Hello {name}!")
}
