//! Works examples out before anybody asks for them.

use std::{
    io::{IsTerminal, Write, stderr},
    sync::Arc,
};

use super::cache::Cache;
use crate::endpoint::Ctx;

/// Fills these caches in the background; the app answers meanwhile, and who asks for a row that is
/// not there yet has it worked out next.
pub(crate) fn warm(caches: Vec<Arc<Cache>>, ctx: Ctx) {
    if caches.is_empty() {
        return;
    }
    // Without a runtime, each row is worked out when somebody asks for it.
    let Ok(runtime) = tokio::runtime::Handle::try_current() else {
        return;
    };
    runtime.spawn(async move {
        for cache in caches {
            fill(&cache, &ctx).await;
        }
    });
}

async fn fill(cache: &Arc<Cache>, ctx: &Ctx) {
    let missing: Vec<_> = (0..cache.rows())
        .filter(|row| !cache.is_on_disk(*row))
        .collect();
    if missing.is_empty() {
        return;
    }
    let total = missing.len();
    let mut failed = Vec::new();
    for (done, row) in missing.into_iter().enumerate() {
        progress(&cache.name, done, total);
        if let Err(failure) = cache.steps(row, ctx).await {
            failed.push(format!(
                "  example {row} is not kept: {}",
                failure.shown(true)
            ));
        }
    }
    progress(&cache.name, total, total);
    for line in failed {
        eprintln!("{line}");
    }
}

/// One line that grows where people look, and the last of it in a log.
fn progress(name: &str, done: usize, total: usize) {
    let line = format!("Working out the examples of {name}: {done} of {total}");
    let mut out = stderr().lock();
    // Nobody may be there to read it.
    let _ = match (out.is_terminal(), done == total) {
        (true, last) => write!(out, "\r{line}{}", if last { "\n" } else { "" }),
        (false, true) => writeln!(out, "{line}"),
        (false, false) => Ok(()),
    };
}
