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
        number.map_or(Ok(()), |number| {
            in_range(number, self.minimum, self.maximum)
        })
    }
}

/// Refuses a number outside its range.
pub(super) fn in_range(number: Num, least: Option<Num>, most: Option<Num>) -> Result<(), Invalid> {
    if let Some(least) = least.filter(|least| number < *least) {
        return Err(format!("{number} is less than the minimum {least}").into());
    }
    if let Some(most) = most.filter(|most| number > *most) {
        return Err(format!("{number} is greater than the maximum {most}").into());
    }
    Ok(())
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
