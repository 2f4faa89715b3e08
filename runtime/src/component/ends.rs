//! The two ends of a wire: JSON text on one side, the function's types on the other.

use serde_json::value::RawValue;

use super::{Invalid, Postprocess, Preprocess, decode};

/// Something a function's argument is read from. Every component that can give a `T` is one.
///
/// ```
/// use serde_json::value::RawValue;
/// use vetrina::{component::Source, prelude::*};
///
/// let slider = Slider::new(1..=10);
/// let sent: &RawValue = serde_json::from_str("99")?;
/// let refused = Source::<u8>::read(&slider, sent).unwrap_err();
/// assert_eq!(refused.to_string(), "99 is greater than the maximum 10");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Source<T>: Send + Sync {
    /// Decodes, checks against the props, and converts.
    ///
    /// # Errors
    /// When the text is no data of this component, or its value breaks a rule.
    fn read(&self, raw: &RawValue) -> Result<T, Invalid>;
}

impl<T, C: Preprocess<T>> Source<T> for C {
    fn read(&self, raw: &RawValue) -> Result<T, Invalid> {
        let data = decode(raw, || (C::METHODS.api_info)(self))?;
        (C::METHODS.check)(self, &data)?;
        self.preprocess(data)
    }
}

/// Something a function's result is shown in. Every component that can show a `T` is one.
///
/// ```
/// use vetrina::{component::Sink, prelude::*};
///
/// let mut sent = Vec::new();
/// Textbox::new().write("Hello, \"world\"", &mut sent)?;
/// assert_eq!(sent, br#""Hello, \"world\"""#);
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
pub trait Sink<T>: Send + Sync {
    /// Converts and appends the JSON text to `out`; on an error `out` is as before.
    ///
    /// # Errors
    /// When the value cannot be shown.
    fn write(&self, value: T, out: &mut Vec<u8>) -> Result<(), Invalid>;
}

impl<T, C: Postprocess<T>> Sink<T> for C {
    fn write(&self, value: T, out: &mut Vec<u8>) -> Result<(), Invalid> {
        let data = self.postprocess(value)?;
        let before = out.len();
        serde_json::to_writer(&mut *out, &data).map_err(|error| {
            out.truncate(before);
            Invalid::from(error.to_string())
        })
    }
}
