//! One session that runs a stream, and looks at every item.

use serde_json::{Value, json};

use crate::Result;
use crate::http::{Connection, get, post};

#[derive(Debug)]
pub(super) struct Session {
    connection: Connection,
    port: u16,
    name: String,
    /// The run that it joined.
    event: Option<(u64, String)>,
}

/// What was read of a stream.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Each as it stood on the page.
    pub(super) shown: Vec<String>,
    /// The last message, where it came.
    pub(super) end: Option<Value>,
}

impl Session {
    pub(super) fn new(port: u16, name: String) -> Self {
        Self {
            connection: Connection::new(port),
            port,
            name,
            event: None,
        }
    }

    /// Joins the queue with a stream whose items tell whose they are.
    pub(super) async fn join(&mut self, index: u64, items: usize, pause: f64) -> Result<()> {
        let data = json!([self.name, items, pause]);
        let body = json!({"data": data, "fn_index": index, "session_hash": self.name});
        let answer = ask(&mut self.connection, &post("/gradio_api/queue/join", &body)).await?;
        let id = answer["event_id"].as_str().ok_or("no event_id")?;
        self.event = Some((index, id.into()));
        Ok(())
    }

    /// Reads the stream to its end, or until there are so many items; then the line is cut.
    pub(super) async fn items(&mut self, most: usize) -> Result<Items> {
        let path = format!("/gradio_api/queue/data?session_hash={}", self.name);
        let (mut items, mut text, mut wrong) = (Items::default(), Vec::new(), None);
        let mut read = |piece: &[u8]| {
            text.extend_from_slice(piece);
            while let Some(end) = memchr::memmem::find(&text, b"\n\n") {
                let message = text.drain(..end + 2).collect::<Vec<_>>();
                if let Err(fault) = items.take(&message) {
                    wrong.get_or_insert(fault);
                }
            }
            items.shown.len() < most && wrong.is_none()
        };
        self.connection
            .exchange_while(&get(&path), &mut read)
            .await?;
        match wrong {
            Some(fault) => Err(fault),
            None => Ok(items),
        }
    }

    /// Stops the run.
    pub(super) async fn cancel(&self) -> Result<()> {
        let Some((index, event)) = &self.event else {
            return Err("nothing was joined".into());
        };
        let body = json!({"session_hash": self.name, "fn_index": index, "event_id": event});
        let mut connection = Connection::new(self.port);
        ask(&mut connection, &post("/gradio_api/cancel", &body)).await?;
        Ok(())
    }

    /// Whether these are all items of this session's own stream, and nothing else.
    pub(super) fn check(&self, items: &Items, count: usize) -> Result<()> {
        self.check_first(items, count)?;
        let last = format!("{} {}", self.name, count - 1);
        let end = items.end.as_ref().ok_or("the end is missing")?;
        if end["success"] == true && end["output"]["data"] == json!([last]) {
            Ok(())
        } else {
            Err(format!("{}: ended with {end}", self.name).into())
        }
    }

    /// The same for the first of them.
    pub(super) fn check_first(&self, items: &Items, count: usize) -> Result<()> {
        let wanted = (0..count).map(|number| format!("{} {number}", self.name));
        if items.shown.iter().cloned().eq(wanted) {
            Ok(())
        } else {
            Err(format!(
                "{}: {count} items were wanted, not {:?}",
                self.name, items.shown
            )
            .into())
        }
    }
}

impl Items {
    /// Takes one message: the first item comes whole, the others as what changed.
    fn take(&mut self, message: &[u8]) -> Result<()> {
        let message = message
            .strip_prefix(b"data: ")
            .ok_or("a line that is no message")?;
        let message: Value = serde_json::from_slice(message)?;
        match message["msg"].as_str() {
            Some("process_generating") => {
                let now = &message["output"]["data"][0];
                let item = match (now.as_str(), self.shown.last()) {
                    (Some(whole), _) => whole.to_owned(),
                    (None, Some(before)) => edited(before, now)?,
                    (None, None) => return Err(format!("no first item: {message}").into()),
                };
                self.shown.push(item);
            }
            Some("process_completed") => self.end = Some(message),
            Some("unexpected_error") => return Err(message.to_string().into()),
            _ => {}
        }
        Ok(())
    }
}

/// A text, edited as clients do it.
fn edited(before: &str, edits: &Value) -> Result<String> {
    let mut text = before.to_owned();
    for edit in edits.as_array().ok_or("edits are a list")? {
        let value = edit[2].as_str().ok_or("a text becomes a text")?;
        match edit[0].as_str() {
            Some("append") => text.push_str(value),
            Some("replace") => value.clone_into(&mut text),
            _ => return Err(format!("an edit of a text: {edit}").into()),
        }
    }
    Ok(text)
}

/// Sends a request and reads the answer, which is JSON.
pub(super) async fn ask(connection: &mut Connection, request: &[u8]) -> Result<Value> {
    let mut body = Vec::new();
    let status = connection
        .exchange(request, |piece| body.extend_from_slice(piece))
        .await?;
    if status == 200 {
        return Ok(serde_json::from_slice(&body)?);
    }
    Err(format!("{status}: {}", String::from_utf8_lossy(&body)).into())
}

/// The number by which the queue knows a function.
pub(super) async fn index(port: u16, name: &str) -> Result<u64> {
    let config = ask(&mut Connection::new(port), &get("/config")).await?;
    let mut functions = config["dependencies"].as_array().into_iter().flatten();
    let found = functions.find(|function| function["api_name"] == name);
    let index = found.and_then(|found| found["id"].as_u64());
    Ok(index.ok_or_else(|| format!("no function {name}"))?)
}
