//! Values that hold for a piece of work, on the thread that does it.

use std::{cell::RefCell, thread::LocalKey};

/// Does `work` with `value` in `place`, and puts back what was there. A panic in the work, which
/// may be a user's, leaves nothing behind.
pub(crate) fn within<V: 'static, T>(
    place: &'static LocalKey<RefCell<V>>,
    value: V,
    work: impl FnOnce() -> T,
) -> T {
    struct Restore<V: 'static>(&'static LocalKey<RefCell<V>>, Option<V>);

    impl<V> Drop for Restore<V> {
        fn drop(&mut self) {
            if let Some(before) = self.1.take() {
                self.0.set(before);
            }
        }
    }

    let _restore = Restore(place, Some(place.replace(value)));
    work()
}
