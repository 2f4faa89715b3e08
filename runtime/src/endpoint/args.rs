//! The arguments of one call, still as JSON text, on their way into a function.

use std::{fmt, sync::Arc};

use serde_json::value::RawValue;

use super::{Ctx, Failure, Slot};
use crate::{
    Error, ErrorCode,
    component::{Invalid, Pending, Source},
};

/// What is known of one argument before a call: its name, and what stands in for it when left out.
#[derive(Debug)]
pub struct ArgSpec {
    /// The parameter's name in the function.
    pub name: String,
    /// The value used when a call leaves the argument out.
    pub default: Option<Box<RawValue>>,
}

/// The arguments of one call.
///
/// They stay text until the one typed decode in [`Args::take`], so no tree of values is built.
#[derive(Debug)]
pub struct Args<'a> {
    values: &'a [Option<&'a RawValue>],
    specs: &'a [ArgSpec],
    /// All that was refused so far, so that one answer can tell it all.
    refused: Vec<Refused>,
}

impl<'a> Args<'a> {
    /// Pairs what was sent with what is expected.
    ///
    /// # Errors
    /// When there are more values than parameters.
    pub fn new(values: &'a [Option<&'a RawValue>], specs: &'a [ArgSpec]) -> Result<Self, Refused> {
        if values.len() > specs.len() {
            return Err(Refused::surplus(values.len(), specs.len()));
        }
        Ok(Self {
            values,
            specs,
            refused: Vec::new(),
        })
    }

    /// The argument of `slot`, decoded and checked by its component; what a function gets from the
    /// call itself stays open until it runs.
    ///
    /// # Errors
    /// When the argument is missing and has no default, or its component refuses it.
    pub fn take<T: 'static>(&mut self, slot: &Slot<T>) -> Result<Held<T>, Refused> {
        match slot {
            Slot::FromCall(get) => Ok(Held::Later(*get)),
            Slot::Component { source, index } => self.read(source, *index),
        }
    }

    /// The argument at `index`, decoded and checked by its component.
    ///
    /// # Errors
    /// When the argument is missing and has no default, or its component refuses it.
    pub fn read<T: 'static>(
        &mut self,
        source: &Arc<dyn Source<T>>,
        index: usize,
    ) -> Result<Held<T>, Refused> {
        let read = self.raw(index).and_then(|raw| {
            let taken = Arc::clone(source).take(raw);
            taken.map_err(|why| self.explain(index, &why))
        });
        match read {
            Ok(Pending::Ready(value)) => Ok(Held::Value(value)),
            Ok(Pending::Later(convert)) => {
                let name = self.specs[index].name.clone();
                let convert = move |_: &mut Ctx| {
                    convert().map_err(|why| {
                        let error = Error::coded(ErrorCode::Invalid, format!("{name}: {why}"));
                        Failure::Shown(error.with_field(name))
                    })
                };
                Ok(Held::Converted(Box::new(convert)))
            }
            Err(refused) => {
                self.refused.push(refused.clone());
                Err(refused)
            }
        }
    }

    /// What `take` makes of the arguments from `first` on; what it refuses is refused here.
    pub(crate) fn rest<T>(
        &mut self,
        first: usize,
        take: impl FnOnce(&mut Args<'_>) -> Result<T, Vec<Refused>>,
    ) -> Result<T, Refused> {
        let mut rest = Args {
            values: self.values.get(first..).unwrap_or_default(),
            specs: &self.specs[first..],
            refused: Vec::new(),
        };
        let refused = match take(&mut rest) {
            Ok(taken) => return Ok(taken),
            Err(refused) => refused,
        };
        let here = refused.into_iter().map(|it| Refused {
            index: it.index.map(|index| index + first),
            ..it
        });
        self.refused.extend(here);
        let one = self.refused.last().cloned();
        Err(one.unwrap_or_else(|| Refused::surplus(0, 0)))
    }

    /// All that was refused.
    pub(crate) fn refused(&mut self) -> Vec<Refused> {
        std::mem::take(&mut self.refused)
    }

    /// The argument at `index` as it was sent.
    pub(crate) fn sent(&self, index: usize) -> Result<&RawValue, Refused> {
        self.raw(index)
    }

    fn raw(&self, index: usize) -> Result<&RawValue, Refused> {
        let spec = &self.specs[index];
        self.values
            .get(index)
            .copied()
            .flatten()
            .or(spec.default.as_deref())
            .ok_or_else(|| Refused::missing(index, &spec.name))
    }

    #[cold]
    fn explain(&self, index: usize, why: &Invalid) -> Refused {
        Refused::invalid(index, &self.specs[index].name, why)
    }
}

/// What turns a decoded argument into the value of the function.
type Convert<T> = Box<dyn FnOnce(&mut Ctx) -> Result<T, Failure> + Send>;

/// A decoded argument, or the promise of one that comes from the call.
pub enum Held<T> {
    /// Decoded from the request.
    Value(T),
    /// Made from the call when the function runs.
    Later(fn(&mut Ctx) -> Result<T, Failure>),
    /// Decoded, to be converted when the function runs.
    Converted(Convert<T>),
}

impl<T> Held<T> {
    /// The value the function gets.
    ///
    /// # Errors
    /// When an extractor cannot make its value from this call, or a file is not what it should be.
    pub fn get(self, ctx: &mut Ctx) -> Result<T, Failure> {
        match self {
            Self::Value(value) => Ok(value),
            Self::Later(get) => get(ctx),
            Self::Converted(convert) => convert(ctx),
        }
    }
}

impl<T> fmt::Debug for Held<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value(_) => "Held::Value",
            Self::Later(_) => "Held::Later",
            Self::Converted(_) => "Held::Converted",
        })
    }
}

/// Why a call was turned away before its function ran.
#[derive(Debug, Clone)]
pub struct Refused {
    /// What kind of mistake it is.
    pub code: ErrorCode,
    /// The place of the argument in `data`, when one argument is to blame.
    pub index: Option<usize>,
    /// The name of that parameter.
    pub parameter: Option<String>,
    /// What was expected, in a sentence without the name.
    pub why: String,
}

impl Refused {
    /// The same for an argument that was refused only when the function was about to run, such as a picture that
    /// cannot be read; `None` for another error.
    pub(crate) fn late(error: &Error, specs: &[ArgSpec]) -> Option<Self> {
        let name = error
            .field()
            .filter(|_| error.code() == ErrorCode::Invalid.as_str())?;
        let index = specs.iter().position(|spec| spec.name == name)?;
        let why = error.message().strip_prefix(name)?.strip_prefix(": ")?;
        Some(Self {
            code: ErrorCode::Invalid,
            index: Some(index),
            parameter: Some(name.into()),
            why: why.into(),
        })
    }

    /// One sentence that names the parameter and what was expected.
    #[must_use]
    pub fn message(&self) -> String {
        let name = self.parameter.as_deref().unwrap_or("data");
        format!("{name}: {}", self.why)
    }

    #[cold]
    fn missing(index: usize, name: &str) -> Self {
        Self {
            code: ErrorCode::Missing,
            index: Some(index),
            parameter: Some(name.into()),
            why: "this argument is required".into(),
        }
    }

    #[cold]
    fn surplus(got: usize, wanted: usize) -> Self {
        Self {
            code: ErrorCode::Surplus,
            index: Some(wanted),
            parameter: None,
            why: format!("expected {wanted} values, got {got}"),
        }
    }

    #[cold]
    fn invalid(index: usize, name: &str, why: &Invalid) -> Self {
        Self {
            code: ErrorCode::Invalid,
            index: Some(index),
            parameter: Some(name.into()),
            why: why.to_string(),
        }
    }

    /// An argument that no parameter goes by.
    #[cold]
    #[must_use]
    pub(crate) fn unknown(name: &str, known: &[&str]) -> Self {
        Self {
            code: ErrorCode::Surplus,
            index: None,
            parameter: Some(name.into()),
            why: format!(
                "no parameter has this name; there are: {}",
                known.join(", ")
            ),
        }
    }
}
