//! Several choices as a set, for functions that do not care for their order.

#![allow(
    clippy::implicit_hasher,
    reason = "whoever takes a set of choices takes the usual one"
)]

use std::{
    collections::{BTreeSet, HashSet},
    hash::Hash,
};

use serde_json::Value;

use super::{CheckboxGroup, Dropdown};
use crate::component::{Choices, Chosen, DefaultComponent, Invalid, Postprocess, Preprocess};

macro_rules! sets {
    ($component:ident, $data:ty, $set:ident: $($bound:ident)+) => {
        #[diagnostic::do_not_recommend]
        impl<T: Chosen $(+ $bound)+> Preprocess<$set<T>> for $component {
            fn preprocess(&self, data: $data) -> Result<$set<T>, Invalid> {
                let chosen: Vec<T> = self.preprocess(data)?;
                Ok(chosen.into_iter().collect())
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: Chosen $(+ $bound)+> Postprocess<$set<T>> for $component {
            fn postprocess(&self, value: $set<T>) -> Result<$data, Invalid> {
                self.postprocess(Vec::from_iter(value))
            }
        }
    };
}
sets!(CheckboxGroup, Vec<Value>, BTreeSet: Ord);
sets!(CheckboxGroup, Vec<Value>, HashSet: Eq Hash);
sets!(Dropdown, Value, BTreeSet: Ord);
sets!(Dropdown, Value, HashSet: Eq Hash);

macro_rules! default_of {
    ($($set:ident: $($bound:ident)+;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: Choices $(+ $bound)+> DefaultComponent for $set<T> {
            type Component = CheckboxGroup;

            fn component() -> CheckboxGroup {
                CheckboxGroup::of::<T>()
            }
        }
    )*};
}
default_of! {
    BTreeSet: Ord;
    HashSet: Eq Hash;
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{read, shown};
    use super::*;

    #[test]
    fn choices_go_in_and_out_as_sets() {
        let chosen = BTreeSet::from(["a".to_owned(), "b".to_owned()]);
        let group = CheckboxGroup::new(["a", "b", "c"]);
        let dropdown = Dropdown::new(["a", "b", "c"]).multiselect(true);
        let sent = r#"["b", "a", "b"]"#;
        assert_eq!(read(&group, sent), Ok(chosen.clone()));
        assert_eq!(read(&dropdown, sent), Ok(chosen.clone()));
        let unordered: HashSet<String> = read(&group, sent).unwrap();
        assert_eq!(unordered, HashSet::from_iter(chosen.clone()));
        assert_eq!(shown(&group, chosen.clone()), json!(["a", "b"]));
        assert_eq!(shown(&dropdown, chosen), json!(["a", "b"]));
        assert!(read::<BTreeSet<String>>(&group, r#"["z"]"#).is_err());
    }
}
