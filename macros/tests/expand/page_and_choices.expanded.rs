fn flipper(ui: &mut Ui) {
    ui.markdown("Flip a text.");
}
const _: () = {
    use ::vetrina::__private as __v;
    const __PAGE: __v::Page = __v::Page {
        name: "flipper",
        module: __v::module_path!(),
        file: __v::file!(),
        line: __v::line!(),
        column: __v::column!(),
        title: __v::Some("Flipper"),
        path: __v::Some("flip/text"),
        navbar: true,
        build: |__ui: &mut ::vetrina::Ui| flipper(__ui),
    };
    __v::inventory::submit! {
        __PAGE
    }
};
enum Mood {
    Calm,
    /// Rather loud.
    VeryLoud,
}
const _: () = {
    use ::vetrina::{__private as __v, component as __c, components as __s};
    #[automatically_derived]
    impl __c::Choices for Mood {
        const CHOICES: &'static [(&'static str, &'static str)] = &[
            ("Calm", "Calm"),
            ("loud", "Rather loud"),
        ];
        fn from_value(__value: &str) -> __v::Option<Self> {
            match __value {
                "Calm" => __v::Some(Self::Calm),
                "loud" => __v::Some(Self::VeryLoud),
                _ => __v::None,
            }
        }
        fn value(&self) -> &'static str {
            match self {
                Self::Calm => "Calm",
                Self::VeryLoud => "loud",
            }
        }
    }
    #[automatically_derived]
    impl __c::DefaultComponent for Mood {
        type Component = __s::Radio;
        fn component() -> __s::Radio {
            __s::Radio::of::<Self>()
        }
    }
    #[automatically_derived]
    impl __c::Element for Mood {
        type List = __s::CheckboxGroup;
        fn list() -> __s::CheckboxGroup {
            __s::CheckboxGroup::of::<Self>()
        }
    }
    #[automatically_derived]
    impl __v::Outcome for Mood {
        type Value = Self;
        fn settle(self) -> __v::Result<Self, __v::Failure> {
            __v::Ok(self)
        }
    }
};
