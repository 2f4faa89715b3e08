//! What is looked after while an app is served: what nobody uses any more is given up.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
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
    if let Some(sweeping) = app.engine.limits().files.keep.and_then(Sweeping::begin) {
        runtime.spawn(sweep(sweeping));
    }
}

/// That files of some age are looked for already: the apps of a program share their files, and one of them looks.
struct Sweeping(Duration);

impl Sweeping {
    fn begin(age: Duration) -> Option<Self> {
        Self::ages().insert(age).then(|| Self(age))
    }

    fn ages() -> MutexGuard<'static, BTreeSet<Duration>> {
        static AGES: Mutex<BTreeSet<Duration>> = Mutex::new(BTreeSet::new());
        AGES.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Sweeping {
    fn drop(&mut self) {
        Self::ages().remove(&self.0);
    }
}

async fn sweep(sweeping: Sweeping) {
    let age = sweeping.0;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_app_of_many_looks_for_unused_files() {
        let age = Duration::from_secs(123_456);
        let first = Sweeping::begin(age);
        assert!(first.is_some() && Sweeping::begin(age).is_none());
        drop(first);
        assert!(Sweeping::begin(age).is_some());
    }
}
