//! What a function made of examples, kept: in memory, and on the disk for the next start.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use serde_json::{Value, value::to_raw_value};
use tokio::sync::Mutex;

use super::{Table, shelf::Shelf};
use crate::{
    Error,
    component::{AnyComponent, Source},
    endpoint::{ArgSpec, Args, Ctx, Failure, Handler, Job, Mode, Produced, Refused, Values},
    file::blocking,
    run,
};

/// The results of one row: one set, or one for each step of a generator.
pub(super) type Steps = Vec<Vec<Value>>;

/// The kept results of a function for a table of examples.
pub(crate) struct Cache {
    /// What the function is called.
    pub(super) name: String,
    table: Arc<Table>,
    handler: Handler,
    specs: Vec<ArgSpec>,
    outputs: Vec<Arc<dyn AnyComponent>>,
    generator: bool,
    shelf: Shelf,
    rows: Vec<Mutex<Option<Arc<Steps>>>>,
    /// Rows are worked out one by one: a function for one call at a time stays that.
    working: Mutex<()>,
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cache of {}", self.name)
    }
}

/// A function on its way into a cache.
pub(crate) struct Cached {
    pub(crate) name: String,
    pub(crate) handler: Handler,
    pub(crate) specs: Vec<ArgSpec>,
    pub(crate) outputs: Vec<Arc<dyn AnyComponent>>,
    pub(crate) generator: bool,
}

impl Cache {
    pub(crate) fn new(function: Cached, table: &Arc<Table>, shelf: Shelf) -> Self {
        Self {
            name: function.name,
            table: Arc::clone(table),
            handler: function.handler,
            specs: function.specs,
            outputs: function.outputs,
            generator: function.generator,
            shelf,
            rows: table.rows.iter().map(|_| Mutex::default()).collect(),
            working: Mutex::default(),
        }
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn is_on_disk(&self, row: usize) -> bool {
        self.shelf.has(&self.table.rows[row])
    }

    /// The results of a row, worked out now if they are not there.
    pub(super) async fn steps(
        self: &Arc<Self>,
        row: usize,
        ctx: &Ctx,
    ) -> Result<Arc<Steps>, Failure> {
        // Who leaves meanwhile does not end what others wait for.
        let (cache, ctx) = (Arc::clone(self), ctx.uncancelled());
        tokio::spawn(async move { cache.find(row, ctx).await })
            .await
            .unwrap_or_else(|lost| Err(Failure::hidden(lost.to_string())))
    }

    async fn find(&self, row: usize, ctx: Ctx) -> Result<Arc<Steps>, Failure> {
        let mut kept = self.rows[row].lock().await;
        if let Some(steps) = &*kept {
            return Ok(Arc::clone(steps));
        }
        let cells = &self.table.rows[row];
        let read = || blocking(|| self.shelf.read(cells, &self.outputs));
        let steps = if let Some(steps) = read() {
            steps
        } else {
            let _one = self.working.lock().await;
            let steps = data(run::all(self.job(row)?, ctx).await?)?;
            match blocking(|| self.shelf.write(cells, &steps, &self.outputs)) {
                // As it will be after the next start.
                Ok(()) => read().unwrap_or(steps),
                Err(why) => {
                    eprintln!(
                        "example {row} of {} is kept in memory only: {why}",
                        self.name
                    );
                    steps
                }
            }
        };
        Ok(Arc::clone(kept.insert(Arc::new(steps))))
    }

    /// The call of the function with the values of a row.
    fn job(&self, row: usize) -> Result<Job, Failure> {
        let texts = self.table.rows[row].iter().map(|cell| match cell {
            Value::Null => None,
            cell => to_raw_value(cell).ok(),
        });
        let texts: Vec<_> = texts.collect();
        let values: Vec<_> = texts.iter().map(Option::as_deref).collect();
        let mut args = Args::new(&values, &self.specs).map_err(|why| refused(&[why]))?;
        self.handler.prepare(&mut args).map_err(|why| refused(&why))
    }

    pub(crate) async fn produced(
        self: &Arc<Self>,
        row: usize,
        ctx: &Ctx,
    ) -> Result<Produced, Failure> {
        if row >= self.rows() {
            return Err(Failure::Shown(Error::new("There is no such example")));
        }
        let steps = self.steps(row, ctx).await?;
        let cache = Arc::clone(self);
        if !self.generator {
            let last = steps
                .last()
                .map_or(Ok(Values::new()), |step| cache.show(step))?;
            return Ok(Produced::Once(last));
        }
        let count = steps.len();
        let show = move |step: usize| cache.show(&steps[step]);
        Ok(Produced::iter(0..count, show))
    }

    /// A set of results as whoever asks gets it.
    fn show(&self, step: &[Value]) -> Result<Values, Failure> {
        let texts = step.iter().zip(&self.outputs).enumerate();
        let texts = texts.map(|(place, (value, output))| {
            if is_update(value) {
                return Ok(value.to_string());
            }
            let sent = output.sent(value);
            sent.map(|value| value.to_string())
                .map_err(|why| Failure::unshown(place, &why))
        });
        let texts: Vec<_> = texts.collect::<Result<_, _>>()?;
        Ok(texts.iter().map(String::as_bytes).collect())
    }
}

fn refused(why: &[Refused]) -> Failure {
    let all: Vec<_> = why.iter().map(Refused::message).collect();
    Failure::Shown(Error::new(all.join("; ")))
}

/// New props, not a value.
pub(super) fn is_update(value: &Value) -> bool {
    value["__type__"] == "update"
}

fn data(values: Vec<Values>) -> Result<Steps, Failure> {
    let step = |values: Values| {
        let texts = values.iter().map(serde_json::from_slice);
        texts.collect::<Result<_, _>>()
    };
    let steps: Result<_, _> = values.into_iter().map(step).collect();
    steps.map_err(|error: serde_json::Error| Failure::hidden(error.to_string()))
}

/// Where the kept results of some examples are found, once it is settled whether there are any.
pub(crate) type Kept = Arc<OnceLock<Arc<Cache>>>;

/// Shows the kept results of the row that is chosen.
pub(crate) fn replay(cache: &Arc<Cache>, source: Arc<dyn Source<usize>>) -> Handler {
    let cache = Arc::clone(cache);
    Handler::new(Mode::Async, move |args| {
        let row = args.read(&source, 0)?;
        let cache = Arc::clone(&cache);
        Ok(Job::future(move |mut ctx| async move {
            let row = row.get(&mut ctx)?;
            cache.produced(row, &ctx).await
        }))
    })
}

/// Shows the kept results of one row, and nothing new if none are kept.
pub(crate) fn opening(kept: &Kept, row: usize, outputs: usize) -> Handler {
    let kept = Arc::clone(kept);
    Handler::new(Mode::Async, move |_| {
        let kept = kept.get().cloned();
        Ok(Job::future(move |ctx| async move {
            let Some(cache) = kept else {
                let mut nothing = Values::new();
                (0..outputs).for_each(|_| nothing.change(serde_json::Map::new()));
                return Ok(Produced::Once(nothing));
            };
            cache.produced(row, &ctx).await
        }))
    })
}
