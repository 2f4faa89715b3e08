//! What all components that hold text give and show.

/// `String` and `Option<String>` in; those, `&str` and `Cow<str>` out, tidied by a function.
macro_rules! text_component {
    ($component:ty) => {
        super::text::text_component!($component, std::convert::identity);
    };
    ($component:ty, $tidy:expr) => {
        const _: () = {
            use std::borrow::Cow;

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

            impl Postprocess<&str> for $component {
                fn postprocess(&self, value: &str) -> Result<Option<String>, Invalid> {
                    Ok(Some($tidy(value.into())))
                }
            }

            impl Postprocess<Cow<'_, str>> for $component {
                fn postprocess(&self, value: Cow<'_, str>) -> Result<Option<String>, Invalid> {
                    Ok(Some($tidy(value.into_owned())))
                }
            }
        };
    };
}

pub(super) use text_component;
