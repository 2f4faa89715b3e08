//! Runs a function for its results alone: nobody watches them come.

use super::{
    execute::{guard, guard_future, next},
    together,
};
use crate::endpoint::{Ctx, Failure, Job, Produced, Task, Values};

/// All that `job` gives, one set of results after the other.
pub(crate) async fn all(job: Job, ctx: Ctx) -> Result<Vec<Values>, Failure> {
    let context = ctx.clone();
    let produced = match job.task {
        Task::Sync(call) => {
            on_pool(move || {
                let mut context = context;
                let sender = context.clone();
                sender.sending(|| call(&mut context))
            })
            .await?
        }
        Task::Async(call) => guard_future(call, context).await?,
        Task::Batched(one) => together::alone(one, context).await?,
    };
    match produced {
        Produced::Once(values) => Ok(vec![values]),
        Produced::Iter(items) => on_pool(move || ctx.sending(|| items.collect())).await,
        Produced::Stream(mut stream) => {
            let mut all = Vec::new();
            while let Some(values) = next(&mut stream, ctx.sent()).await? {
                all.push(values);
            }
            Ok(all)
        }
    }
}

async fn on_pool<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(move || guard(work))
        .await
        .unwrap_or_else(|lost| Err(Failure::hidden(lost.to_string())))
}
