//! An app inside another one: its page stands here, its functions run there.
//!
//! `cargo run -p load_app -- http://127.0.0.1:7860` shows any app of Gradio 5 or 6 or of Vetrina;
//! without an address, a greeter that this program starts beside it.

use std::{env, sync::OnceLock};

use vetrina::App;

mod greeter {
    use std::{thread::sleep, time::Duration};

    use vetrina::prelude::*;

    /// Says hello, as often as you like.
    #[endpoint(title = "Greeter")]
    fn greet(
        name: String,
        #[input(Slider::new(1..=9).value(3))] times: usize,
        progress: Progress,
    ) -> impl Iterator<Item = String> {
        progress.iter(1..=times).map(move |count| {
            sleep(Duration::from_millis(300));
            vec![format!("Hello, {name}!"); count].join(" ")
        })
    }
}

mod window {
    use vetrina::prelude::*;

    #[page(title = "From elsewhere")]
    fn window(ui: &mut Ui) {
        let url = super::URL.get().map_or("", String::as_str);
        ui.markdown(format!(
            "# From elsewhere\n\nBelow stands the page of <{url}>. What it does, it does there."
        ));
        ui.load_app(url);
    }
}

/// Where the other app is.
static URL: OnceLock<String> = OnceLock::new();

#[tokio::main]
async fn main() -> vetrina::Result<()> {
    let greeter = App::module("load_app::greeter").port(0).start().await?;
    let given = env::args().nth(1);
    URL.get_or_init(|| given.unwrap_or_else(|| greeter.url()));
    App::module("load_app::window").serve().await
}
