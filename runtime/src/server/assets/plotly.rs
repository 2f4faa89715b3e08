//! The script that draws charts of Plotly: it comes with the crate of the charts, behind a feature.

use bytes::Bytes;

/// The file in whose place it is served.
#[cfg(feature = "plotly")]
const PLACE: &str = "components/plot/plotly.js";

/// What is served instead of the file at `path`.
#[cfg(feature = "plotly")]
pub(super) fn instead_of(path: &str) -> Option<Bytes> {
    use std::sync::LazyLock;

    static SCRIPT: LazyLock<Bytes> = LazyLock::new(|| {
        // They come as the elements of a page: its first is the library, what follows draws formulas.
        let elements = plotly::Plot::offline_js_sources();
        let script = elements.split_once('>').map_or("", |(_, rest)| rest);
        let end = script.find("</script>").unwrap_or(script.len());
        Bytes::copy_from_slice(&script.as_bytes()[..end])
    });
    (path == PLACE).then(|| SCRIPT.clone())
}

#[cfg(not(feature = "plotly"))]
pub(super) fn instead_of(_: &str) -> Option<Bytes> {
    None
}

#[cfg(all(test, feature = "plotly"))]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_whole_library() {
        let script = instead_of(PLACE).unwrap();
        assert!(
            script.starts_with(b"/**\n* plotly.js"),
            "{:?}",
            &script[..20]
        );
        assert!(
            script.ends_with(b"}));"),
            "{:?}",
            &script[script.len() - 20..]
        );
        assert!(instead_of("core/app.js").is_none());
    }
}
