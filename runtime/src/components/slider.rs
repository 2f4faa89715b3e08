//! `Slider`: a number between two others.

use std::ops::RangeInclusive;

use serde::Serialize;
use serde_json::{Value, json};

use super::number::in_range;
use crate::{
    component,
    component::{Component as _, Derived, Invalid, Num, Numeric, Postprocess, Preprocess},
};

/// A number between two others, to drag or to type.
///
/// A function takes any number type. Between whole numbers the slider moves in whole steps, else
/// in hundredths of the range or finer, unless [`step`](Self::step) says otherwise.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn cheer(#[input(Slider::new(1..=10).value(2))] times: u8) -> String {
///     "Hip hip hooray! ".repeat(times.into())
/// }
/// ```
#[component(
    data_model = Num,
    kind = form,
    events(change, input, release),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Slider {
    /// The least and the greatest number allowed.
    #[prop(required, flatten)]
    pub range: Bounds,
    /// How far one step goes.
    pub step: Option<Num>,
    /// How many places after the point are kept, in and out; `0` makes numbers whole.
    pub precision: Option<u32>,
    /// Whether a button goes back to the first value.
    #[prop(default = true)]
    pub show_reset_button: bool,
}

/// The least and the greatest number of a [`Slider`], from a range: `1..=10`, `0.0..=1.0`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bounds {
    /// The least number.
    pub minimum: Num,
    /// The greatest number.
    pub maximum: Num,
}

impl<T: Numeric> From<RangeInclusive<T>> for Bounds {
    fn from(range: RangeInclusive<T>) -> Self {
        Self {
            minimum: (*range.start()).into(),
            maximum: (*range.end()).into(),
        }
    }
}

impl Slider {
    fn rounded(&self, number: Num) -> Num {
        self.precision.map_or(number, |places| number.round(places))
    }

    /// The step as it is sent.
    fn step_size(&self) -> Num {
        let Bounds { minimum, maximum } = self.range;
        if let Some(step) = self.step {
            return step;
        }
        if minimum.is_whole() && maximum.is_whole() {
            return 1.into();
        }
        let length = maximum.as_f64() - minimum.as_f64();
        let power = (length.log10() - 2.0).floor();
        // Through text, because powers of ten are not exact in binary.
        let step = format!("1e{power}").parse::<f64>().unwrap_or(0.01);
        if step >= 1.0 { 1.into() } else { step.into() }
    }

    fn api_info(&self) -> Value {
        let Bounds { minimum, maximum } = self.range;
        json!({"type": "number", "description": format!("numeric value between {minimum} and {maximum}")})
    }

    fn example_payload(&self) -> Value {
        json!(self.range.minimum)
    }

    fn initial_value(&self) -> Option<Value> {
        Some(
            self.base()
                .value
                .clone()
                .unwrap_or_else(|| json!(self.range.minimum)),
        )
    }

    fn check(&self, number: &Num) -> Result<(), Invalid> {
        in_range(*number, Some(self.range.minimum), Some(self.range.maximum))
    }

    fn props(&self) -> serde_json::Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("step".into(), json!(self.step_size()));
        props
    }
}

#[diagnostic::do_not_recommend]
impl<T: Numeric> Preprocess<T> for Slider {
    fn preprocess(&self, data: Num) -> Result<T, Invalid> {
        self.rounded(data).to()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Numeric> Postprocess<T> for Slider {
    fn postprocess(&self, value: T) -> Result<Num, Invalid> {
        let number = value.into();
        if !number.is_finite() {
            return Err(format!("a slider has no place for {number}").into());
        }
        Ok(self.rounded(number))
    }
}
