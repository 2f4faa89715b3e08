//! `DateTime`: a date, with or without a time of day.

mod moment;
mod text;

use serde_json::{Map, Value, json};

pub use moment::Moment;

use self::text::{Format, Zone};
use crate::{
    component,
    component::{Component as _, Derived, Invalid, Postprocess, Preprocess},
};

/// A date to type or to pick, with the time of day or without. The component of `SystemTime` and of
/// the dates of [`jiff`].
///
/// A function takes a [`Moment`]: seconds since 1970 as an `f64`, a `SystemTime`, or a type of
/// [`jiff`]; or the text as a `String`. An `Option` of these is `None` when the field is empty. It
/// shows the same, and `&str`.
///
/// What is typed is `2020-10-01 05:20:15`, or without the time if it
/// [has none](Self::include_time); `now`, `now - 5m`, `now - 2h` and the like count from the
/// moment of the call.
///
/// ```
/// use std::time::SystemTime;
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn days_until(#[input(DateTime::new().timezone("Europe/Paris"))] day: SystemTime) -> u64 {
///     day.duration_since(SystemTime::now()).map_or(0, |left| left.as_secs() / 86_400)
/// }
/// ```
#[component(
    data_model = Option<String>,
    kind = form,
    events(change, submit),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct DateTime {
    /// Whether the time of day is part of it.
    #[prop(default = true)]
    pub include_time: bool,
    #[prop(skip)]
    timezone: Option<Zone>,
}

impl DateTime {
    /// Where the clock hangs, such as `Europe/Paris`. That of the server unless set; set it before
    /// a value that is a moment.
    #[must_use]
    pub fn timezone(mut self, name: impl Into<String>) -> Self {
        match Zone::named(name.into()) {
            Ok(zone) => self.timezone = Some(zone),
            Err(why) => self.base_mut().errors.push(why.to_string()),
        }
        self.base_mut().touch("timezone");
        self
    }

    fn format(&self) -> Format<'_> {
        Format {
            include_time: self.include_time,
            zone: self.timezone.as_ref(),
        }
    }

    fn api_info(&self) -> Value {
        let shape = if self.include_time {
            "YYYY-MM-DD HH:MM:SS"
        } else {
            "YYYY-MM-DD"
        };
        json!({"type": "string", "description": format!("Formatted as {shape}")})
    }

    fn example_payload(&self) -> Value {
        json!(if self.include_time {
            "2020-10-01 05:20:15"
        } else {
            "2020-10-01"
        })
    }

    fn check(&self, text: &Option<String>) -> Result<(), Invalid> {
        match text.as_deref() {
            None | Some("") => Ok(()),
            Some(text) => self.format().read(text).map(drop),
        }
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        // What a function gets is up to its own types.
        props.insert("type".into(), json!("timestamp"));
        if let Some(zone) = &self.timezone {
            props.insert("timezone".into(), json!(zone.name));
        }
        props.remove("container");
        props
    }

    fn text(&self, data: Option<String>) -> Result<Option<String>, Invalid> {
        match data.filter(|text| !text.is_empty()) {
            Some(text) if text.contains("now") => {
                let format = self.format();
                Ok(Some(format.write(&format.read(&text)?)))
            }
            other => Ok(other),
        }
    }
}

impl Preprocess<String> for DateTime {
    fn preprocess(&self, data: Option<String>) -> Result<String, Invalid> {
        Ok(self.text(data)?.unwrap_or_default())
    }
}

impl Preprocess<Option<String>> for DateTime {
    fn preprocess(&self, data: Option<String>) -> Result<Option<String>, Invalid> {
        self.text(data)
    }
}

impl<T: Moment> Preprocess<Option<T>> for DateTime {
    fn preprocess(&self, data: Option<String>) -> Result<Option<T>, Invalid> {
        let text = data.filter(|text| !text.is_empty());
        text.map(|text| T::from_zoned(self.format().read(&text)?))
            .transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Moment> Preprocess<T> for DateTime {
    fn preprocess(&self, data: Option<String>) -> Result<T, Invalid> {
        Preprocess::<Option<T>>::preprocess(self, data)?
            .ok_or_else(|| "a date is needed here, and the field is empty".into())
    }
}

impl Postprocess<String> for DateTime {
    fn postprocess(&self, value: String) -> Result<Option<String>, Invalid> {
        Ok(Some(value))
    }
}

impl Postprocess<&str> for DateTime {
    fn postprocess(&self, value: &str) -> Result<Option<String>, Invalid> {
        self.postprocess(value.to_owned())
    }
}

impl Postprocess<Option<String>> for DateTime {
    fn postprocess(&self, value: Option<String>) -> Result<Option<String>, Invalid> {
        Ok(value)
    }
}

impl<T: Moment> Postprocess<Option<T>> for DateTime {
    fn postprocess(&self, value: Option<T>) -> Result<Option<String>, Invalid> {
        let format = self.format();
        value
            .map(|value| Ok(format.write(&value.into_zoned(format.clock())?)))
            .transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Moment> Postprocess<T> for DateTime {
    fn postprocess(&self, value: T) -> Result<Option<String>, Invalid> {
        self.postprocess(Some(value))
    }
}

#[cfg(test)]
mod tests;
