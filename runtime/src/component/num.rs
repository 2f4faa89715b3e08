//! Numbers as they travel, and as Rust has them.

use std::{cmp::Ordering, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Invalid;

/// A number in JSON: whole ones stay whole, so `2` is never sent as `2.0`.
///
/// ```
/// use vetrina::component::Num;
///
/// assert_eq!(serde_json::to_string(&Num::from(2))?, "2");
/// assert_eq!(Num::from(300).to::<u8>().unwrap_err().to_string(), "300 does not fit: 0 to 255");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Num(Repr);

#[derive(Debug, Clone, Copy)]
enum Repr {
    Whole(i128),
    Float(f64),
}

impl Num {
    /// As a Rust number of any type.
    ///
    /// # Errors
    /// When the type has no such number.
    pub fn to<T: Numeric>(self) -> Result<T, Invalid> {
        T::from_num(self)
    }

    /// Rounded to so many places after the point; none makes it whole.
    #[must_use]
    pub fn round(self, places: u32) -> Self {
        match self.0 {
            Repr::Float(x) if x.is_finite() => {
                // Through text, because powers of ten are not exact in binary.
                let text = format!("{x:.*}", places as usize);
                if places > 0 {
                    text.parse().map_or(self, |x| Self(Repr::Float(x)))
                } else {
                    text.parse().map_or(self, |n| Self(Repr::Whole(n)))
                }
            }
            _ => self,
        }
    }

    /// Whether it is a number at all: NaN and the infinities are not, in JSON.
    pub(crate) fn is_finite(self) -> bool {
        self.as_f64().is_finite()
    }

    pub(crate) fn is_whole(self) -> bool {
        matches!(self.0, Repr::Whole(_))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "a comparison or a slider's step can bear it"
    )]
    pub(crate) fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Whole(n) => n as f64,
            Repr::Float(x) => x,
        }
    }

    /// Refuses it outside its range.
    pub(crate) fn within(self, least: Option<Self>, most: Option<Self>) -> Result<(), Invalid> {
        if let Some(least) = least.filter(|least| self < *least) {
            return Err(format!("{self} is less than the minimum {least}").into());
        }
        if let Some(most) = most.filter(|most| self > *most) {
            return Err(format!("{self} is greater than the maximum {most}").into());
        }
        Ok(())
    }

    pub(super) fn whole(self) -> Result<i128, Invalid> {
        match self.0 {
            Repr::Whole(n) => Ok(n),
            #[allow(
                clippy::cast_possible_truncation,
                reason = "`as` saturates; types check bounds"
            )]
            Repr::Float(x) if x.fract() == 0.0 => Ok(x as i128),
            Repr::Float(_) => Err(format!("{self} is not a whole number").into()),
        }
    }
}

impl PartialEq for Num {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Num {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self.0, other.0) {
            (Repr::Whole(a), Repr::Whole(b)) => Some(a.cmp(&b)),
            _ => self.as_f64().partial_cmp(&other.as_f64()),
        }
    }
}

impl fmt::Display for Num {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Whole(n) => n.fmt(f),
            Repr::Float(x) => x.fmt(f),
        }
    }
}

impl Serialize for Num {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Repr::Whole(n) => {
                if let Ok(n) = i64::try_from(n) {
                    serializer.serialize_i64(n)
                } else if let Ok(n) = u64::try_from(n) {
                    serializer.serialize_u64(n)
                } else {
                    serializer.serialize_f64(self.as_f64())
                }
            }
            Repr::Float(x) => serializer.serialize_f64(x),
        }
    }
}

impl<'de> Deserialize<'de> for Num {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Num;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_i64<E>(self, n: i64) -> Result<Num, E> {
                Ok(n.into())
            }
            fn visit_u64<E>(self, n: u64) -> Result<Num, E> {
                Ok(n.into())
            }
            fn visit_f64<E>(self, x: f64) -> Result<Num, E> {
                Ok(x.into())
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for Num {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Num".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number"})
    }
}

/// Rust's own number types.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a number type", label = "not a number")]
pub trait Numeric: Copy + Into<Num> + Send + 'static {
    /// Whether the type has whole numbers only.
    const WHOLE: bool;

    /// The number in this type.
    ///
    /// # Errors
    /// When the type has no such number.
    fn from_num(number: Num) -> Result<Self, Invalid>;
}

macro_rules! whole {
    ($($type:ty)*) => {$(
        impl From<$type> for Num {
            fn from(n: $type) -> Self {
                #[allow(
                    clippy::cast_precision_loss, clippy::cast_lossless, clippy::unnecessary_fallible_conversions,
                    reason = "one text for all types; only the upper half of u128 is rounded"
                )]
                Self(i128::try_from(n).map_or(Repr::Float(n as f64), Repr::Whole))
            }
        }
        impl Numeric for $type {
            const WHOLE: bool = true;
            fn from_num(number: Num) -> Result<Self, Invalid> {
                let whole = number.whole()?;
                Self::try_from(whole).map_err(|_| {
                    format!("{number} does not fit: {} to {}", Self::MIN, Self::MAX).into()
                })
            }
        }
    )*};
}
whole! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl From<f64> for Num {
    fn from(x: f64) -> Self {
        Self(Repr::Float(x))
    }
}

impl From<f32> for Num {
    fn from(x: f32) -> Self {
        // The shortest text that means this f32: 0.1 stays 0.1, where a cast gives 0.10000000149.
        Self(Repr::Float(
            x.to_string().parse().unwrap_or_else(|_| x.into()),
        ))
    }
}

impl Numeric for f64 {
    const WHOLE: bool = false;
    fn from_num(number: Num) -> Result<Self, Invalid> {
        Ok(number.as_f64())
    }
}

impl Numeric for f32 {
    const WHOLE: bool = false;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "the nearest f32 is what was asked for"
    )]
    fn from_num(number: Num) -> Result<Self, Invalid> {
        Ok(number.as_f64() as Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn num(json: &str) -> Num {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn whole_numbers_fit_their_type_or_are_refused() {
        assert_eq!(num("255").to(), Ok(255_u8));
        assert_eq!(num("2.0").to(), Ok(2_u8));
        assert_eq!(num("1e3").to(), Ok(1000_i16));
        assert_eq!(
            num("300").to::<u8>().unwrap_err().to_string(),
            "300 does not fit: 0 to 255"
        );
        assert_eq!(
            num("-1").to::<u32>().unwrap_err().to_string(),
            "-1 does not fit: 0 to 4294967295"
        );
        assert_eq!(
            num("2.5").to::<i32>().unwrap_err().to_string(),
            "2.5 is not a whole number"
        );
        assert_eq!(num("18446744073709551615").to(), Ok(u64::MAX));
        assert_eq!(num("-9223372036854775808").to(), Ok(i64::MIN));
    }

    #[test]
    fn numbers_are_sent_as_they_were() {
        for text in ["2", "-7", "2.5", "18446744073709551615", "0.1"] {
            assert_eq!(serde_json::to_string(&num(text)).unwrap(), text);
        }
        assert_eq!(serde_json::to_string(&Num::from(0.1_f32)).unwrap(), "0.1");
        assert_eq!(serde_json::to_string(&Num::from(f64::NAN)).unwrap(), "null");
    }

    #[test]
    fn rounding_is_exact_in_decimal() {
        assert_eq!(num("2.675").round(2).to_string(), "2.67");
        assert_eq!(num("2.5").round(0).to_string(), "2");
        assert_eq!(num("3.5").round(0).to(), Ok(4_u8));
        assert_eq!(num("-0.4").round(0).to(), Ok(0_i8));
        assert!(num("7.9").round(0).is_whole());
    }
}
