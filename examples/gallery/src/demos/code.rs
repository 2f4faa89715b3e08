//! An editor for many languages.

use vetrina::prelude::*;

const ODD: &str = r#"def all_odd_elements(sequence):
    """Returns every odd element of the sequence.""""#;

#[page]
fn code(ui: &mut Ui) {
    let language = ui.add(Dropdown::of::<Language>().value("python").label("Language"));
    let input = Code::new().language(Language::Python).label("Input").value(ODD);
    let (input, output) =
        ui.row(|ui| (ui.add(input.show_line_numbers(false)), ui.add(Code::new().label("Output"))));
    let run = ui.add(Button::new("Run"));
    let load = ui.add(Button::new("Load File"));

    language.change(speak, &language, &input);
    run.click(repeat, (&language, &input), &output);
    load.click(load_file, (), &output);
}

fn speak(language: Language) -> Update<Code> {
    Update(Code::new().language(language))
}

fn repeat(language: Language, code: String) -> Update<Code> {
    Update(Code::new().value(code).language(language))
}

fn load_file() -> Update<Code> {
    let css = include_str!("../../assets/gallery.css");
    Update(Code::new().value(css).language(Language::Css))
}
