//! The greeting of `examples/hello`, written with rustview.

use std::env;

use rustview::prelude::*;
use rustview::server::RustViewConfig;

fn greet(name: &str, intensity: usize) -> String {
    format!("Hello, {name}{}", "!".repeat(intensity))
}

fn app(ui: &mut Ui) {
    let (mut name, mut intensity) = (String::new(), 2);
    let submitted = ui.form("greet", |ui| {
        name = ui.text_input("name", "");
        intensity = ui.int_slider("intensity", 1..=10, 2);
        ui.form_submit_button("Submit");
    });
    if submitted {
        ui.write(greet(&name, usize::try_from(intensity).unwrap_or(0)));
    }
}

fn main() {
    // The variable by which every measured server is told its port.
    let port = env::var("GRADIO_SERVER_PORT").ok().and_then(|port| port.parse().ok());
    let config = RustViewConfig { bind: ([127, 0, 0, 1], port.unwrap_or(7860)).into(), ..Default::default() };
    rustview::run_with_config(app, config);
}
