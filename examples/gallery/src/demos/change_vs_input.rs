//! What is told when a person changes a value, and what when anything does.

use vetrina::{components::layout::Column, page::Handle, prelude::*};

struct Fields {
    text: Handle<Textbox>,
    number: Handle<Number>,
    slider: Handle<Slider>,
    check: Handle<Checkbox>,
    group: Handle<CheckboxGroup>,
    radio: Handle<Radio>,
    dropdown: Handle<Dropdown>,
    color: Handle<ColorPicker>,
    code: Handle<Code>,
}

#[page]
fn change_vs_input(ui: &mut Ui) {
    let set = ui.add(Button::new("Set Values"));
    let (typed, input, change, again) = ui.row(|ui| {
        (
            fields(ui, "# Enter Here"),
            fields(ui, "# ON:INPUT"),
            fields(ui, "# ON:CHANGE"),
            fields(ui, "# ON:CHANGE x2"),
        )
    });
    let counter = ui.add(Number::new().label("Change counter").value(0));

    macro_rules! wire {
        ($($field:ident: $type:ty,)*) => {
            set.click(values, (), ($(&typed.$field,)*));
            $(
                typed.$field.input(|x: $type| x, &typed.$field, &input.$field);
                typed.$field.change(
                    |x: $type, count: u32| (x, count + 1),
                    (&typed.$field, &counter),
                    (&change.$field, &counter),
                );
                change.$field.change(|x: $type| x, &change.$field, &again.$field);
            )*
        };
    }
    wire! {
        text: String, number: f64, slider: f64, check: bool, group: Vec<String>, radio: String,
        dropdown: String, color: Color, code: String,
    }
}

fn fields(ui: &mut Ui, title: &str) -> Fields {
    let letters = ["a", "b", "c"];
    let column = Column::new().min_width(200);
    let fill = |ui: &mut Ui| {
        ui.markdown(title);
        Fields {
            text: ui.add(Textbox::new()),
            number: ui.add(Number::new()),
            slider: ui.add(Slider::new(0..=100)),
            check: ui.add(Checkbox::new()),
            group: ui.add(CheckboxGroup::new(letters)),
            radio: ui.add(Radio::new(letters)),
            dropdown: ui.add(Dropdown::new(letters)),
            color: ui.add(ColorPicker::new()),
            code: ui.add(Code::new()),
        }
    };
    ui.add_block(column, fill).1
}

type Values = (&'static str, u16, u8, bool, Vec<String>, &'static str, &'static str, Color, &'static str);

fn values() -> Values {
    let (group, red) = (vec!["a".into(), "c".into()], Color::rgb(255, 0, 0));
    ("asdf", 555, 12, true, group, "b", "b", red, "use vetrina::prelude::*;")
}
