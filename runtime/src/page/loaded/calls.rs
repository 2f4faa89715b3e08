//! The functions of another app, as functions of this one.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use futures_util::stream;
use serde_json::{Value, value::RawValue};

use super::files;
use crate::{
    Error,
    client::{Core, Event, Note, Progress, Remote},
    endpoint::{
        Alert, Bar, Ctx, Failure, Handler, Job, Level, Mode, Produced, Refused, Report, Values,
    },
    store::Cells,
};

/// A function of another app.
pub(super) struct Call {
    pub(super) remote: Arc<Remote>,
    /// Its number there.
    pub(super) function: u64,
    /// For each input there, the place of the value in a call here; what the other app keeps for
    /// itself has none.
    pub(super) inputs: Vec<Option<usize>>,
    /// The outputs there that are shown here.
    pub(super) outputs: Vec<usize>,
    pub(super) generator: bool,
    /// Whether something is kept there between two calls of one visitor.
    pub(super) keeps_state: bool,
}

/// What answers in place of a function that the other app keeps for its own page.
pub(super) fn disabled(name: String, url: String) -> Handler {
    Handler::new(Mode::Inline, move |_| {
        let text = format!("`{name}` is disabled at {url}: it is for that app's own page alone");
        Ok(Job::sync(move |_| Err(Failure::Shown(Error::new(text)))))
    })
}

impl Call {
    pub(super) fn handler(self) -> Handler {
        let call = Arc::new(self);
        Handler::new(Mode::Async, move |args| {
            let count = call.inputs.iter().flatten().count();
            let values: Result<Vec<Value>, Refused> =
                (0..count).map(|i| args.sent(i).map(read)).collect();
            let (call, values) = (Arc::clone(&call), values?);
            Ok(Job::future(move |ctx| call.run(values, ctx)))
        })
    }

    async fn run(self: Arc<Self>, values: Vec<Value>, mut ctx: Ctx) -> Result<Produced, Failure> {
        let mut data = Vec::with_capacity(self.inputs.len());
        for place in &self.inputs {
            let value = place.and_then(|place| values.get(place)).cloned();
            let mut value = value.unwrap_or_default();
            let read = ctx.sending(|| files::to_there(&mut value));
            read.map_err(|why| Failure::Shown(Error::new(why)))?;
            data.push(value);
        }
        let session = self.session(&mut ctx);
        let core = session.start(self.function, data).await.map_err(shown)?;
        let mut running = Running {
            call: self,
            core,
            ctx,
        };
        if !running.call.generator {
            let result = running.next().await;
            return result
                .unwrap_or_else(|| Ok(Values::new()))
                .map(Produced::Once);
        }
        let results = stream::unfold(running, |mut running| async move {
            let result = running.next().await?;
            Some((result, running))
        });
        Ok(Produced::stream(results, |result| result))
    }

    /// Each visitor of this app is one of the other app.
    fn session(&self, ctx: &mut Ctx) -> Remote {
        if !self.keeps_state {
            return self.remote.for_one_call();
        }
        let kept: &Arc<Cells> = ctx.session();
        let kept = kept.get(Sessions::default);
        let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
        let app = Arc::as_ptr(&self.remote).addr();
        kept.entry(app)
            .or_insert_with(|| self.remote.new_session())
            .clone()
    }
}

/// Its files stay the texts that clients know them by.
fn read(sent: &RawValue) -> Value {
    // What was sent is JSON; only what is nested beyond reason cannot be read.
    serde_json::from_str(sent.get()).unwrap_or_default()
}

/// The sessions of one visitor at other apps.
#[derive(Default)]
struct Sessions(Mutex<HashMap<usize, Remote>>);

/// A call of the other app that is under way.
struct Running {
    call: Arc<Call>,
    core: Core,
    ctx: Ctx,
}

impl Running {
    /// The next results; what else there is to say is said on the way.
    async fn next(&mut self) -> Option<Result<Values, Failure>> {
        loop {
            match self.core.next().await? {
                Ok(Event::Output(outputs)) => return Some(self.taken_over(outputs).await),
                Ok(Event::Progress(bars)) => self.report(|report| {
                    report.progress(&bars.into_iter().map(bar).collect::<Vec<_>>());
                }),
                Ok(Event::Note(note)) => self.report(|report| report.alert(alert(note))),
                Ok(_) => {}
                Err(error) => return Some(Err(shown(error))),
            }
        }
    }

    async fn taken_over(&self, mut outputs: Vec<Value>) -> Result<Values, Failure> {
        let mut texts = Vec::with_capacity(self.call.outputs.len());
        for place in &self.call.outputs {
            let value = outputs.get_mut(*place).map(Value::take);
            let mut value = value.unwrap_or_default();
            let moved = files::from_there(&mut value, &self.call.remote, Some(&self.ctx)).await;
            moved.map_err(Failure::Shown)?;
            texts.push(value.to_string());
        }
        Ok(texts.iter().map(String::as_bytes).collect())
    }

    fn report(&self, say: impl FnOnce(Arc<dyn Report>)) {
        if let Some(report) = self.ctx.report().and_then(Weak::upgrade) {
            say(report);
        }
    }
}

fn shown(error: crate::client::Error) -> Failure {
    Failure::Shown(error.into())
}

fn bar(there: Progress) -> Bar {
    Bar {
        index: there.index,
        length: there.length,
        unit: there.unit.unwrap_or_else(|| "steps".into()),
        fraction: there.fraction,
        description: there.description,
    }
}

fn alert(note: Note) -> Alert {
    let level = match note.level.as_str() {
        "success" => Level::Success,
        "warning" | "error" => Level::Warning,
        _ => Level::Info,
    };
    Alert::new(level, note.text)
        .title(note.title)
        .duration(note.duration)
        .visible(note.visible)
}
