//! What becomes of calls on their way: joined into batches, answered from what is kept, stopped.
//!
//! Each file has its programs beside its tests, in modules of their own.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

mod batches;
mod browser;
mod caches;
mod cancels;
mod numbers;
mod validators;

use serde_json::{Value, json};
use vetrina_tests::{
    page::{Page, only, session},
    post, request,
};

/// Joins the queue and gives the id of the event.
fn join(page: &Page, name: &str, data: &Value, session: &str) -> Value {
    let index = &page.event(name)["id"];
    let body = json!({"data": data, "fn_index": index, "session_hash": session});
    let joined = post(page.at("/gradio_api/queue/join"), &body).expect(200);
    joined.json()["event_id"].clone()
}

/// The last message of a session's only run.
fn end(page: &Page, session: &str) -> Value {
    let url = page.at(&format!("/gradio_api/queue/data?session_hash={session}"));
    request("GET", url).events().wait_for("process_completed")
}
