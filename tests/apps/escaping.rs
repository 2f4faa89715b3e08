//! Texts that would be programs, were they not shown as texts.

use vetrina::prelude::*;

const EVIL: &str = "</script><script>alert(1)</script><img src=x onerror=\"alert(2)\">'\"&";

#[endpoint(
    description = "Says </script><script>alert(3)</script> <b onclick=\"alert(4)\">bold</b>."
)]
fn echo(
    /// Not <script>alert(5)</script>.
    #[input(Textbox::new().label(EVIL).info(EVIL).placeholder(EVIL).value(EVIL))]
    text: String,
    #[input(Radio::new([EVIL, "plain"]).label("Choice"))] choice: String,
) -> String {
    format!("{text}{choice}")
}

pub(crate) fn app() -> App {
    super::app("escaping").title(EVIL).description(EVIL)
}
