//! `Timer`: runs a function again and again while the page is open.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{Component as _, Derived, Invalid, Postprocess, Preprocess},
};

/// Ticks again and again while the page is open and seen. Nobody sees the timer itself.
///
/// Its value is the time between two ticks, in seconds.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn clock(ui: &mut Ui) {
///     let timer = ui.add(Timer::new(1));
///     let ticks = ui.add(Number::new().label("Ticks").value(0));
///     timer.tick(|ticks: u64| ticks + 1, &ticks, &ticks);
///     ui.add(Button::new("Stop")).click(|| Update(Timer::default().active(false)), (), &timer);
/// }
/// ```
#[component(data_model = f64, events(tick, change), manual(new))]
#[derive(Debug, Clone)]
pub struct Timer {
    /// Whether it ticks.
    #[prop(default = true)]
    pub active: bool,
}

impl Timer {
    /// A timer that ticks every so many seconds.
    #[must_use]
    pub fn new(seconds: impl Into<f64>) -> Self {
        Self::default().value(seconds.into())
    }

    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "it has the signature of the derived one"
    )]
    fn check(&self, seconds: &f64) -> Result<(), Invalid> {
        if seconds.is_finite() && *seconds > 0.0 {
            Ok(())
        } else {
            Err("the time between two ticks is a number of seconds greater than 0".into())
        }
    }

    fn initial_value(&self) -> Option<Value> {
        Some(self.base().value.clone().unwrap_or_else(|| json!(1.0)))
    }

    fn api_info(&self) -> Value {
        json!({"type": "number"})
    }

    fn example_payload(&self) -> Value {
        json!(1)
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.retain(|name, _| ["value", "active", "name", "_selectable"].contains(&name.as_str()));
        props
    }
}

impl Preprocess<Duration> for Timer {
    fn preprocess(&self, seconds: f64) -> Result<Duration, Invalid> {
        Duration::try_from_secs_f64(seconds).map_err(|why| why.to_string().into())
    }
}

impl Postprocess<Duration> for Timer {
    fn postprocess(&self, time: Duration) -> Result<f64, Invalid> {
        Ok(time.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let props = AnyComponent::props(&Timer::new(1));
        assert_eq!(
            Value::from(props),
            json!({"value": 1.0, "active": true, "name": "timer", "_selectable": false})
        );
        assert_eq!(
            AnyComponent::props(&Timer::new(0.2).active(false))["active"],
            false
        );
    }

    #[test]
    fn its_time_goes_in_and_out() {
        assert_eq!(example::<f64>(&Timer::new(2)), Ok(1.0));
        assert_eq!(
            example::<Duration>(&Timer::new(2)),
            Ok(Duration::from_secs(1))
        );
        assert_eq!(
            shown(&Timer::new(2), Duration::from_millis(200)),
            json!(0.2)
        );
    }

    #[test]
    fn time_goes_forward() {
        for seconds in ["0", "-1"] {
            let why = read::<f64>(&Timer::new(1), seconds).unwrap_err();
            assert!(why.contains("greater than 0"), "{why}");
        }
    }
}
