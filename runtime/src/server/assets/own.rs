//! The page sides that components of authors bring.

use bytes::Bytes;

use crate::component::{Frontend, FrontendFile};

/// All of them, as they were when the program was built.
pub(super) fn built() -> impl Iterator<Item = (String, Bytes)> {
    all().map(|(path, file)| (path, Bytes::from_static(file.bytes)))
}

/// Those that are not what they were: their authors work on them.
#[cfg(debug_assertions)]
pub(super) fn edited() -> Vec<(String, Bytes)> {
    // A file that cannot be read keeps the form it was built with: editors replace files in two steps.
    all()
        .filter_map(|(path, file)| {
            let now = file.now().filter(|now| now != file.bytes)?;
            Some((path, now.into()))
        })
        .collect()
}

fn all() -> impl Iterator<Item = (String, &'static FrontendFile)> {
    inventory::iter::<&'static Frontend>
        .into_iter()
        .flat_map(|frontend| {
            let styles = frontend.styles.as_ref();
            let styles = styles.map(|styles| (frontend.path("css"), styles));
            [(frontend.path("js"), &frontend.script)]
                .into_iter()
                .chain(styles)
        })
}
