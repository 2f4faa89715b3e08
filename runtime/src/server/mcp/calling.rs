//! One call on its way, by whatever name it goes: the same pipeline as every other way in.

use std::{future::poll_fn, sync::Arc, task::Poll};

use serde_json::{Map, Value};

use super::{Offered, arguments};
use crate::{
    Error,
    endpoint::Facts,
    run::{Event, NewRun, Run},
    server::{Served, request::prepare_named},
};

/// A run, and how far it was told. One that nobody listens to any more is cancelled.
pub(super) struct Calling {
    app: Arc<Served>,
    run: Arc<Run>,
    next: u64,
}

impl Calling {
    /// Queues a call.
    ///
    /// # Errors
    /// When it is turned away.
    pub(super) async fn start(
        app: &Arc<Served>,
        offered: &Arc<Offered>,
        arguments: Map<String, Value>,
        facts: Arc<Facts>,
    ) -> Result<Self, Error> {
        app.admits().map_err(|refusal| refusal.error())?;
        let arguments = if offered.takes_files {
            let offered = Arc::clone(offered);
            let most = app.engine.limits().files.max_file_size;
            let files = move || arguments::with_files(&offered, arguments, most);
            let files = tokio::task::spawn_blocking(files).await;
            files.unwrap_or_else(|lost| Err(Error::new(lost.to_string())))?
        } else {
            arguments
        };
        let dependency = &offered.dependency;
        let body = Value::Object(arguments).to_string();
        let session = facts.session_hash.as_deref();
        let jobs = app.in_session(session, || prepare_named(body.as_bytes(), dependency));
        let (job, question) = jobs.map_err(|refusal| refusal.error())?;
        let judged = app.judge(dependency, question, &facts).await;
        judged.map_err(|refusal| refusal.error())?;
        let id = app.engine.join(NewRun {
            dependency: Arc::clone(dependency),
            job,
            facts,
            session: None,
            in_pieces: false,
            deaf_until: None,
        });
        let run = app
            .engine
            .find(id)
            .ok_or_else(|| Error::new("The call was lost."))?;
        Ok(Self {
            app: Arc::clone(app),
            run,
            next: 0,
        })
    }

    /// What happened next; nothing follows the end.
    pub(super) async fn next(&mut self) -> Event {
        let (number, event) = poll_fn(|cx| match self.run.poll_event(self.next, cx.waker()) {
            Some(event) => Poll::Ready(event),
            None => Poll::Pending,
        })
        .await;
        self.next = number + 1;
        event
    }

    /// The end of it, whatever comes before.
    pub(super) async fn end(&mut self) -> Event {
        loop {
            let event = self.next().await;
            if event.ends() {
                return event;
            }
        }
    }

    /// What callers are told of a failure.
    pub(super) fn shown(&self, failure: &crate::endpoint::Failure) -> Error {
        failure.shown(self.app.engine.limits().show_error)
    }
}

impl Drop for Calling {
    fn drop(&mut self) {
        if !self.run.has_ended() {
            self.app.engine.cancel(&self.run);
        }
        self.app.engine.settle(&self.run);
    }
}
