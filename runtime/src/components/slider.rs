//! `Slider`: a number between two others.

use std::ops::RangeInclusive;

use serde::Serialize;
use serde_json::{Value, json};

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
    /// Whether each visit starts somewhere else.
    pub randomize: bool,
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
        let step = Num::from(format!("1e{power}").parse::<f64>().unwrap_or(0.01));
        if power < 0.0 { step } else { step.round(0) }
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
        number.within(Some(self.range.minimum), Some(self.range.maximum))
    }

    fn props(&self) -> serde_json::Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("step".into(), json!(self.step_size()));
        if !self.randomize {
            props.remove("randomize");
        }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own =
            json!({"minimum": 0, "maximum": 100, "value": 0, "step": 1, "show_reset_button": true});
        assert_props(&Slider::new(0..=100), own);
        let own =
            json!({"minimum": 2, "maximum": 20, "value": 4, "step": 2, "show_reset_button": true});
        assert_props(&Slider::new(2..=20).value(4).step(2), own);
    }

    #[test]
    fn a_slider_may_start_anywhere() {
        let own = json!({
            "minimum": 0, "maximum": 9, "value": 0, "step": 1, "show_reset_button": true,
            "randomize": true,
        });
        assert_props(&Slider::new(0..=9).randomize(true), own);
    }

    #[test]
    fn steps_follow_from_the_range() {
        let step = |slider: Slider| slider.step_size().to_string();
        assert_eq!(step(Slider::new(1..=10)), "1");
        assert_eq!(step(Slider::new(0.0..=1.0)), "0.01");
        assert_eq!(step(Slider::new(-0.5..=0.0)), "0.001");
        assert_eq!(step(Slider::new(0.0..=5000.0)), "10");
    }

    #[test]
    fn the_schema_tells_the_range() {
        let schema = json!({"type": "number", "description": "numeric value between 2 and 20"});
        assert_eq!(AnyComponent::api_info(&Slider::new(2..=20)), schema);
    }

    #[test]
    fn numbers_go_in_and_out() {
        let slider = Slider::new(1..=10);
        assert_eq!(example::<u8>(&slider), Ok(1));
        assert_eq!(read::<f32>(&slider, "2.5"), Ok(2.5));
        assert_eq!(shown(&slider, 7_usize), json!(7));
    }

    #[test]
    fn what_is_out_of_range_is_refused_with_the_bound() {
        let slider = Slider::new(1..=10);
        for (sent, why) in [
            ("99", "99 is greater than the maximum 10"),
            ("0.5", "0.5 is less than the minimum 1"),
            ("2.5", "2.5 is not a whole number"),
            ("null", "expected a number, got null"),
            ("\"2\"", "expected a number, got text"),
        ] {
            assert_eq!(read::<u8>(&slider, sent), Err(why.into()));
        }
    }

    #[test]
    fn a_first_value_out_of_range_is_told_at_start() {
        assert_eq!(Slider::new(1..=10).value(10).errors(), [""; 0]);
        let why = "the initial value does not fit: 11 is greater than the maximum 10";
        assert_eq!(Slider::new(1..=10).value(11).errors(), [why]);
    }
}
