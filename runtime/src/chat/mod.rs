//! Conversations with a function: what `#[chat]` registers, and how a message gets its answer.
//!
//! | file | what is there |
//! |---|---|
//! | `said.rs` | what the function takes: the message, and what was said before |
//! | `reply.rs` | what it answers |
//! | `turn.rs` | whose words are the last, and where a conversation goes on from |
//! | `ask.rs` | the page asks: its conversation is the one that counts |
//! | `sampled.rs` | examples, and what is kept of the answers to them |
//! | `judge.rs` | what people think of answers |
//! | `call.rs` | a client calls: its session keeps the conversation |

mod ask;
mod call;
mod judge;
mod reply;
mod said;
mod sampled;
mod settings;
mod turn;

use std::{any::TypeId, sync::Arc};

pub(crate) use ask::{Asking, How, idle, rests, undoes, writes};
pub(crate) use call::calls;
pub(crate) use judge::judges;
pub(crate) use reply::Answer;
pub use reply::Reply;
pub use said::{MessageBox, Said};
pub(crate) use said::{Talk, history, message};
pub(crate) use sampled::{Rows, Sampled};
pub use settings::ChatSettings;

use crate::{
    component::{AnyComponent, Source},
    components::MultimodalData,
    endpoint::Endpoint,
};

/// What `#[chat]` registers beside the [`Endpoint`].
#[derive(Debug)]
pub struct Chat {
    /// The type of the function item.
    pub type_id: fn() -> TypeId,
    /// What was written in `#[chat(…)]`.
    pub settings: fn() -> ChatSettings,
}

inventory::collect!(Chat);

/// What makes a conversation of this endpoint, if it is one.
pub(crate) fn of(endpoint: &Endpoint) -> Option<&'static Chat> {
    let id = (endpoint.type_id)();
    inventory::iter::<Chat>
        .into_iter()
        .find(|chat| (chat.type_id)() == id)
}

/// What messages are written in.
pub(crate) struct Composer {
    pub(crate) component: Arc<dyn AnyComponent>,
    pub(crate) source: Arc<dyn Source<MultimodalData>>,
}
