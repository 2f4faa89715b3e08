//! Asks the compiler what a type can do, one way after the other.
//!
//! A blanket impl for everything with `Deserialize` and `JsonSchema` would collide with the types
//! that have components of their own. Method calls do not collide: the receiver `&&&&probe` is
//! tried with fewer and fewer references, and the first impl whose bounds hold is taken. So the
//! number of references before `Probe` is the order of preference; the impl on the bare `Probe`
//! fits everything and asks for a trait that nothing implements, for the sake of its words.

use std::{error::Error, fmt, marker::PhantomData};

use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Argument, Defaulted, Exemplified, Failure, FromCall, Output, Reportable, Showable, Slot,
    Update, Wiring,
};
use crate::{
    component::{Component, DefaultComponent, DefaultOutput, Postprocess, Preprocess},
    components::{Json, Textbox},
};

/// Stands for a type of which there is no value yet.
pub struct Probe<T>(PhantomData<fn() -> T>);

impl<T> Probe<T> {
    /// For a type that is named.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }

    /// For the type of a value, which may have no name.
    #[must_use]
    pub const fn of(_: &T) -> Self {
        Self(PhantomData)
    }
}

impl<T> Clone for Probe<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Probe<T> {}

impl<T> Default for Probe<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Probe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Probe<{}>", std::any::type_name::<T>())
    }
}

/// The methods alone: generated code must not bring names into the reach of the user's expressions.
pub mod methods {
    pub use super::{
        AnyDefault as _, AnyError as _, AnyInput as _, AnyOk as _, AnyOutput as _, AnyParam as _,
        AnySample as _, AnyShown as _, CallDefault as _, CallParam as _, CallSample as _,
        JsonDefault as _, JsonParam as _, JsonSample as _, JsonShown as _, NoError as _,
        OptionInput as _, OwnDefault as _, OwnParam as _, OwnSample as _, OwnShown as _,
        ResultError as _, ResultOk as _, TextShown as _, UpdateOutput as _, UpdateShown as _,
    };
}

/// A parameter that is made from the call.
pub trait CallParam<T> {
    #[doc(hidden)]
    fn param(&self, wiring: &mut Wiring) -> Slot<T>;
}
impl<T: FromCall> CallParam<T> for &&&Probe<T> {
    fn param(&self, wiring: &mut Wiring) -> Slot<T> {
        wiring.from_call()
    }
}

/// A parameter whose type has a component.
pub trait OwnParam<T> {
    #[doc(hidden)]
    fn param(&self, wiring: &mut Wiring) -> Slot<T>;
}
impl<T: DefaultComponent> OwnParam<T> for &&Probe<T> {
    fn param(&self, wiring: &mut Wiring) -> Slot<T> {
        wiring.input(T::component())
    }
}

/// A parameter that travels as JSON.
pub trait JsonParam<T> {
    #[doc(hidden)]
    fn param(&self, wiring: &mut Wiring) -> Slot<T>;
}
impl<T: DeserializeOwned + JsonSchema> JsonParam<T> for &Probe<T> {
    fn param(&self, wiring: &mut Wiring) -> Slot<T> {
        wiring.input(Json::typed::<T>())
    }
}

/// A parameter that nothing gives.
pub trait AnyParam<T> {
    #[doc(hidden)]
    fn param(&self, wiring: &mut Wiring) -> Slot<T>
    where
        T: Argument;
}
impl<T> AnyParam<T> for Probe<T> {
    fn param(&self, _: &mut Wiring) -> Slot<T>
    where
        T: Argument,
    {
        unreachable!("no type is an `Argument`")
    }
}

/// A default where none can be.
pub trait CallDefault<T> {
    #[doc(hidden)]
    fn param_or(&self, wiring: &mut Wiring, default: T) -> Slot<T>
    where
        T: Defaulted;
}
impl<T: FromCall> CallDefault<T> for &&&Probe<T> {
    fn param_or(&self, _: &mut Wiring, _: T) -> Slot<T>
    where
        T: Defaulted,
    {
        unreachable!("no type is `Defaulted`")
    }
}

/// A default for a parameter whose type has a component.
pub trait OwnDefault<T> {
    #[doc(hidden)]
    fn param_or(&self, wiring: &mut Wiring, default: T) -> Slot<T>;
}
impl<T: DefaultComponent> OwnDefault<T> for &&Probe<T> {
    fn param_or(&self, wiring: &mut Wiring, default: T) -> Slot<T> {
        wiring.input_or(T::component(), default)
    }
}

/// A default for a parameter that travels as JSON.
pub trait JsonDefault<T> {
    #[doc(hidden)]
    fn param_or(&self, wiring: &mut Wiring, default: T) -> Slot<T>;
}
impl<T: DeserializeOwned + Serialize + JsonSchema> JsonDefault<T> for &Probe<T> {
    fn param_or(&self, wiring: &mut Wiring, default: T) -> Slot<T> {
        wiring.input_or(Json::typed::<T>(), default)
    }
}

/// A default for a parameter that nothing gives.
pub trait AnyDefault<T> {
    #[doc(hidden)]
    fn param_or(&self, wiring: &mut Wiring, default: T) -> Slot<T>
    where
        T: Argument;
}
impl<T> AnyDefault<T> for Probe<T> {
    fn param_or(&self, _: &mut Wiring, _: T) -> Slot<T>
    where
        T: Argument,
    {
        unreachable!("no type is an `Argument`")
    }
}

/// An example where none can be.
pub trait CallSample<T> {
    #[doc(hidden)]
    fn sampled(&self) -> Json
    where
        T: Exemplified;
}
impl<T: FromCall> CallSample<T> for &&&Probe<T> {
    fn sampled(&self) -> Json
    where
        T: Exemplified,
    {
        unreachable!("no type is `Exemplified`")
    }
}

/// What shows an example of a type that has a component.
pub trait OwnSample<T: DefaultComponent> {
    #[doc(hidden)]
    fn sampled(&self) -> T::Component;
}
impl<T: DefaultComponent> OwnSample<T> for &&Probe<T> {
    fn sampled(&self) -> T::Component {
        T::component()
    }
}

/// What shows an example of a type that travels as JSON.
pub trait JsonSample<T> {
    #[doc(hidden)]
    fn sampled(&self) -> Json;
}
impl<T: DeserializeOwned + Serialize + JsonSchema> JsonSample<T> for &Probe<T> {
    fn sampled(&self) -> Json {
        Json::typed::<T>()
    }
}

/// An example for a parameter that nothing gives.
pub trait AnySample<T> {
    #[doc(hidden)]
    fn sampled(&self) -> Json
    where
        T: Argument;
}
impl<T> AnySample<T> for Probe<T> {
    fn sampled(&self) -> Json
    where
        T: Argument,
    {
        unreachable!("no type is an `Argument`")
    }
}

/// A named component for a parameter that may be left out.
pub trait OptionInput<T> {
    #[doc(hidden)]
    fn input<C: Preprocess<Option<T>>>(&self, wiring: &mut Wiring, component: C)
    -> Slot<Option<T>>;
}
impl<T> OptionInput<T> for &Probe<Option<T>> {
    fn input<C: Preprocess<Option<T>>>(
        &self,
        wiring: &mut Wiring,
        component: C,
    ) -> Slot<Option<T>> {
        wiring.input_or_none(component)
    }
}

/// A named component for a parameter.
pub trait AnyInput<T> {
    #[doc(hidden)]
    fn input<C: Preprocess<T>>(&self, wiring: &mut Wiring, component: C) -> Slot<T>;
}
impl<T> AnyInput<T> for Probe<T> {
    fn input<C: Preprocess<T>>(&self, wiring: &mut Wiring, component: C) -> Slot<T> {
        wiring.input(component)
    }
}

/// Fixed text, which can be shown but not taken.
pub trait TextShown {
    #[doc(hidden)]
    fn shown(&self, wiring: &mut Wiring) -> Output<&'static str>;
}
impl TextShown for &&&Probe<&'static str> {
    fn shown(&self, wiring: &mut Wiring) -> Output<&'static str> {
        wiring.output(Probe::new(), Textbox::new())
    }
}

/// A change of a component's props, shown in such a component.
pub trait UpdateShown<C: Component> {
    #[doc(hidden)]
    fn shown(&self, wiring: &mut Wiring) -> Output<Update<C>>;
}
impl<C: Component + Default> UpdateShown<C> for &&&Probe<Update<C>> {
    fn shown(&self, wiring: &mut Wiring) -> Output<Update<C>> {
        wiring.output_changes(C::default())
    }
}

/// A result whose type has a component.
pub trait OwnShown<T> {
    #[doc(hidden)]
    fn shown(&self, wiring: &mut Wiring) -> Output<T>;
}
impl<T: DefaultOutput> OwnShown<T> for &&Probe<T> {
    fn shown(&self, wiring: &mut Wiring) -> Output<T> {
        wiring.output(Probe::new(), T::output())
    }
}

/// A result that travels as JSON.
pub trait JsonShown<T> {
    #[doc(hidden)]
    fn shown(&self, wiring: &mut Wiring) -> Output<T>;
}
impl<T: Serialize + JsonSchema> JsonShown<T> for &Probe<T> {
    fn shown(&self, wiring: &mut Wiring) -> Output<T> {
        wiring.output(Probe::new(), Json::typed::<T>())
    }
}

/// A result that nothing shows.
pub trait AnyShown<T> {
    #[doc(hidden)]
    fn shown(&self, wiring: &mut Wiring) -> Output<T>
    where
        T: Showable;
}
impl<T> AnyShown<T> for Probe<T> {
    fn shown(&self, _: &mut Wiring) -> Output<T>
    where
        T: Showable,
    {
        unreachable!("no type is `Showable`")
    }
}

/// A change of props, and the component that is named for it.
pub trait UpdateOutput<C: Component> {
    #[doc(hidden)]
    fn output(&self, wiring: &mut Wiring, component: C) -> Output<Update<C>>;
}
impl<C: Component> UpdateOutput<C> for &Probe<Update<C>> {
    fn output(&self, wiring: &mut Wiring, component: C) -> Output<Update<C>> {
        wiring.output_changes(component)
    }
}

/// A result, and the component that is named for it.
pub trait AnyOutput<T> {
    #[doc(hidden)]
    fn output<C: Postprocess<T>>(&self, wiring: &mut Wiring, component: C) -> Output<T>;
}
impl<T> AnyOutput<T> for Probe<T> {
    fn output<C: Postprocess<T>>(&self, wiring: &mut Wiring, component: C) -> Output<T> {
        wiring.output(*self, component)
    }
}

/// What is shown of a `Result`: the good part. The type decides, so aliases of `Result` work.
pub trait ResultOk<T> {
    #[doc(hidden)]
    fn ok(&self) -> Probe<T>;
}
impl<T, E> ResultOk<T> for &Probe<Result<T, E>> {
    fn ok(&self) -> Probe<T> {
        Probe::new()
    }
}

/// What is shown of anything else: all of it.
pub trait AnyOk<T> {
    #[doc(hidden)]
    fn ok(&self) -> Probe<T>;
}
impl<T> AnyOk<T> for Probe<T> {
    fn ok(&self) -> Probe<T> {
        Probe::new()
    }
}

/// A result that may be an error.
pub trait ResultError<T, E> {
    #[doc(hidden)]
    fn settle(&self, returned: Result<T, E>) -> Result<T, Failure>;
}
impl<T, E: Into<Box<dyn Error + Send + Sync>> + 'static> ResultError<T, E>
    for &&Probe<Result<T, E>>
{
    fn settle(&self, returned: Result<T, E>) -> Result<T, Failure> {
        returned.map_err(Failure::from_error)
    }
}

/// A result whose error says nothing.
pub trait AnyError<T, E> {
    #[doc(hidden)]
    fn settle(&self, returned: Result<T, E>) -> Result<T, Failure>
    where
        E: Reportable;
}
impl<T, E> AnyError<T, E> for &Probe<Result<T, E>> {
    fn settle(&self, _: Result<T, E>) -> Result<T, Failure>
    where
        E: Reportable,
    {
        unreachable!("no type is `Reportable`")
    }
}

/// A result that is never an error.
pub trait NoError<T> {
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "never an error")]
    fn settle(&self, returned: T) -> Result<T, Failure>;
}
impl<T> NoError<T> for Probe<T> {
    fn settle(&self, returned: T) -> Result<T, Failure> {
        Ok(returned)
    }
}

#[cfg(test)]
mod tests;
