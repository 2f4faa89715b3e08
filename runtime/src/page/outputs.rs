//! The components that show what a function gives.

use std::{marker::PhantomData, sync::Arc};

use serde_json::Map;

use super::{Handle, Handles as _};
use crate::{
    component::{Component, Postprocess, Sink},
    endpoint::{Failure, Show, Skip, Update, Values},
};

/// Handles that together show the value `V` of a function.
///
/// `&a` shows one value, `(&a, &b)` a tuple of two, a list of handles a list, `()` nothing. `How` is
/// found by the compiler.
#[diagnostic::on_unimplemented(
    message = "these outputs cannot show what the function gives, a `{V}`",
    label = "does not show `{V}`",
    note = "give one component per value: `&a` for one, `(&a, &b)` for a tuple of two, `()` for none",
    note = "each must implement `Postprocess` for its value; see the component's page in the docs"
)]
pub trait Outputs<V, How> {
    /// The components' ids, in order.
    fn ids(&self) -> Vec<usize>;

    #[doc(hidden)]
    fn show(&self) -> Show<V>;

    /// Whether it changes props.
    #[doc(hidden)]
    fn updates(&self) -> bool {
        false
    }
}

type ShowOne<V> = Box<dyn Fn(V, &mut Values) -> Result<(), Failure> + Send + Sync>;

/// One component that shows a value of type `V`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot show a `{V}`",
    label = "this component does not show `{V}`",
    note = "show one of the types that `{Self}` implements `Postprocess` for, or choose another component"
)]
pub trait Shows<V, How>: Component {
    #[doc(hidden)]
    const UPDATES: bool = false;

    #[doc(hidden)]
    fn show(self: &Arc<Self>) -> ShowOne<V>;
}

/// As a value.
#[derive(Debug)]
pub struct AsValue;
/// As a change of props.
#[derive(Debug)]
pub struct AsUpdate;
/// Not at all.
#[derive(Debug)]
pub struct AsSkip;
/// All of a list in one way.
#[derive(Debug)]
pub struct List<T>(PhantomData<T>);
/// Each in its way.
#[derive(Debug)]
pub struct Each<T>(PhantomData<T>);

impl<V: 'static, C: Postprocess<V>> Shows<V, AsValue> for C {
    fn show(self: &Arc<Self>) -> ShowOne<V> {
        let sink = Arc::clone(self) as Arc<dyn Sink<V>>;
        Box::new(move |value, values| values.write(&*sink, value))
    }
}

impl<C: Component> Shows<Update<C>, AsUpdate> for C {
    const UPDATES: bool = true;

    fn show(self: &Arc<Self>) -> ShowOne<Update<C>> {
        let original = Arc::clone(self);
        Box::new(move |update, values| {
            values.change(update.changes());
            update.remember(&original);
            Ok(())
        })
    }
}

impl<C: Component> Shows<Skip, AsSkip> for C {
    fn show(self: &Arc<Self>) -> ShowOne<Skip> {
        Box::new(|_, values| {
            values.change(Map::new());
            Ok(())
        })
    }
}

impl Outputs<(), ()> for () {
    fn ids(&self) -> Vec<usize> {
        Vec::new()
    }

    fn show(&self) -> Show<()> {
        Arc::new(|()| Ok(Values::new()))
    }
}

impl Outputs<Skip, AsSkip> for () {
    fn ids(&self) -> Vec<usize> {
        Vec::new()
    }

    fn show(&self) -> Show<Skip> {
        skip(0)
    }
}

impl<V: 'static, How, C: Shows<V, How>> Outputs<V, How> for &Handle<C> {
    fn ids(&self) -> Vec<usize> {
        vec![self.id()]
    }

    fn show(&self) -> Show<V> {
        let show = C::show(self.component());
        Arc::new(move |value| {
            let mut values = Values::new();
            show(value, &mut values)?;
            Ok(values)
        })
    }

    fn updates(&self) -> bool {
        C::UPDATES
    }
}

/// Several of one component show a list, and nothing when there is nothing new.
impl<V: 'static, How, C: Shows<V, How>> Outputs<Vec<V>, List<How>> for &[Handle<C>] {
    fn ids(&self) -> Vec<usize> {
        self.all()
    }

    fn show(&self) -> Show<Vec<V>> {
        let shows: Vec<_> = self
            .iter()
            .map(|handle| C::show(handle.component()))
            .collect();
        Arc::new(move |given: Vec<V>| {
            if given.len() != shows.len() {
                let (wanted, got) = (shows.len(), given.len());
                let text = format!("the function gave {got} values for {wanted} outputs");
                return Err(Failure::hidden(text));
            }
            let mut values = Values::new();
            for (show, value) in shows.iter().zip(given) {
                show(value, &mut values)?;
            }
            Ok(values)
        })
    }

    fn updates(&self) -> bool {
        C::UPDATES
    }
}

impl<C: Component> Outputs<Skip, AsSkip> for &[Handle<C>] {
    fn ids(&self) -> Vec<usize> {
        self.all()
    }

    fn show(&self) -> Show<Skip> {
        skip(self.len())
    }
}

impl<'a, V, How, C: Component> Outputs<V, How> for &'a Vec<Handle<C>>
where
    &'a [Handle<C>]: Outputs<V, How>,
{
    fn ids(&self) -> Vec<usize> {
        self.as_slice().ids()
    }

    fn show(&self) -> Show<V> {
        self.as_slice().show()
    }

    fn updates(&self) -> bool {
        self.as_slice().updates()
    }
}

/// So many changes of nothing.
fn skip(count: usize) -> Show<Skip> {
    Arc::new(move |_| {
        let mut values = Values::new();
        (0..count).for_each(|_| values.change(Map::new()));
        Ok(values)
    })
}

macro_rules! outputs {
    ($([$($value:ident $how:ident $component:ident $index:tt)*])*) => {$(
        impl<$($value: 'static, $how, $component: Shows<$value, $how>),*>
            Outputs<($($value,)*), Each<($($how,)*)>> for ($(&Handle<$component>,)*)
        {
            fn ids(&self) -> Vec<usize> {
                vec![$(self.$index.id()),*]
            }

            fn show(&self) -> Show<($($value,)*)> {
                let show = ($($component::show(self.$index.component()),)*);
                Arc::new(move |given: ($($value,)*)| {
                    let mut values = Values::new();
                    $((show.$index)(given.$index, &mut values)?;)*
                    Ok(values)
                })
            }

            fn updates(&self) -> bool {
                [$(<$component as Shows<$value, $how>>::UPDATES),*].contains(&true)
            }
        }

        // One skip for all of them.
        impl<$($component: Component),*> Outputs<Skip, AsSkip> for ($(&Handle<$component>,)*) {
            fn ids(&self) -> Vec<usize> {
                vec![$(self.$index.id()),*]
            }

            fn show(&self) -> Show<Skip> {
                skip([$($index),*].len())
            }
        }
    )*};
}

outputs! {
    [A Ha Ca 0]
    [A Ha Ca 0 B Hb Cb 1]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5 G Hg Cg 6]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5 G Hg Cg 6 H Hh Ch 7]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5 G Hg Cg 6 H Hh Ch 7 I Hi Ci 8]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5 G Hg Cg 6 H Hh Ch 7 I Hi Ci 8 J Hj Cj 9]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5 G Hg Cg 6 H Hh Ch 7 I Hi Ci 8 J Hj Cj 9
     K Hk Ck 10]
    [A Ha Ca 0 B Hb Cb 1 C Hc Cc 2 D Hd Cd 3 E He Ce 4 F Hf Cf 5 G Hg Cg 6 H Hh Ch 7 I Hi Ci 8 J Hj Cj 9
     K Hk Ck 10 L Hl Cl 11]
}

/// A struct as the values of a tuple; what `#[derive(Outputs)]` prints calls it.
pub fn show_named<V: 'static, S: 'static, How>(
    outputs: impl Outputs<V, How>,
    open: fn(S) -> V,
) -> Show<S> {
    let show = outputs.show();
    Arc::new(move |shown| show(open(shown)))
}

/// Whether the components of a struct change props.
pub fn updates_named<V, How>(outputs: &dyn Outputs<V, How>) -> bool {
    outputs.updates()
}
