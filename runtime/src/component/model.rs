//! What a component is, and which Rust types go through it.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{Base, Frontend, Invalid, Kind, Methods, Origin};

/// A part of the page: props to draw it with, and data that travels.
///
/// Written by `#[component]`; see the [module](mod@crate::component) for an example.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a component",
    label = "not a component",
    note = "put `#[component(data_model = …)]` on the struct, or use one of `vetrina::components`"
)]
pub trait Component: Sized + Send + Sync + 'static {
    /// What travels between the page and the server.
    type Data: Serialize + DeserializeOwned + Send + 'static;
    /// Its events, as methods: [`Handle`](crate::page::Handle)s have them.
    type Events: From<Origin> + std::fmt::Debug + 'static;
    /// Its type in the config: `"textbox"`.
    const WIRE: &'static str;
    /// The name clients know it by, the same as [`WIRE`](Self::WIRE) for nearly all.
    const NAME: &'static str = Self::WIRE;
    /// How it stands among its neighbours.
    const KIND: Kind;
    /// The events it tells of.
    const EVENTS: &'static [&'static str];
    /// Whether it is left out of the API: buttons and layout are.
    const SKIP_API: bool;
    /// Whether its value may come in chunks: see [`Streaming`](super::Streaming).
    const STREAMING: bool = false;
    /// The files of its page side, when they come with it.
    const FRONTEND: Option<&'static Frontend> = None;
    /// What can be asked of it; `#[component]` fills this table.
    const METHODS: Methods<Self>;

    /// The props that every component has.
    fn base(&self) -> &Base;
    /// The same, to change.
    fn base_mut(&mut self) -> &mut Base;
    /// The props that only this component has, under their names in the config.
    fn own_props(&self) -> Map<String, Value>;
    /// Takes over the props of `before` that were not set here.
    #[doc(hidden)]
    fn keep(&mut self, before: &Self) {
        let _ = before;
    }
    /// It stands on a page now, under this id.
    #[doc(hidden)]
    fn placed(&self, id: usize) {
        let _ = id;
    }
}

/// Names a component where it has no name of its own: in the methods `#[component]` prints.
#[doc(hidden)]
pub trait Typed {
    /// The component.
    type Component: Component;
}

/// A function may take a `T` from this component.
///
/// ```
/// use vetrina::{component::Invalid, prelude::*};
///
/// /// Asks for an angle in degrees.
/// #[component(data_model = f64, kind = form, events(change))]
/// pub struct Angle {}
///
/// /// An angle, as functions like it.
/// struct Radians(f64);
///
/// impl Preprocess<Radians> for Angle {
///     fn preprocess(&self, degrees: f64) -> Result<Radians, Invalid> {
///         Ok(Radians(degrees.to_radians()))
///     }
/// }
///
/// let Radians(half_turn) = Angle::new().preprocess(180.0)?;
/// assert_eq!(half_turn, std::f64::consts::PI);
/// # Ok::<(), Invalid>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot give a parameter its `{T}`",
    label = "the parameter takes `{T}`, which this component cannot give",
    note = "take one of the types that `{Self}` implements `Preprocess` for, or choose another component",
    note = "for a component or a type of your own, write `impl Preprocess<{T}> for {Self}`"
)]
pub trait Preprocess<T>: Component {
    /// The function's value, from what the page sent.
    ///
    /// # Errors
    /// When the data cannot be such a value.
    fn preprocess(&self, data: Self::Data) -> Result<T, Invalid>;
}

/// A function may show a `T` in this component.
///
/// ```
/// use vetrina::{component::Invalid, prelude::*};
/// # #[component(data_model = f64, kind = form, events(change))]
/// # pub struct Angle {}
/// # struct Radians(f64);
/// impl Postprocess<Radians> for Angle {
///     fn postprocess(&self, angle: Radians) -> Result<f64, Invalid> {
///         Ok(angle.0.to_degrees())
///     }
/// }
///
/// assert_eq!(Angle::new().postprocess(Radians(std::f64::consts::PI))?, 180.0);
/// # Ok::<(), Invalid>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot show a `{T}`",
    label = "this component cannot show `{T}`",
    note = "show one of the types that `{Self}` implements `Postprocess` for, or choose another component; a tuple takes \
            one component per value, a state among them: `(&a, &b)`",
    note = "for a component or a type of your own, write `impl Postprocess<{T}> for {Self}`"
)]
pub trait Postprocess<T>: Component {
    /// What is sent to the page, from the function's value.
    ///
    /// # Errors
    /// When the value cannot be shown.
    fn postprocess(&self, value: T) -> Result<Self::Data, Invalid>;
}
