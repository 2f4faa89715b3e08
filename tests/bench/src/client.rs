//! What one client of the load does, again and again: a call, and a look at the answer.

use memchr::memmem;
use serde_json::{Value, json};

use crate::Result;
use crate::http::{Connection, get, post};
use crate::load::Tally;
use crate::subject::Function;

/// How many items a streamed run has.
const ITEMS: usize = 1000;

/// Which way a function is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// `POST /run`, which answers with the result.
    Run,
    /// `POST /queue/join`, then `GET /queue/data` up to the end of the stream.
    Queue,
}

/// A function, its arguments, and a piece of the answer by which a right one is known.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
    pub(crate) answer: &'static str,
    streams: bool,
}

impl Call {
    /// The call that the load makes of a function.
    pub(crate) fn of(function: Function) -> Self {
        let name = function.name();
        match function {
            Function::Count => Self {
                name,
                data: json!([ITEMS]),
                answer: "item 999",
                streams: true,
            },
            _ => Self {
                name,
                data: json!(["hello"]),
                answer: "hello, you said",
                streams: false,
            },
        }
    }

    /// The greeting of the hello program.
    pub(crate) fn greeting() -> Self {
        Self {
            name: "greet",
            data: json!(["Bench", 3]),
            answer: "Hello, Bench!!!",
            streams: false,
        }
    }
}

/// One client: its connection, and its requests as they go over the wire.
#[derive(Debug)]
pub(crate) struct Client {
    connection: Connection,
    requests: Vec<Vec<u8>>,
    call: Call,
    body: Vec<u8>,
}

impl Client {
    /// As many clients as wanted, each with a session of its own.
    pub(crate) fn several(count: usize, port: u16, way: Way, call: &Call) -> Result<Vec<Self>> {
        let index = match way {
            Way::Run => None,
            Way::Queue => Some(function_index(port, call.name)?),
        };
        let clients = (0..count).map(|client| Self {
            connection: Connection::new(port),
            requests: requests(call, index, client),
            call: call.clone(),
            body: Vec::new(),
        });
        Ok(clients.collect())
    }

    /// Makes the call once. Only an answer that says what it should is a success.
    pub(crate) async fn once(&mut self, tally: &Tally) -> Result<()> {
        let Self {
            connection,
            requests,
            call,
            body,
        } = self;
        for request in requests.iter() {
            body.clear();
            let status = connection
                .exchange(request, |piece| {
                    // An item may arrive in two pieces, so the search begins a little before the new one.
                    let from = body.len().saturating_sub(ITEM.len() - 1);
                    body.extend_from_slice(piece);
                    if call.streams {
                        tally.items(memmem::find_iter(&body[from..], ITEM).count());
                    }
                })
                .await?;
            if status != 200 {
                return Err(format!("{status}: {}", shortened(body)).into());
            }
        }
        let ends = requests.len() == 1 || contains(body, "close_stream");
        if ends && contains(body, call.answer) && !contains(body, r#""success":false"#) {
            Ok(())
        } else {
            Err(format!("not the answer to {}: {}", call.name, shortened(body)).into())
        }
    }
}

/// By this a message with an item is known.
const ITEM: &[u8] = b"process_generating";

fn requests(call: &Call, index: Option<u64>, client: usize) -> Vec<Vec<u8>> {
    let Some(index) = index else {
        return vec![post(
            &format!("/gradio_api/run/{}", call.name),
            &json!({ "data": call.data }),
        )];
    };
    let session = format!("bench{client:04}");
    let join = json!({ "data": call.data, "fn_index": index, "session_hash": session });
    vec![
        post("/gradio_api/queue/join", &join),
        get(&format!("/gradio_api/queue/data?session_hash={session}")),
    ]
}

/// The number by which the queue knows a function.
fn function_index(port: u16, name: &str) -> Result<u64> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut body = Vec::new();
    runtime.block_on(
        Connection::new(port).exchange(&get("/config"), |piece| body.extend_from_slice(piece)),
    )?;
    let config: Value = serde_json::from_slice(&body)?;
    let mut dependencies = config["dependencies"].as_array().into_iter().flatten();
    let found = dependencies.find(|dependency| dependency["api_name"] == name);
    Ok(found
        .and_then(|found| found["id"].as_u64())
        .ok_or_else(|| format!("no function {name} in /config"))?)
}

fn contains(body: &[u8], text: &str) -> bool {
    memmem::find(body, text.as_bytes()).is_some()
}

fn shortened(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(300)]).into_owned()
}
