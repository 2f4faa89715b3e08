//! Apps inside somebody's own program: two in one router, and one in the background.

use axum::{Router, routing::get};
use tokio::net::TcpListener;
use vetrina::{Error, Result};

/// Serves two apps below their own paths, beside a route that is not Vetrina's.
pub(crate) fn launch() -> Result<()> {
    runtime()?.block_on(async {
        let router = Router::new()
            .route("/own", get(|| async { "own" }))
            .nest_service("/hello", super::hello::app().router()?)
            .nest_service("/deep/er/choices", super::app("choices").router()?);
        let listener = TcpListener::bind("127.0.0.1:0").await.map_err(text)?;
        println!("Running on http://{}", listener.local_addr().map_err(text)?);
        axum::serve(listener, router).await.map_err(text)
    })
}

/// Serves in the background, says so, and ends when standard input does.
pub(crate) fn background() -> Result<()> {
    runtime()?.block_on(async {
        let running = super::hello::app().port(0).start().await?;
        println!("Running on {}", running.url());
        let ended = tokio::task::spawn_blocking(|| std::io::stdin().lines().count());
        ended.await.map_err(text)?;
        running.close().await;
        println!("closed");
        Ok(())
    })
}

fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Runtime::new().map_err(text)
}

fn text(error: impl std::fmt::Display) -> Error {
    Error::new(error.to_string())
}
