//! What writing a file as JSON means here: for a client, into a folder, or for the program itself.

use std::{
    cell::{Cell, RefCell},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::Rules;
use crate::{
    scoped::within,
    store::{Session, in_session},
};

/// Somebody that files are sent to.
pub(crate) trait Caller: std::fmt::Debug + Send + Sync {
    /// The address of the app as it reaches it, without a slash at the end; `configured` is what
    /// the app was told of its own address.
    fn root(&self, configured: Option<&str>) -> String;
}

/// To whom files are sent, and which files of the disk may be.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) rules: Arc<Rules>,
    pub(crate) caller: Arc<dyn Caller>,
    /// What is kept for the caller.
    pub(crate) session: Option<Arc<Session>>,
}

#[derive(Debug, Clone)]
pub(super) enum Scope {
    /// Values go to a client.
    Sent(Sent),
    /// Values are written down, with their files, in a folder.
    IntoFolder(PathBuf),
    /// And read again.
    FromFolder(PathBuf),
}

thread_local! {
    static SCOPE: RefCell<Option<Scope>> = const { RefCell::new(None) };
    static READ: Cell<usize> = const { Cell::new(0) };
}

pub(super) fn current() -> Option<Scope> {
    SCOPE.with_borrow(Clone::clone)
}

/// Notes that something was read from JSON that is converted only when the function runs, as
/// files are.
pub(crate) fn to_convert() {
    count();
}

/// Notes that a file was read from JSON.
pub(super) fn count() {
    READ.set(READ.get() + 1);
}

/// Does `work`, and tells whether it read any files from JSON.
pub(crate) fn counting<T>(work: impl FnOnce() -> T) -> (T, bool) {
    let before = READ.get();
    let result = work();
    (result, READ.get() != before)
}

/// Does `work`, whose values go to a client.
pub(crate) fn sent<T>(to: &Sent, work: impl FnOnce() -> T) -> T {
    within(&SCOPE, Some(Scope::Sent(to.clone())), || {
        in_session(to.session.as_ref(), work)
    })
}

/// Does `work`; files in the values that it writes as JSON are copied into `folder`.
///
/// Together with [`from_folder`] this is what `flag` and `read_from_flag` of a component need.
///
/// ```
/// use vetrina::file::{FileData, from_folder, into_folder};
///
/// let folder = std::env::temp_dir().join("vetrina-doc-flags");
/// let note = FileData::from_bytes("note.txt", b"Milk")?;
/// let written = into_folder(&folder, || serde_json::to_string(&note))?;
/// let read: FileData = from_folder(&folder, || serde_json::from_str(&written))?;
/// assert_eq!(read, note);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn into_folder<T>(folder: &Path, work: impl FnOnce() -> T) -> T {
    within(&SCOPE, Some(Scope::IntoFolder(folder.into())), work)
}

/// Does `work`; files in the values that it reads from JSON are those of `folder`.
pub fn from_folder<T>(folder: &Path, work: impl FnOnce() -> T) -> T {
    within(&SCOPE, Some(Scope::FromFolder(folder.into())), work)
}

/// Does `work` that takes its time without holding up other tasks.
pub(crate) fn blocking<T>(work: impl FnOnce() -> T) -> T {
    use tokio::runtime::{Handle, RuntimeFlavor};
    // Only there it may step aside.
    match Handle::try_current().map(|runtime| runtime.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        _ => work(),
    }
}
