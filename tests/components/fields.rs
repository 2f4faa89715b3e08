//! Fields to type into and to choose in: what they send, and when they tell of it.

mod app {
    use std::{fmt::Debug, mem, sync::Mutex};

    use vetrina::{
        components::ClearButton,
        endpoint::{KeyUpData, SelectData},
        page::TriggerMode,
        prelude::*,
    };

    /// What happened since somebody asked, in order.
    static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());

    fn hear(event: &str, what: impl Debug) {
        let mut heard = HEARD.lock().expect("nobody panics with it");
        heard.push(format!("{event} {what:?}"));
    }

    #[endpoint(queue = false)]
    fn heard() -> Vec<String> {
        mem::take(&mut HEARD.lock().expect("nobody panics with it"))
    }

    /// Writes down these events of a component, with its value at that time.
    macro_rules! hear {
        ($($component:ident: $value:ty, $($event:ident)*;)*) => {$($(
            $component
                .$event(
                    |value: $value| hear(concat!(stringify!($component), ".", stringify!($event)), value),
                    &$component,
                    (),
                )
                .trigger_mode(TriggerMode::Multiple)
                .queue(false)
                .api_visibility(vetrina::endpoint::Visibility::Private);
        )*)*};
    }

    /// Lists that show a part of what there is to choose.
    fn long(ui: &mut Ui) {
        let years: Vec<_> = (1900..2000).map(|year| year.to_string()).collect();
        let years = Dropdown::new(years).label("Year").num_choices_shown(30);
        ui.add(years.value(None::<String>));
        let axes = Dropdown::new(["x", "y", "z"]);
        ui.add(axes.label("Axis").num_choices_shown(2));
    }

    #[page]
    fn fields(ui: &mut Ui) {
        let text = ui.add(
            Textbox::new()
                .label("Text")
                .html_attributes([("autocomplete", "name"), ("onfocus", "alert(1)")])
                .submit_btn(true)
                .stop_btn("Halt")
                .max_length(12),
        );
        let area = ui.add(
            Textbox::area()
                .label("Area")
                .rtl(true)
                .show_copy_button(true),
        );
        let number = ui.add(
            Number::new()
                .label("Number")
                .minimum(0)
                .maximum(9)
                .step(0.5),
        );
        let slider = ui.add(Slider::new(0..=10).label("Slider").value(3));
        let random = ui.add(Slider::new(1..=1_000_000).label("Random").randomize(true));
        let check = ui.add(Checkbox::new().label("Check"));
        let group = CheckboxGroup::new(["a", "b", "c"]).label("Group");
        let group = ui.add(group.show_select_all(true));
        let radio = ui.add(Radio::new([("One", 1), ("Two", 2)]).label("Radio"));
        let cities = ["Rome", "Paris", "Oslo"];
        let city = ui.add(Dropdown::new(cities).label("City").value(None::<String>));
        let free = Dropdown::new(cities).label("Free").allow_custom_value(true);
        let free = ui.add(free.value("Rome"));
        let tour = Dropdown::new(cities).label("Tour").multiselect(true);
        let tour = ui.add(tour.max_choices(2));
        long(ui);
        let color = ui.add(ColorPicker::new().label("Color").value("#ff0000"));
        let date = ui.add(DateTime::new().label("Date"));
        let code = ui.add(
            Code::new()
                .label("Code")
                .language(Language::Python)
                .value("x = 1"),
        );

        hear! {
            text: String, change input submit stop focus blur;
            area: String, change input copy;
            number: Option<f64>, change input submit;
            slider: f64, change input release;
            random: f64, change;
            check: bool, change input;
            group: Vec<String>, change input;
            radio: Option<u8>, change input;
            city: Option<String>, change input focus blur;
            free: Option<String>, change input;
            tour: Vec<String>, change input;
            color: Color, change input submit release;
            date: Option<String>, change submit;
            code: String, change input focus blur;
        }
        macro_rules! select {
            ($($component:ident)*) => {$(
                $component.select(
                    |it: SelectData| {
                        let what = format!("{:?} {} {:?}", it.index, it.value, it.selected);
                        hear(concat!(stringify!($component), ".select"), what);
                    },
                    (),
                    (),
                ).trigger_mode(TriggerMode::Multiple).queue(false);
            )*};
        }
        select! { text check group radio city tour }
        city.key_up(
            |typed: KeyUpData| {
                hear(
                    "city.key_up",
                    format!("{} {}", typed.key, typed.input_value),
                );
            },
            (),
            (),
        )
        .trigger_mode(TriggerMode::Multiple)
        .queue(false);

        let last = (&color, &date, &code);
        let rest = (&check, &group, &radio, &city, &free, &tour);
        ui.add(ClearButton::new())
            .clears((&text, &number, &slider, rest, last));
        let rename = ui.add(Button::new("Rename"));
        rename.click(|| "Renamed", (), &rename);
        hear! { rename: String, change; }
    }

    #[endpoint]
    fn opposite(color: Color) -> Color {
        Color::rgb(255 - color.red, 255 - color.green, 255 - color.blue)
    }

    #[endpoint(outputs = (DateTime::new().timezone("Europe/Paris"),))]
    fn later(
        #[input(DateTime::new().timezone("Europe/Paris"))] moment: f64,
        #[default(60.0)] seconds: f64,
    ) -> f64 {
        moment + seconds
    }

    #[endpoint]
    fn how_old(moment: std::time::SystemTime) -> u64 {
        moment.elapsed().map_or(0, |age| age.as_secs())
    }

    #[endpoint(outputs = (Code::new().language(Language::Rust),))]
    fn indented(#[input(Code::new().language(Language::Rust))] code: String) -> String {
        let lines = code.lines().map(|line| format!("\n    {line}"));
        lines.collect::<Vec<_>>().concat()
    }
}
