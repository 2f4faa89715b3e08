//! Components where the usual names are not there, or mean something else.

use ::std::{assert_eq, format, string::String, vec::Vec};
use ::vetrina::{
    component,
    component::{AnyComponent, Events, Invalid, Streaming},
};

/// Spelt like what components are asked for.
#[allow(dead_code, reason = "only the names matter")]
pub(crate) trait Asked {
    fn api_info(&self) {}
    fn preprocess(&self) {}
    fn props(&self) {}
    fn flag(&self) {}
    fn streams(&self) {}
}

impl<T> Asked for T {}

/// Every option there is.
#[component(
    data_model = String,
    kind = form,
    events(change, Events::KeyUp, "spell"),
    frontend = "spell.js",
    styles = "spell.css",
    server(letters),
    streaming,
    wire = "hygienic",
    base(min_width = 90)
)]
#[derive(::std::fmt::Debug)]
struct Spelled {
    /// How often.
    #[prop(default = 2)]
    times: usize,
    /// How else.
    other: ::std::option::Option<String>,
}

impl Spelled {
    #[allow(clippy::needless_pass_by_value, reason = "a method owns what was sent")]
    fn letters(&self, word: String) -> Vec<String> {
        let _ = &self.other;
        let letters = ::std::iter::Iterator::map(word.chars(), |letter| {
            let letter: String = ::std::convert::From::from(letter);
            letter.repeat(self.times)
        });
        ::std::iter::Iterator::collect(letters)
    }
}

impl Streaming for Spelled {
    fn combine(&self, chunks: Vec<String>) -> ::std::result::Result<String, Invalid> {
        ::std::result::Result::Ok(chunks.concat())
    }
}

#[::std::prelude::v1::test]
fn every_option_is_taken_at_its_own_word() {
    let spelled = Spelled::new();
    let any: &dyn AnyComponent = &spelled;
    assert_eq!(any.wire(), "hygienic");
    assert_eq!(any.events(), ["change", "key_up", "spell"]);
    let answer = any.server("letters", &[::serde_json::json!("ab")]);
    let wanted = ::serde_json::json!(["aa", "bb"]);
    assert_eq!(format!("{answer:?}"), format!("Some(Ok({wanted:?}))"));
}

#[::std::prelude::v1::test]
fn components_may_stand_in_functions() {
    #[component(data_model = u8, events("inner"))]
    struct Inner {}

    #[component(kind = block, events("outer"))]
    struct Outer {}

    let names = [
        AnyComponent::wire(&Inner::new()),
        AnyComponent::wire(&Outer::new()),
    ];
    assert_eq!(names, ["inner", "outer"]);
}

/// The same crate under another name.
mod renamed {
    pub(crate) use ::vetrina as other;

    #[other::component(data_model = u8, crate = crate::components::renamed::other, frontend = "spell.js", server(one))]
    pub(super) struct Elsewhere {}

    impl Elsewhere {
        #[allow(clippy::unused_self, reason = "it answers a page side")]
        fn one(&self) -> u8 {
            1
        }
    }
}

#[::std::prelude::v1::test]
fn the_crate_may_go_by_another_name() {
    let elsewhere = renamed::Elsewhere::new();
    let answer = AnyComponent::server(&elsewhere, "one", &[]);
    assert_eq!(format!("{answer:?}"), "Some(Ok(Number(1)))");
}
