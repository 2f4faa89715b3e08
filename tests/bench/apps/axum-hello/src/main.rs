//! The greeting of `examples/hello`, by hand, with axum and nothing else: one JSON route, no page.

use axum::{Json, Router, routing::post};
use serde::Deserialize;

#[derive(Deserialize)]
struct Greeting {
    name: String,
    intensity: u8,
}

async fn greet(Json(Greeting { name, intensity }): Json<Greeting>) -> Json<String> {
    Json(format!("Hello, {name}{}", "!".repeat(intensity.into())))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:7860").await?;
    axum::serve(listener, Router::new().route("/greet", post(greet))).await
}
