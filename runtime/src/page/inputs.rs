//! The components that give a function its values.

use std::sync::Arc;

use super::{Handle, Handles as _};
use crate::{
    component::{Preprocess, Source},
    endpoint::{Args, Held, Refused},
};

/// Handles that together give a function the values `A`.
///
/// `&a` gives one value, `(&a, &b)` two, `()` none.
#[diagnostic::on_unimplemented(
    message = "these inputs cannot give a function its values",
    label = "does not give `{A}`",
    note = "give one component per parameter: `&a` for one, `(&a, &b)` for two, `()` for none"
)]
pub trait Inputs<A> {
    /// The components' ids, in order.
    fn ids(&self) -> Vec<usize>;

    #[doc(hidden)]
    fn take(&self) -> Take<A>;
}

/// Decodes the values of one call.
pub type Take<A> = Box<dyn Fn(&mut Args<'_>) -> Result<Held<A>, Refused> + Send + Sync>;

impl Inputs<()> for () {
    fn ids(&self) -> Vec<usize> {
        Vec::new()
    }

    fn take(&self) -> Take<()> {
        Box::new(|_| Ok(Held::Value(())))
    }
}

impl<A: Send + 'static, C: Preprocess<A>> Inputs<(A,)> for &Handle<C> {
    fn ids(&self) -> Vec<usize> {
        vec![self.id()]
    }

    fn take(&self) -> Take<(A,)> {
        let source = source(self);
        Box::new(move |args| {
            Ok(match args.read(&source, 0)? {
                Held::Value(value) => Held::Value((value,)),
                later => Held::Converted(Box::new(move |ctx| Ok((later.get(ctx)?,)))),
            })
        })
    }
}

macro_rules! inputs {
    ($([$($value:ident $component:ident $source:ident $index:tt)*])*) => {$(
        impl<$($value: Send + 'static, $component: Preprocess<$value>),*> Inputs<($($value,)*)>
            for ($(&Handle<$component>,)*)
        {
            fn ids(&self) -> Vec<usize> {
                vec![$(self.$index.id()),*]
            }

            fn take(&self) -> Take<($($value,)*)> {
                $(let $source = source(self.$index);)*
                Box::new(move |args| {
                    // All of them, before the first that was refused ends it.
                    $(let $source = args.read(&$source, $index);)*
                    Ok(match ($($source?,)*) {
                        ($(Held::Value($source),)*) => Held::Value(($($source,)*)),
                        ($($source,)*) => Held::Converted(Box::new(move |ctx| Ok(($($source.get(ctx)?,)*)))),
                    })
                })
            }
        }
    )*};
}

inputs! {
    [A Ca a 0]
    [A Ca a 0 B Cb b 1]
    [A Ca a 0 B Cb b 1 C Cc c 2]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3 E Ce e 4]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3 E Ce e 4 F Cf f 5]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3 E Ce e 4 F Cf f 5 G Cg g 6]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3 E Ce e 4 F Cf f 5 G Cg g 6 H Ch h 7]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3 E Ce e 4 F Cf f 5 G Cg g 6 H Ch h 7 I Ci i 8]
    [A Ca a 0 B Cb b 1 C Cc c 2 D Cd d 3 E Ce e 4 F Cf f 5 G Cg g 6 H Ch h 7 I Ci i 8 J Cj j 9]
}

/// Several of one component give a list.
impl<A: Send + 'static, C: Preprocess<A>> Inputs<(Vec<A>,)> for &[Handle<C>] {
    fn ids(&self) -> Vec<usize> {
        self.iter().map(Handle::id).collect()
    }

    fn take(&self) -> Take<(Vec<A>,)> {
        let sources: Vec<_> = self.iter().map(source).collect();
        Box::new(move |args| {
            let values = list(args, &sources, 0)?;
            Ok(Held::Converted(Box::new(move |ctx| {
                Ok((values.get(ctx)?,))
            })))
        })
    }
}

impl<'a, A, C: Preprocess<A>> Inputs<(Vec<A>,)> for &'a Vec<Handle<C>>
where
    &'a [Handle<C>]: Inputs<(Vec<A>,)>,
{
    fn ids(&self) -> Vec<usize> {
        self.as_slice().ids()
    }

    fn take(&self) -> Take<(Vec<A>,)> {
        self.as_slice().take()
    }
}

/// Two lists of components give two lists.
impl<A, B, Ca, Cb> Inputs<(Vec<A>, Vec<B>)> for (&Vec<Handle<Ca>>, &Vec<Handle<Cb>>)
where
    A: Send + 'static,
    B: Send + 'static,
    Ca: Preprocess<A>,
    Cb: Preprocess<B>,
{
    fn ids(&self) -> Vec<usize> {
        [self.0.all(), self.1.all()].concat()
    }

    fn take(&self) -> Take<(Vec<A>, Vec<B>)> {
        let first: Vec<_> = self.0.iter().map(source).collect();
        let second: Vec<_> = self.1.iter().map(source).collect();
        Box::new(move |args| {
            // All of them, before the first that was refused ends it.
            let one = list(args, &first, 0);
            let other = list(args, &second, first.len());
            let (one, other) = (one?, other?);
            Ok(Held::Converted(Box::new(move |ctx| {
                Ok((one.get(ctx)?, other.get(ctx)?))
            })))
        })
    }
}

/// The values of several components, from the place `start` on.
fn list<A: Send + 'static>(
    args: &mut Args<'_>,
    sources: &[Arc<dyn Source<A>>],
    start: usize,
) -> Result<Held<Vec<A>>, Refused> {
    let values = sources
        .iter()
        .enumerate()
        .map(|(index, one)| args.read(one, start + index));
    // All of them, before the first that was refused ends it.
    let values: Vec<_> = values.collect();
    let values = values.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(Held::Converted(Box::new(move |ctx| {
        values.into_iter().map(|value| value.get(ctx)).collect()
    })))
}

fn source<A, C: Preprocess<A>>(handle: &Handle<C>) -> Arc<dyn Source<A>> {
    Arc::clone(handle.component()) as Arc<dyn Source<A>>
}

/// The values of a tuple as a struct; what `#[derive(Inputs)]` prints calls it.
pub fn take_named<A: Send + 'static, S: Send + 'static>(
    inputs: impl Inputs<A>,
    make: fn(A) -> S,
) -> Take<(S,)> {
    let take = inputs.take();
    Box::new(move |args| {
        Ok(match take(args)? {
            Held::Value(values) => Held::Value((make(values),)),
            later => Held::Converted(Box::new(move |ctx| Ok((make(later.get(ctx)?),)))),
        })
    })
}
