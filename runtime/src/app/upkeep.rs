//! What is looked after while an app is served: what nobody uses any more is given up.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use tokio::runtime::Handle;

use crate::{examples, file::Store, media::Playlists, server::Served};

/// How often unused files are looked for, at least and at most.
const SWEEPS: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(3_600));
/// How often runs and what is played of them are looked through.
const TIDIES: Duration = Duration::from_secs(60);

/// Begins with it, as long as the runtime lives. Outside of one there is nothing to wait with.
pub(super) fn begin(app: &Arc<Served>) {
    examples::warm(app.eager.clone(), app.engine.nobody());
    let Ok(runtime) = Handle::try_current() else {
        return;
    };
    runtime.spawn(tidy(Arc::downgrade(app)));
    if let Some(age) = app.engine.limits().files.keep {
        runtime.spawn(sweep(age));
    }
}

async fn sweep(age: Duration) {
    loop {
        let swept =
            tokio::task::spawn_blocking(move || Store::open().map(|store| store.sweep(age)));
        if let Ok(Ok(Err(error))) = swept.await {
            eprintln!("unused files cannot be removed: {error}");
        }
        tokio::time::sleep(age.clamp(SWEEPS.0, SWEEPS.1)).await;
    }
}

async fn tidy(app: Weak<Served>) {
    loop {
        tokio::time::sleep(TIDIES).await;
        let Some(app) = app.upgrade() else { return };
        app.engine.tidy();
        Playlists::open().tidy();
    }
}
