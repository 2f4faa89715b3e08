//! The types a date may have in Rust.

use std::time::SystemTime;

use jiff::{Timestamp, Zoned, civil, tz::TimeZone};

use super::DateTime;
use crate::component::{DefaultComponent, Invalid};

/// A type that a [`DateTime`](super::DateTime) gives and shows: seconds since 1970 as an `f64` or an
/// `i64`, a [`SystemTime`], or a [`Timestamp`], [`Zoned`], [`civil::DateTime`] or [`civil::Date`] of
/// [`jiff`].
///
/// ```
/// use vetrina::components::{DateTime, Moment};
/// use vetrina::prelude::*;
///
/// let noon = DateTime::new().timezone("Asia/Tokyo");
/// let seconds: f64 = noon.preprocess(Some("1970-01-01 12:00:00".into()))?;
/// assert_eq!(seconds, 10_800.0);
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a date cannot be a `{Self}`",
    label = "not a date",
    note = "take a `String`, an `f64` or `i64` of seconds, a `SystemTime`, or a type of `jiff`"
)]
pub trait Moment: Sized {
    /// The moment, seen from where the clock hangs.
    ///
    /// # Errors
    /// When the type has no such moment.
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid>;

    /// The moment, on a clock that hangs there.
    ///
    /// # Errors
    /// When it is out of any calendar.
    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid>;
}

impl Moment for f64 {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment.timestamp().as_duration().as_secs_f64())
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        let since = jiff::SignedDuration::try_from_secs_f64(self).map_err(out_of_reach)?;
        Timestamp::from_duration(since)
            .map_err(out_of_reach)?
            .into_zoned(clock)
    }
}

impl Moment for i64 {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment.timestamp().as_second())
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        Timestamp::from_second(self)
            .map_err(out_of_reach)?
            .into_zoned(clock)
    }
}

impl Moment for SystemTime {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment.timestamp().into())
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        Timestamp::try_from(self)
            .map_err(out_of_reach)?
            .into_zoned(clock)
    }
}

impl Moment for Timestamp {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment.timestamp())
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        Ok(self.to_zoned(clock))
    }
}

impl Moment for Zoned {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment)
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        Ok(self.with_time_zone(clock))
    }
}

impl Moment for civil::DateTime {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment.datetime())
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        clock.to_zoned(self).map_err(out_of_reach)
    }
}

impl Moment for civil::Date {
    fn from_zoned(moment: Zoned) -> Result<Self, Invalid> {
        Ok(moment.date())
    }

    fn into_zoned(self, clock: TimeZone) -> Result<Zoned, Invalid> {
        clock.to_zoned(self.into()).map_err(out_of_reach)
    }
}

macro_rules! fields {
    ($($type:ty: $field:expr,)*) => {$(
        impl DefaultComponent for $type {
            type Component = DateTime;

            fn component() -> DateTime {
                $field
            }
        }
    )*};
}
fields! {
    SystemTime: DateTime::new(),
    Timestamp: DateTime::new(),
    Zoned: DateTime::new(),
    civil::DateTime: DateTime::new(),
    civil::Date: DateTime::new().include_time(false),
}

#[allow(clippy::needless_pass_by_value, reason = "as `map_err` calls it")]
fn out_of_reach(error: jiff::Error) -> Invalid {
    format!("no calendar has this date: {error}").into()
}
