//! What the parameters of a function take, beside what their components say.

use serde_json::{Value, value::RawValue};

use crate::{api::Taken, endpoint::Handler, page::Dependency, server::Served};

/// What the parameters take, which nobody knows better than the function.
pub(super) fn taken(app: &Served, dependency: &Dependency) -> Vec<Taken> {
    let Some(handler) = &dependency.handler else {
        return Vec::new();
    };
    let specs = &dependency.specs;
    let nulls = refuses(dependency, handler, |_| "null".into());
    let beyond = |bounds: &[i128], step: i128| -> Vec<_> {
        let past = |bound: &i128| refuses(dependency, handler, |_| (bound + step).to_string());
        bounds.iter().map(|bound| (*bound, past(bound))).collect()
    };
    let (least, greatest) = (beyond(&LEAST, -1), beyond(&GREATEST, 1));
    let inputs = dependency.inputs.iter().enumerate();
    let inputs = inputs.filter(|(index, _)| !dependency.states.contains(index));
    let ranges: Vec<_> = inputs
        .enumerate()
        .take(specs.len())
        .map(|(place, (_, id))| {
            let props = app.component(*id, None).map(|it| it.props());
            let prop = |name: &str| {
                props
                    .as_ref()?
                    .get(name)
                    .filter(|it| it.is_number())
                    .cloned()
            };
            let bound = |bounds: &[(i128, Vec<bool>)]| {
                let found = bounds.iter().find(|(_, refused)| refused[place]);
                found.map(|(bound, _)| *bound)
            };
            Range::new(
                (bound(&least), prop("minimum")),
                (bound(&greatest), prop("maximum")),
            )
        })
        .collect();
    let parts = refuses(dependency, handler, |place| {
        ranges[place].a_part().to_string()
    });
    let places = specs.iter().zip(ranges).enumerate();
    let taken = places.map(|(place, (spec, range))| Taken {
        name: spec.name.clone(),
        null: !nulls[place],
        whole: parts[place],
        minimum: range.minimum,
        maximum: range.maximum,
    });
    taken.collect()
}

/// Where the types of whole numbers begin and end, the narrow ones first.
const LEAST: [i128; 5] = [
    0,
    i8::MIN as i128,
    i16::MIN as i128,
    i32::MIN as i128,
    i64::MIN as i128,
];
const GREATEST: [i128; 8] = [
    i8::MAX as i128,
    u8::MAX as i128,
    i16::MAX as i128,
    u16::MAX as i128,
    i32::MAX as i128,
    u32::MAX as i128,
    i64::MAX as i128,
    u64::MAX as i128,
];

/// Which arguments of a call, that is not made, the function would refuse, each place given what
/// `value` says.
fn refuses(
    dependency: &Dependency,
    handler: &Handler,
    value: impl Fn(usize) -> String,
) -> Vec<bool> {
    let places = 0..dependency.specs.len();
    let texts = places
        .clone()
        .map(|place| RawValue::from_string(value(place)).ok());
    let texts: Vec<_> = texts.collect();
    let sent: Vec<_> = texts.iter().map(Option::as_deref).collect();
    let refused = dependency.prepare(handler, &sent).err().unwrap_or_default();
    let is_refused = |place| refused.iter().any(|it| it.index == Some(place));
    places.map(is_refused).collect()
}

/// The numbers that a parameter takes.
#[derive(Debug)]
struct Range {
    minimum: Value,
    maximum: Value,
}

impl Range {
    /// Each bound as the type has it, and as the component says.
    fn new(least: (Option<i128>, Option<Value>), greatest: (Option<i128>, Option<Value>)) -> Self {
        Self {
            minimum: tighter(least, |of_type, of_prop| of_prop >= of_type),
            maximum: tighter(greatest, |of_type, of_prop| of_prop <= of_type),
        }
    }

    /// A number in it that is not whole.
    fn a_part(&self) -> f64 {
        match (self.minimum.as_f64(), self.maximum.as_f64()) {
            (Some(least), _) => least.floor() + 0.5,
            (None, Some(greatest)) => greatest.ceil() - 0.5,
            (None, None) => 0.5,
        }
    }
}

/// The bound that leaves less room.
fn tighter(
    (of_type, of_prop): (Option<i128>, Option<Value>),
    prop_is: fn(f64, f64) -> bool,
) -> Value {
    let of_type = of_type.map(|bound| match u64::try_from(bound) {
        Ok(bound) => bound.into(),
        Err(_) => i64::try_from(bound).map_or(Value::Null, Value::from),
    });
    match (of_type, of_prop) {
        (Some(of_type), Some(of_prop)) => {
            let numbers = of_type.as_f64().zip(of_prop.as_f64());
            let is_tighter = numbers.is_none_or(|(of_type, of_prop)| prop_is(of_type, of_prop));
            if is_tighter { of_prop } else { of_type }
        }
        (of_type, of_prop) => of_type.or(of_prop).unwrap_or_default(),
    }
}
