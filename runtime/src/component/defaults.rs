//! The component a type gets when nobody names one.

use std::{borrow::Cow, sync::Arc};

use serde_json::Value;

use super::{Component, Postprocess, Preprocess};
use crate::components::{Checkbox, Json, Number, Textbox};
#[cfg(feature = "image")]
use crate::components::{Gallery, Image};

/// A type with a component of its own, so that a plain signature is enough.
///
/// ```
/// use vetrina::{
///     component::{DefaultComponent, Invalid, Num},
///     prelude::*,
/// };
///
/// struct Celsius(f64);
///
/// impl Preprocess<Celsius> for Number {
///     fn preprocess(&self, data: Option<Num>) -> Result<Celsius, Invalid> {
///         Preprocess::<f64>::preprocess(self, data).map(Celsius)
///     }
/// }
///
/// impl Postprocess<Celsius> for Number {
///     fn postprocess(&self, value: Celsius) -> Result<Option<Num>, Invalid> {
///         self.postprocess(value.0)
///     }
/// }
///
/// impl DefaultComponent for Celsius {
///     type Component = Number;
///     fn component() -> Number {
///         Number::new().minimum(-273.15)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no default component: derive `Choices`, or `Deserialize` and `JsonSchema`, or write #[input(…)]",
    label = "no component shows this type by itself"
)]
pub trait DefaultComponent: Sized {
    /// The component.
    type Component: Preprocess<Self> + Postprocess<Self>;

    /// It, ready to use.
    fn component() -> Self::Component;
}

/// A result with a component of its own.
///
/// Whatever can be an argument can be a result; borrowed text that lives for ever can only be one.
pub trait DefaultOutput: Sized {
    /// The component.
    type Component: Postprocess<Self>;

    /// It, ready to use.
    fn output() -> Self::Component;
}

#[diagnostic::do_not_recommend]
impl<T: DefaultComponent> DefaultOutput for T {
    type Component = T::Component;

    fn output() -> T::Component {
        T::component()
    }
}

macro_rules! text_out {
    ($($text:ty),*) => {$(
        impl DefaultOutput for $text {
            type Component = Textbox;

            fn output() -> Textbox {
                Textbox::new()
            }
        }
    )*};
}
text_out!(&'static str, Option<&'static str>, Cow<'static, str>);

/// A type whose `Vec` has a component of its own: several choices are a group of checkboxes.
pub trait Element: Sized {
    /// The component of the list.
    type List: Preprocess<Vec<Self>> + Postprocess<Vec<Self>>;

    /// It, ready to use.
    fn list() -> Self::List;
}

#[diagnostic::do_not_recommend]
impl<T: Element> DefaultComponent for Vec<T> {
    type Component = T::List;

    fn component() -> T::List {
        T::list()
    }
}

// An argument that may be missing starts empty, and calls may leave it out.
#[diagnostic::do_not_recommend]
impl<T: DefaultComponent> DefaultComponent for Option<T>
where
    T::Component: Preprocess<Self> + Postprocess<Self>,
{
    type Component = T::Component;

    fn component() -> T::Component {
        let mut component = T::component();
        component.base_mut().value = Some(Value::Null);
        component
    }
}

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl DefaultComponent for $text {
            type Component = Textbox;

            fn component() -> Textbox {
                Textbox::new()
            }
        }
    )*};
}
texts!(String, Box<str>, Arc<str>);

impl DefaultComponent for bool {
    type Component = Checkbox;

    fn component() -> Checkbox {
        Checkbox::new()
    }
}

impl DefaultComponent for Value {
    type Component = Json;

    fn component() -> Json {
        Json::new()
    }
}

macro_rules! numbers {
    (whole: $($whole:ty)*; real: $($real:ty)*) => {
        $(impl DefaultComponent for $whole {
            type Component = Number;
            fn component() -> Number {
                Number::new().precision(0)
            }
        })*
        $(impl DefaultComponent for $real {
            type Component = Number;
            fn component() -> Number {
                Number::new()
            }
        })*
    };
}
numbers! { whole: i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize; real: f32 f64 }

#[cfg(feature = "image")]
macro_rules! pictures {
    ($($picture:ty)*) => {
        $(impl DefaultComponent for $picture {
            type Component = Image;

            fn component() -> Image {
                Image::new()
            }
        }

        impl Element for $picture {
            type List = Gallery;

            fn list() -> Gallery {
                Gallery::new()
            }
        })*
    };
}
#[cfg(feature = "image")]
pictures! { image::DynamicImage image::GrayImage image::RgbImage image::RgbaImage }

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeSet, HashSet},
        path::{Path, PathBuf},
    };

    use super::*;
    use crate::{
        component::{AnyComponent, Choices},
        components::{LabelData, PlotData},
        file::FileData,
    };

    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, crate::Choices)]
    enum Mood {
        Calm,
        Loud,
    }

    fn taken<T: DefaultComponent>() -> String {
        T::component().type_name()
    }

    fn shown<T: DefaultOutput>() -> String {
        T::output().type_name()
    }

    #[test]
    fn text_in_every_wrapping_is_a_textbox() {
        assert_eq!(taken::<Box<str>>(), "Textbox");
        assert_eq!(taken::<Arc<str>>(), "Textbox");
        assert_eq!(shown::<Option<&'static str>>(), "Textbox");
        assert_eq!(shown::<Cow<'static, str>>(), "Textbox");
    }

    // As JSON they would be texts: a caller could name any file of the machine, and see none.
    #[test]
    fn paths_are_files_and_never_texts() {
        assert_eq!(taken::<Option<Vec<PathBuf>>>(), "File");
        assert_eq!(taken::<Option<Vec<FileData>>>(), "File");
        assert_eq!(shown::<&'static Path>(), "File");
        assert_eq!(shown::<Option<&'static Path>>(), "File");
        assert_eq!(shown::<Vec<&'static Path>>(), "File");
    }

    #[test]
    fn a_set_of_choices_is_a_group_of_checkboxes() {
        assert_eq!(taken::<HashSet<Mood>>(), "Checkboxgroup");
        assert_eq!(taken::<BTreeSet<Mood>>(), "Checkboxgroup");
        assert_eq!(Mood::Calm.value(), "Calm");
        assert_eq!(Mood::from_value("Loud"), Some(Mood::Loud));
    }

    #[test]
    fn data_of_a_component_has_that_component() {
        assert_eq!(taken::<LabelData>(), "Label");
        assert_eq!(taken::<PlotData>(), "Plot");
    }
}
