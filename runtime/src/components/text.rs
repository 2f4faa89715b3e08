//! What all components that hold text give and show.

/// `String`, `Option<String>`, `Box<str>` and `Arc<str>` in; those, `&str`, `Option<&str>` and
/// `Cow<str>` out, tidied by a function.
macro_rules! text_component {
    ($component:ty) => {
        super::text::text_component!($component, std::convert::identity);
    };
    ($component:ty, $tidy:expr) => {
        const _: () = {
            use std::{borrow::Cow, sync::Arc};

            use crate::component::{Invalid, Postprocess, Preprocess};

            impl Preprocess<String> for $component {
                // An untouched box sends null, and means no text.
                fn preprocess(&self, data: Option<String>) -> Result<String, Invalid> {
                    Ok(data.unwrap_or_default())
                }
            }

            impl Preprocess<Option<String>> for $component {
                fn preprocess(&self, data: Option<String>) -> Result<Option<String>, Invalid> {
                    Ok(data.filter(|text| !text.is_empty()))
                }
            }

            impl Postprocess<String> for $component {
                fn postprocess(&self, value: String) -> Result<Option<String>, Invalid> {
                    Ok(Some($tidy(value)))
                }
            }

            impl Postprocess<Option<String>> for $component {
                fn postprocess(&self, value: Option<String>) -> Result<Option<String>, Invalid> {
                    Ok(value.map($tidy))
                }
            }

            impl Postprocess<Option<&str>> for $component {
                fn postprocess(&self, value: Option<&str>) -> Result<Option<String>, Invalid> {
                    Ok(value.map(|text| $tidy(text.into())))
                }
            }

            macro_rules! text {
                (takes $taken:ty) => {
                    impl Preprocess<$taken> for $component {
                        fn preprocess(&self, data: Option<String>) -> Result<$taken, Invalid> {
                            Ok(data.unwrap_or_default().into())
                        }
                    }
                };
                (shows $shown:ty) => {
                    impl Postprocess<$shown> for $component {
                        fn postprocess(&self, value: $shown) -> Result<Option<String>, Invalid> {
                            Ok(Some($tidy(String::from(&*value))))
                        }
                    }
                };
            }
    text!(takes Box<str>);
    text!(takes Arc<str>);
            text!(shows & str);
    text!(shows Cow<'_, str>);
    text!(shows Box<str>);
    text!(shows Arc<str>);
        };
    };
}

pub(super) use text_component;
