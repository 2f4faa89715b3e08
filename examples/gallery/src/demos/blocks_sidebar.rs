//! Settings at the side of the page, which can be put away.

use vetrina::{
    components::layout::{Side, Sidebar},
    prelude::*,
};

#[page]
fn blocks_sidebar(ui: &mut Ui) {
    let (name, loud) = ui.sidebar(|ui| {
        ui.markdown("# Pet name");
        (ui.add(Textbox::new().label("Base word")), ui.add(Checkbox::new().label("Loud")))
    });
    let (sidebar, style) = ui.add_block(Sidebar::new().position(Side::Right).open(false), |ui| {
        ui.markdown("## Style");
        ui.add(Radio::new(["cute", "noble"]).value("cute"))
    });
    ui.markdown("# Names for pets");
    let pet = ui.add(Textbox::new().label("Pet"));
    ui.on([], pet_name, (&name, &loud, &style), &pet);
    let open = || Update(Sidebar::new().open(true));
    ui.add(Button::new("Choose a style")).click(open, (), &sidebar);
}

fn pet_name(name: String, loud: bool, style: String) -> String {
    let name = if name.is_empty() { "Fluff".into() } else { name };
    let pet = match style.as_str() {
        "noble" => format!("Sir {name}"),
        _ => format!("{name}y"),
    };
    if loud { pet.to_uppercase() } else { pet }
}
