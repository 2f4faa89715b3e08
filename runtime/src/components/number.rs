//! `Number`: a number to type and to read.

use serde_json::{Value, json};

use crate::{
    component,
    component::{Invalid, Num, Numeric, Postprocess, Preprocess},
};

/// A number to type, and to read. The component of all Rust number types.
///
/// A function takes any number type, or an `Option` of one that is `None` when the field is empty.
/// A number that does not fit the type is refused: `300 does not fit: 0 to 255`.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn double(#[input(Number::new().minimum(0).maximum(100))] n: f64) -> f64 {
///     2.0 * n
/// }
/// ```
#[component(
    data_model = Option<Num>,
    kind = form,
    events(change, input, submit, focus, blur),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Number {
    /// What an empty field says.
    pub placeholder: Option<String>,
    /// How many places after the point are kept, in and out; `0` makes numbers whole.
    pub precision: Option<u32>,
    /// The least number allowed.
    pub minimum: Option<Num>,
    /// The greatest number allowed.
    pub maximum: Option<Num>,
    /// How far the arrows go.
    #[prop(default = 1)]
    pub step: Num,
}

impl Number {
    fn rounded(&self, number: Num) -> Num {
        self.precision.map_or(number, |places| number.round(places))
    }

    fn api_info(&self) -> Value {
        json!({"type": if self.precision == Some(0) { "integer" } else { "number" }})
    }

    fn example_payload(&self) -> Value {
        // What is within the range, if 3 is not.
        json!(
            self.minimum
                .or(self.maximum.filter(|most| *most < 3.into()))
                .unwrap_or(3.into())
        )
    }

    fn check(&self, number: &Option<Num>) -> Result<(), Invalid> {
        number.map_or(Ok(()), |number| number.within(self.minimum, self.maximum))
    }
}

impl<T: Numeric> Preprocess<Option<T>> for Number {
    fn preprocess(&self, data: Option<Num>) -> Result<Option<T>, Invalid> {
        data.map(|number| self.rounded(number).to()).transpose()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Numeric> Preprocess<T> for Number {
    fn preprocess(&self, data: Option<Num>) -> Result<T, Invalid> {
        let number = data.ok_or("a number is needed here, and the field is empty")?;
        self.rounded(number).to()
    }
}

impl<T: Numeric> Postprocess<Option<T>> for Number {
    fn postprocess(&self, value: Option<T>) -> Result<Option<Num>, Invalid> {
        // JSON has no NaN and no infinity: they leave the field empty.
        Ok(value
            .map(Into::into)
            .filter(|number| number.is_finite())
            .map(|number| self.rounded(number)))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Numeric> Postprocess<T> for Number {
    fn postprocess(&self, value: T) -> Result<Option<Num>, Invalid> {
        self.postprocess(Some(value))
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
        assert_props(&Number::new(), json!({"step": 1}));
        let number = Number::new()
            .precision(0)
            .minimum(0)
            .maximum(10)
            .step(0.5)
            .value(4);
        let own = json!({"precision": 0, "minimum": 0, "maximum": 10, "step": 0.5, "value": 4});
        assert_props(&number, own);
    }

    #[test]
    fn the_schema_says_whether_numbers_are_whole() {
        assert_eq!(
            AnyComponent::api_info(&Number::new()),
            json!({"type": "number"})
        );
        assert_eq!(
            AnyComponent::api_info(&Number::new().precision(0)),
            json!({"type": "integer"})
        );
    }

    #[test]
    fn examples_are_in_range() {
        assert_eq!(example::<u8>(&Number::new()), Ok(3));
        assert_eq!(example::<u8>(&Number::new().minimum(0).maximum(10)), Ok(0));
        assert_eq!(example::<i8>(&Number::new().maximum(-1)), Ok(-1));
        assert_eq!(example::<i8>(&Number::new().maximum(9)), Ok(3));
    }

    #[test]
    fn numbers_go_in_and_out() {
        let number = Number::new();
        assert_eq!(read::<f64>(&number, "1.5"), Ok(1.5));
        assert_eq!(read::<u64>(&number, "18446744073709551615"), Ok(u64::MAX));
        assert_eq!(read::<Option<i32>>(&number, "null"), Ok(None));
        assert_eq!(read::<Option<i32>>(&number, "-7"), Ok(Some(-7)));
        assert_eq!(shown(&number, 0.1_f32), json!(0.1));
        assert_eq!(shown(&number, i64::MIN), json!(i64::MIN));
        assert_eq!(shown(&number, None::<u8>), json!(null));
        assert_eq!(shown(&number, f64::NAN), json!(null));
    }

    #[test]
    fn precision_rounds_in_and_out() {
        let whole = Number::new().precision(0);
        assert_eq!(read::<i32>(&whole, "2.7"), Ok(3));
        assert_eq!(shown(&whole, 2.7).to_string(), "3");
        assert_eq!(shown(&Number::new().precision(2), 2.0 / 3.0), json!(0.67));
    }

    #[test]
    fn what_does_not_fit_is_refused_with_the_rule() {
        let number = Number::new().minimum(0).maximum(1000);
        for (sent, why) in [
            ("300", "300 does not fit: 0 to 255"),
            ("2.5", "2.5 is not a whole number"),
            ("1001", "1001 is greater than the maximum 1000"),
            ("-0.5", "-0.5 is less than the minimum 0"),
            ("null", "a number is needed here, and the field is empty"),
            ("\"5\"", "expected a number, got text"),
        ] {
            assert_eq!(read::<u8>(&number, sent), Err(why.into()));
        }
    }
}
