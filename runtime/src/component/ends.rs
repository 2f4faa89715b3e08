//! The two ends of a wire: JSON text on one side, the function's types on the other.

use std::{fmt, sync::Arc};

use serde_json::value::RawValue;

use super::{Component, Invalid, Postprocess, Preprocess, decode};
use crate::{
    file::{blocking, counting},
    store::updated,
};

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

    /// The same, but what holds files is converted only when the function is about to run: to
    /// decode a picture takes long, and the picture takes room while the call waits for its turn.
    ///
    /// # Errors
    /// When the text is no data of this component, or its value breaks a rule.
    fn take(self: Arc<Self>, raw: &RawValue) -> Result<Pending<T>, Invalid>;
}

/// A value that is there, or one that is still to be made of files.
pub enum Pending<T> {
    /// Converted already.
    Ready(T),
    /// To be converted, which may take its time and may fail.
    Later(Box<dyn FnOnce() -> Result<T, Invalid> + Send>),
}

impl<T> fmt::Debug for Pending<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ready(_) => "Pending::Ready",
            Self::Later(_) => "Pending::Later",
        })
    }
}

impl<T, C: Preprocess<T>> Source<T> for C {
    fn read(&self, raw: &RawValue) -> Result<T, Invalid> {
        self.preprocess(checked(self, raw)?)
    }

    fn take(self: Arc<Self>, raw: &RawValue) -> Result<Pending<T>, Invalid> {
        // A function may have changed the rules for this session.
        let component = updated(&*self).unwrap_or(self);
        let (data, has_files) = counting(|| checked(&*component, raw));
        let data = data?;
        if has_files {
            let convert = move || blocking(|| component.preprocess(data));
            Ok(Pending::Later(Box::new(convert)))
        } else {
            component.preprocess(data).map(Pending::Ready)
        }
    }
}

fn checked<C: Component>(component: &C, raw: &RawValue) -> Result<C::Data, Invalid> {
    let data = decode(raw, || (C::METHODS.api_info)(component))?;
    (C::METHODS.check)(component, &data)?;
    Ok(data)
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
