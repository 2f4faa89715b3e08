//! Annotations that a `macro_rules!` writes, with names and types from both sides.

use ::std::{assert_eq, prelude::v1::derive, string::String};

macro_rules! doubles {
    ($($name:ident: $type:ty = $default:expr, $component:expr;)*) => {$(
        #[::vetrina::endpoint(title = "Doubled", output = $component)]
        fn $name(
            #[input($component)]
            #[default($default)]
            value: $type,
            by: u8,
        ) -> $type {
            value * <$type as ::std::convert::From<u8>>::from(by)
        }
    )*};
}

doubles! {
    double: f64 = 1.0, ::vetrina::components::Number::new();
    double_whole: u64 = 1, ::vetrina::components::Number::new().precision(0);
}

macro_rules! choices {
    ($name:ident { $($variant:ident = $value:literal),* }) => {
        #[derive(::vetrina::Choices, ::std::fmt::Debug)]
        pub(crate) enum $name {
            $(#[choice(value = $value)] $variant,)*
        }

        #[::vetrina::endpoint(concurrency_limit = 2)]
        fn name_of(choice: $name) -> String {
            ::std::format!("{choice:?}")
        }
    };
}

choices! { Size { Small = "s", Large = "l" } }

#[::std::prelude::v1::test]
fn tokens_from_both_sides_go_together() {
    let mut names = crate::registered(::std::module_path!());
    names.sort_unstable();
    assert_eq!(names, ["double", "double_whole", "name_of"]);
    assert_eq!(double_whole(4, 2), 8);
    assert_eq!(double(0.5, 2).total_cmp(&1.0), ::std::cmp::Ordering::Equal);
    assert_eq!(name_of(Size::Large), "Large");
    assert_eq!(
        <Size as ::vetrina::component::Choices>::CHOICES,
        [("s", "Small"), ("l", "Large")]
    );
}
