//! What is answered to examples: each begins a conversation, and what came of it can be kept.

use std::sync::Arc;

use serde_json::Value;

use super::{Asking, Talk, ask::around};
use crate::{
    component::{AnyComponent, Source},
    components::{ChatExample, MultimodalData},
    endpoint::{Ctx, Failure, Handler, Held},
    examples::{Cache, Table},
};

/// Where the page says which example it asks by, and where the answers to them are kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sampled {
    /// A table whose rows fill the message and the other inputs; without one, it is the event that says it.
    pub(crate) rows: Option<Rows>,
    pub(crate) kept: Option<Arc<Cache>>,
}

/// Which row of a table was chosen.
#[derive(Clone)]
pub(crate) struct Rows(pub(crate) Arc<dyn Source<usize>>);

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Rows")
    }
}

impl Asking {
    /// The function itself: its answer to a message before which nothing was said.
    pub(crate) fn answers(self: &Arc<Self>) -> Handler {
        let this = Arc::clone(self);
        Handler::new(self.function.mode(), move |args| {
            let message = args.read(&this.message, 0)?;
            let job = args.rest(1, |args| this.function.prepare(args))?;
            let begin = move |ctx: &mut Ctx| begin(ctx, message);
            Ok(around(job, begin, |(), produced| Ok(produced)))
        })
    }

    /// What judges a message and the other inputs before a call is taken.
    pub(crate) fn judged(self: &Arc<Self>, judge: Handler) -> Handler {
        let this = Self {
            function: Arc::new(judge),
            ..Self::clone(self)
        };
        Arc::new(this).answers()
    }

    /// Examples as rows for the message and the other inputs, which are as the page shows them.
    pub(crate) fn table(
        &self,
        examples: &[ChatExample],
        columns: Vec<Arc<dyn AnyComponent>>,
    ) -> Table {
        let others: Vec<Value> = columns[1..]
            .iter()
            .map(|it| it.props().shift_remove("value").unwrap_or_default())
            .collect();
        let rows = examples.iter().map(|example| {
            let message = MultimodalData {
                text: example.text.clone(),
                files: example.files.clone(),
            };
            [&[self.written(&message)], &others[..]].concat()
        });
        Table {
            rows: rows.collect(),
            columns,
            errors: Vec::new(),
        }
    }
}

fn begin(ctx: &mut Ctx, message: Held<MultimodalData>) -> Result<(), Failure> {
    let message = message.get(ctx)?;
    ctx.say(Talk {
        message,
        history: Vec::new(),
    });
    Ok(())
}
