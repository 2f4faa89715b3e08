//! Functions that run elsewhere, by `#[remote]`.

use futures_util::{Stream, StreamExt as _};
use vetrina::client::{Error, RemoteFile, Result, Upload};

use crate::far::Far;

macro_rules! functions {
    ($($module:ident on $far:ident),*) => {$(
        mod $module {
            use super::{Error, Far, RemoteFile, Result, Stream, Upload};

            /// Says hello to somebody.
            #[vetrina::remote(url = Far::$far.url())]
            pub(super) async fn greet(name: &str, times: u32) -> Result<String>;

            #[vetrina::remote(url = Far::$far.url(), api_name = "/split")]
            pub(super) async fn cut(text: String) -> Result<(String, usize)>;

            #[vetrina::remote(url = Far::$far.url(), api_name = "count")]
            pub(super) fn count(up_to: u32) -> impl Stream<Item = vetrina::Result<String>>;

            #[vetrina::remote(url = Far::$far.url())]
            pub(super) async fn lines(file: Upload) -> Result<u32>;

            #[vetrina::remote(url = Far::$far.url())]
            pub(super) async fn note(text: &str) -> Result<RemoteFile>;

            #[vetrina::remote(url = Far::$far.url())]
            pub(super) async fn fail(text: &str) -> vetrina::Result<String>;

            #[vetrina::remote(url = Far::$far.url())]
            pub(super) async fn nothing(text: &str) -> Result<()>;

            #[vetrina::remote(url = Far::$far.url())]
            pub(super) async fn missing() -> Result<(), Error>;

            #[tokio::test]
            async fn functions_elsewhere_are_called_as_those_here() {
                Far::$far.connect().await;
                assert_eq!(greet("Ada", 2).await.expect("a greeting"), "Hello, Ada! Hello, Ada!");
                assert_eq!(cut("two words".into()).await.expect("both"), ("two".into(), 5));
                let steps = super::all(count(3)).await;
                assert_eq!(steps, ["0 ", "0 1 ", "0 1 2 "]);
                assert_eq!(lines(Upload::bytes("a.txt", "a\nb")).await.expect("two"), 2);
                let note = note("a").await.expect("a file");
                assert_eq!(note.bytes().await.expect("its bytes"), b"a");
                let failed = fail("mind").await.expect_err("it always fails");
                assert_eq!(failed.to_string(), "never mind");
                nothing("text").await.expect("nothing");
                let none = missing().await.expect_err("there is none");
                assert!(matches!(none, Error::NoEndpoint { .. }), "{none}");
            }
        }
    )*};
}

functions!(gradio_5 on Gradio5, gradio_6 on Gradio6, vetrina_app on Vetrina);

async fn all(steps: impl Stream<Item = vetrina::Result<String>>) -> Vec<String> {
    steps
        .map(|step| step.expect("all goes well"))
        .collect()
        .await
}

#[vetrina::remote(url = "http://127.0.0.1:9")]
async fn nowhere() -> Result<()>;

#[tokio::test]
async fn an_app_that_is_not_there_is_said_so() {
    let error = nowhere().await.expect_err("nothing is there");
    assert_eq!(error.to_string(), "nothing answers at http://127.0.0.1:9");
}
