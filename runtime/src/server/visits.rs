//! When pages were last asked for, and from where.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Nobody asks for what was longer ago.
pub(super) const KEPT: Duration = Duration::from_secs(3);
/// From this many addresses on, those that nobody asks for are forgotten.
const MANY: usize = 1000;

/// The last visit from each address.
#[derive(Debug, Default)]
pub(crate) struct Visits(Mutex<HashMap<IpAddr, Instant>>);

impl Visits {
    pub(super) fn note(&self, address: IpAddr) {
        let now = Instant::now();
        let mut visits = self.all();
        if visits.len() >= MANY {
            visits.retain(|_, last| now.duration_since(*last) < KEPT);
        }
        visits.insert(address, now);
    }

    /// Whether a page was asked for from this address after `since`.
    pub(super) fn any(&self, address: IpAddr, since: Instant) -> bool {
        self.all().get(&address).is_some_and(|last| *last > since)
    }

    fn all(&self) -> MutexGuard<'_, HashMap<IpAddr, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_known_by_its_address_and_time() {
        let visits = Visits::default();
        let (here, there) = (IpAddr::from([127, 0, 0, 1]), IpAddr::from([127, 0, 0, 2]));
        let before = Instant::now();
        visits.note(here);
        assert!(visits.any(here, before));
        assert!(!visits.any(there, before));
        assert!(!visits.any(here, Instant::now()));
    }
}
