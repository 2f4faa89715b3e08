//! Names of the user's own that are spelt like the usual ones.

use ::std::{assert_eq, prelude::v1::derive};
use ::vetrina::{Choices, Ui, endpoint, page};

mod usual {
    // The derive of `JsonSchema` itself looks for these names.
    use ::schemars;
    use ::std::convert::Into as _;

    /// Not the usual one: it holds a value and never an error.
    #[::std::prelude::v1::derive(
        ::std::fmt::Debug,
        ::serde::Serialize,
        ::serde::Deserialize,
        schemars::JsonSchema
    )]
    pub(crate) struct Result<T> {
        pub(crate) value: T,
    }
}
use usual::Result;

/// Not the usual one either.
#[derive(Choices, ::std::fmt::Debug, ::std::clone::Clone, ::std::marker::Copy)]
#[allow(dead_code, reason = "a client may choose it")]
pub(crate) enum Option {
    /// Nothing at all.
    None,
    Some,
    Ok,
    Err,
    Self_,
}

/// Spelt like modules of ours.
mod vetrina {}
mod std {}
mod core {}
mod probe {}

#[allow(dead_code, reason = "only its name matters")]
struct Handler;
#[allow(dead_code, reason = "only its name matters")]
trait OwnParam {
    fn param(&self);
}

#[endpoint]
fn shadowed(option: Option, wanted: Result<u8>) -> Result<u8> {
    let _ = option;
    wanted
}

#[endpoint(api_name = "tuple")]
async fn shadowed_later(option: Option) -> (Option, Result<bool>) {
    (option, Result { value: true })
}

#[page(title = "Shadows", path = "shadows")]
fn shadows(ui: &mut Ui) {
    ui.markdown("Nothing is what it seems.");
}

#[::std::prelude::v1::test]
fn names_of_the_users_own_are_theirs() {
    assert_eq!(
        crate::registered(::std::module_path!()),
        ["shadowed", "shadowed_later"]
    );
    assert_eq!(shadowed(Option::Some, Result { value: 1 }).value, 1);
    let labels = <Option as ::vetrina::component::Choices>::CHOICES;
    assert_eq!(labels[0], ("None", "Nothing at all"));
}
