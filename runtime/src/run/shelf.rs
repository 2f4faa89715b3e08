//! All runs by their ids: those under way, those whose end was not read yet, and for a while those
//! that are over.

use std::{
    collections::{HashMap, VecDeque},
    hash::BuildHasherDefault,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::{Run, RunId, record::IdHasher};

const SHARDS: usize = 16;
/// Ended runs that nobody has read yet; the oldest go first.
const UNREAD: usize = 10_000;
/// Ended runs that were read, and the bytes of what came of them; the oldest go first.
const OVER: usize = 1_000;
const OVER_BYTES: usize = 16 << 20;
/// How long ended runs wait for somebody who reads them.
const UNREAD_FOR: Duration = Duration::from_secs(60 * 60);

#[derive(Debug)]
pub(super) struct Shelf {
    shards: Vec<Mutex<Shard>>,
    /// How long a run that is over can be asked for.
    retention: Duration,
}

#[derive(Debug, Default)]
struct Shard {
    runs: HashMap<RunId, Arc<Run>, BuildHasherDefault<IdHasher>>,
    /// In the order they came, to find what to forget.
    order: VecDeque<RunId>,
    /// Those that are over, in the order they were read, and their bytes.
    over: VecDeque<(RunId, usize)>,
    over_bytes: usize,
}

impl Shelf {
    pub(super) fn new(retention: Duration) -> Self {
        let shards = std::iter::repeat_with(Mutex::default);
        Self {
            shards: shards.take(SHARDS).collect(),
            retention,
        }
    }

    fn shard(&self, id: RunId) -> MutexGuard<'_, Shard> {
        lock(&self.shards[id.shard(SHARDS)])
    }

    pub(super) fn add(&self, run: &Arc<Run>) {
        let mut shard = self.shard(run.id);
        shard.runs.insert(run.id, run.clone());
        shard.order.push_back(run.id);
        let mut gone = Vec::new();
        while shard.order.len() > UNREAD / SHARDS {
            let Some(id) = shard.order.pop_front() else {
                break;
            };
            match shard.runs.get(&id) {
                // A run that goes on is kept however old it is.
                Some(run) if !run.has_ended() => {
                    shard.order.push_back(id);
                    break;
                }
                // One that was read has its own time.
                Some(_) if shard.over.iter().any(|(over, _)| *over == id) => {}
                _ => gone.extend(shard.runs.remove(&id)),
            }
        }
        drop(shard);
        drop(gone);
    }

    pub(super) fn find(&self, id: RunId) -> Option<Arc<Run>> {
        let run = self.shard(id).runs.get(&id).cloned()?;
        (!self.is_old(&run)).then_some(run)
    }

    /// Whether it ended so long ago that nobody can ask for it.
    fn is_old(&self, run: &Run) -> bool {
        let most = if run.was_settled() {
            self.retention
        } else {
            self.retention.max(UNREAD_FOR)
        };
        run.ended().is_some_and(|at| at.elapsed() >= most)
    }

    /// Forgets the runs that nobody can ask for.
    pub(super) fn tidy(&self) {
        for shard in &self.shards {
            let mut shard = lock(shard);
            let Shard {
                runs,
                order,
                over,
                over_bytes,
            } = &mut *shard;
            let gone: Vec<_> = runs.extract_if(|_, run| self.is_old(run)).collect();
            order.retain(|id| runs.contains_key(id));
            over.retain(|(id, bytes)| {
                let stays = runs.contains_key(id);
                *over_bytes -= if stays { 0 } else { *bytes };
                stays
            });
            drop(shard);
            // What a value does when it is given up is not done under the lock.
            drop(gone);
        }
    }

    /// The end of a run was read: what came of it is kept for a while, with how it came to that
    /// unless it is to be trimmed.
    pub(super) fn settle(&self, run: &Run, trim: bool) {
        let Some(bytes) = run.settle(trim) else {
            return;
        };
        let mut shard = self.shard(run.id);
        let mut gone = Vec::new();
        if self.retention.is_zero() {
            gone.extend(shard.runs.remove(&run.id));
        } else if shard.runs.contains_key(&run.id) {
            shard.over.push_back((run.id, bytes));
            shard.over_bytes += bytes;
        }
        while shard.over.len() > OVER / SHARDS
            || (shard.over_bytes > OVER_BYTES / SHARDS && shard.over.len() > 1)
        {
            let Some((id, bytes)) = shard.over.pop_front() else {
                break;
            };
            shard.over_bytes -= bytes;
            gone.extend(shard.runs.remove(&id));
        }
        drop(shard);
        // What a value does when it is given up is not done under the lock.
        drop(gone);
    }

    /// The runs of a session, the oldest first.
    pub(super) fn of(&self, session: &str) -> Vec<Arc<Run>> {
        let mut found = Vec::new();
        for shard in &self.shards {
            let shard = lock(shard);
            let own = shard.runs.values().filter(|run| run.belongs_to(session));
            found.extend(own.cloned());
        }
        found.retain(|run| self.find(run.id).is_some());
        found.sort_by_cached_key(|run| run.standing().number);
        found
    }

    /// Whether any run goes on, and whether the end of any waits to be read.
    pub(super) fn stirs(&self) -> (bool, bool) {
        self.shards.iter().fold((false, false), |seen, shard| {
            let shard = lock(shard);
            let runs = || shard.runs.values();
            let running = runs().any(|run| !run.has_ended());
            (
                seen.0 || running,
                seen.1 || runs().any(|run| !run.was_told()),
            )
        })
    }
}

fn lock(shard: &Mutex<Shard>) -> MutexGuard<'_, Shard> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        endpoint::{Cancel, Ctx},
        page::Dependency,
        run::Event,
    };

    fn run() -> Arc<Run> {
        let ctx = Ctx::new(Arc::default(), Cancel::default(), Arc::default());
        Arc::new(Run::new(Arc::new(Dependency::empty(0)), ctx, None, false))
    }

    #[test]
    fn what_nobody_can_ask_for_is_given_up() {
        let shelf = Shelf::new(Duration::from_nanos(1));
        let [under_way, unread, read] = [run(), run(), run()];
        for run in [&under_way, &unread, &read] {
            shelf.add(run);
        }
        unread.publish(Event::Cancelled);
        read.publish(Event::Cancelled);
        shelf.settle(&read, true);
        shelf.tidy();
        let is_kept = |run: &Arc<Run>| Arc::strong_count(run) > 1;
        assert!(is_kept(&under_way) && is_kept(&unread) && !is_kept(&read));
        let over = shelf.shards.iter().map(|shard| lock(shard).over.len());
        assert_eq!(over.sum::<usize>(), 0);
    }
}
