//! The page asks. Its conversation is the one that counts: it may have been filled by any other
//! function, and lives on when the server is started anew.

use std::{borrow::Cow, future::poll_fn, sync::Arc};

use serde_json::{Map, Value, json};

use super::{Sampled, Talk, turn};
use crate::{
    component::{Sink, Source},
    components::{ChatFormat, Chatbot, Message, MultimodalData},
    endpoint::{
        Ctx, EditData, Failure, FromCall, Handler, Job, Mode, Produced, SelectData, Task, Values,
    },
    examples::Cache,
    push::{self, AsyncSender},
};

/// A function with the conversation that it is shown in.
#[derive(Clone)]
pub(crate) struct Asking {
    pub(crate) function: Arc<Handler>,
    pub(crate) chatbot: Arc<Chatbot>,
    pub(crate) message: Arc<dyn Source<MultimodalData>>,
    /// Whether messages have files.
    pub(crate) is_multimodal: bool,
    /// The buttons of the box.
    pub(crate) submit: Value,
    pub(crate) stop: Value,
    /// How many outputs there are besides the answer.
    pub(crate) extras: usize,
}

/// What makes the page ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// A message was written: the box is an input, before the conversation.
    Submit,
    /// The last one is to be answered once more.
    Retry,
    /// One was written anew.
    Edit,
    /// An offered answer was chosen.
    Option,
    /// An example was chosen.
    Example,
    /// One of a table was chosen, and stands in the box: an input, before the table.
    Row,
}

impl How {
    /// Whether it is the event that says what is to be answered.
    pub(crate) fn hears(self) -> bool {
        matches!(self, Self::Edit | Self::Option | Self::Example)
    }

    /// Whether the message is what stands in the box.
    fn is_written(self) -> bool {
        matches!(self, Self::Submit | Self::Row)
    }

    /// What is to be answered, if there is anything.
    fn talk(
        self,
        written: MultimodalData,
        history: Vec<Message>,
        ctx: &mut Ctx,
    ) -> Result<Option<Talk>, Failure> {
        Ok(match self {
            Self::Submit | Self::Row => {
                let message = written;
                let is_empty = message.text.trim().is_empty() && message.files.is_empty();
                (!is_empty).then_some(Talk { message, history })
            }
            Self::Retry => turn::last(history),
            Self::Edit => {
                let edited = EditData::from_call(ctx)?;
                turn::last(turn::up_to(history, edited.index))
            }
            Self::Option => {
                let chosen = SelectData::from_call(ctx)?;
                let message = read::<String>(&chosen)?.into();
                Some(Talk { message, history })
            }
            Self::Example => Some(Talk {
                message: read(&SelectData::from_call(ctx)?)?,
                history: Vec::new(),
            }),
        })
    }
}

/// Where an answer comes from.
enum Answers {
    Job(Job),
    /// What is kept of an example.
    Kept(Arc<Cache>, usize),
}

/// Which example was chosen.
fn chosen(ctx: &mut Ctx) -> Result<usize, Failure> {
    Ok(SelectData::from_call(ctx)?.index.one())
}

fn read<T: serde::de::DeserializeOwned>(chosen: &SelectData) -> Result<T, Failure> {
    chosen.value().map_err(Failure::Shown)
}

impl Asking {
    /// Answers what the page asks: first the message is shown, then the answer as it comes.
    pub(crate) fn asks(self: &Arc<Self>, how: How, sampled: Sampled) -> Handler {
        let this = Arc::clone(self);
        let talk: Arc<dyn Source<Vec<Message>>> = Arc::clone(&self.chatbot) as _;
        Handler::new(self.function.mode(), move |args| {
            let written = how.is_written().then(|| args.read(&this.message, 0));
            let written = written.transpose()?;
            let before = usize::from(written.is_some());
            let rows = sampled.rows.as_ref();
            let row = rows.map(|rows| args.read(&rows.0, before)).transpose()?;
            // An example begins anew.
            let history = match row {
                None => Some(args.read(&talk, before)?),
                Some(_) => None,
            };
            let kept = sampled.kept.clone();
            let job = args.rest(before + 1, |args| this.function.prepare(args))?;
            let this = Arc::clone(&this);
            Ok(Job::future(move |mut ctx| async move {
                let written = written.map_or(Ok(MultimodalData::default()), |it| it.get(&mut ctx));
                let history = history.map_or(Ok(Vec::new()), |it| it.get(&mut ctx))?;
                let answers = match kept {
                    Some(cache) => {
                        let row = match row {
                            Some(row) => row.get(&mut ctx),
                            None => chosen(&mut ctx),
                        };
                        Answers::Kept(cache, row?)
                    }
                    None => Answers::Job(job),
                };
                Ok(match how.talk(written?, history, &mut ctx)? {
                    Some(talk) => Produced::Stream(Box::pin(this.answer(how, answers, talk, ctx))),
                    None => Produced::Once(this.nothing()),
                })
            }))
        })
    }

    fn answer(
        self: Arc<Self>,
        how: How,
        answers: Answers,
        talk: Talk,
        mut ctx: Ctx,
    ) -> impl futures_core::Stream<Item = Result<Values, Failure>> + Send {
        push::stream(async move |out| {
            let asked = turn::asked(&talk.message);
            let mut thread = Thread::new(&self, &talk.history, &asked)?;
            let begun = self.busy(how);
            if out.send(thread.shown(None, &begun)?).await.is_err() {
                return Ok(());
            }
            ctx.say(talk);
            let produced = match answers {
                Answers::Job(job) => produce(job, self.function.mode(), &ctx).await?,
                Answers::Kept(cache, row) => cache.produced(row, &ctx).await?,
            };
            let unchanged = update(Map::new());
            each(produced, &ctx, &out, |values| {
                thread.shown(Some(values), &unchanged)
            })
            .await?;
            let ended = idle(&self.submit);
            let last = thread.last.take();
            // Nobody is left to be told, then.
            let _ = out.send(thread.shown(last, &ended)?).await;
            Ok(())
        })
    }

    /// What the box is while an answer comes.
    fn busy(&self, how: How) -> Value {
        let mut props = Map::new();
        if how.is_written() {
            props.insert("value".into(), self.written(&MultimodalData::default()));
        }
        props.insert("submit_btn".into(), false.into());
        props.insert("stop_btn".into(), self.stop.clone());
        update(props)
    }

    /// A message as the box has it.
    pub(super) fn written(&self, message: &MultimodalData) -> Value {
        if self.is_multimodal {
            json!(message)
        } else {
            json!(message.text)
        }
    }

    fn nothing(&self) -> Values {
        let mut values = Values::new();
        (0..2 + self.extras).for_each(|_| values.change(Map::new()));
        values
    }
}

/// The box when no answer comes.
pub(crate) fn idle(submit: &Value) -> Value {
    let mut props = Map::new();
    props.insert("submit_btn".into(), submit.clone());
    props.insert("stop_btn".into(), false.into());
    update(props)
}

fn update(mut props: Map<String, Value>) -> Value {
    props.insert("__type__".into(), "update".into());
    props.into()
}

/// Takes the last message back, into the box.
pub(crate) fn undoes(chat: &Arc<Asking>) -> Handler {
    let chat = Arc::clone(chat);
    let talk: Arc<dyn Source<Vec<Message>>> = Arc::clone(&chat.chatbot) as _;
    Handler::new(Mode::Inline, move |args| {
        let history = args.read(&talk, 0)?;
        let chat = Arc::clone(&chat);
        Ok(Job::sync(move |ctx| {
            let Talk { message, history } = turn::last(history.get(ctx)?).unwrap_or_default();
            let mut values = Values::new();
            values.write(&*chat.chatbot as &dyn Sink<Vec<Message>>, history)?;
            let mut props = Map::new();
            props.insert("value".into(), chat.written(&message));
            values.change(props);
            Ok(Produced::Once(values))
        }))
    })
}

/// A conversation that grows at its end: what stands before is written once.
struct Thread<'a> {
    chat: &'a Asking,
    before: Vec<Message>,
    /// The messages before as JSON, its list still open.
    text: Vec<u8>,
    last: Option<Values>,
}

impl<'a> Thread<'a> {
    fn new(chat: &'a Asking, history: &[Message], asked: &[Message]) -> Result<Self, Failure> {
        let before = [history, asked].concat();
        let mut text = chat.conversation(before.clone())?;
        text.pop();
        Ok(Self {
            chat,
            before,
            text,
            last: None,
        })
    }

    /// What the page gets for these results: the conversation, the box, and the other outputs.
    fn shown(&mut self, values: Option<Values>, message_box: &Value) -> Result<Values, Failure> {
        let answer = values.as_ref().and_then(|values| values.iter().next());
        let talk = self.with(answer.unwrap_or(b"[]"))?;
        let message_box = message_box.to_string();
        let nothing = update(Map::new()).to_string();
        let extras = values.iter().flat_map(Values::iter).skip(1);
        let missing = std::iter::repeat(nothing.as_bytes());
        let shown = [talk.as_slice(), message_box.as_bytes()]
            .into_iter()
            .chain(extras.chain(missing).take(self.chat.extras))
            .collect();
        self.last = values;
        Ok(shown)
    }

    /// The whole conversation with an answer, which is a list of messages in JSON.
    fn with(&self, answer: &[u8]) -> Result<Vec<u8>, Failure> {
        let chatbot = &self.chat.chatbot;
        let messages = || -> Result<Vec<Message>, Failure> {
            serde_json::from_slice(answer).map_err(|error| Failure::hidden(error.to_string()))
        };
        if chatbot.format == ChatFormat::Tuples {
            return self
                .chat
                .conversation([&self.before[..], &messages()?].concat());
        }
        // What the program thinks is taken out of its words.
        let answer = match chatbot.reasoning_tags {
            Some(_) => Cow::Owned(self.chat.conversation(messages()?)?),
            None => Cow::Borrowed(answer),
        };
        let more = answer[1..answer.len() - 1].trim_ascii();
        let mut talk = self.text.clone();
        if !more.is_empty() && !self.before.is_empty() {
            talk.push(b',');
        }
        talk.extend_from_slice(more);
        talk.push(b']');
        Ok(talk)
    }
}

impl Asking {
    fn conversation(&self, talk: Vec<Message>) -> Result<Vec<u8>, Failure> {
        let mut text = Vec::new();
        (&*self.chatbot as &dyn Sink<Vec<Message>>)
            .write(talk, &mut text)
            .map_err(|why| Failure::unshown(0, &why))?;
        Ok(text)
    }
}

/// Runs the function where it wants to run.
async fn produce(job: Job, mode: Mode, ctx: &Ctx) -> Result<Produced, Failure> {
    match job.task {
        Task::Sync(call) if mode == Mode::Inline => call(&mut ctx.clone()),
        Task::Sync(call) => {
            let ctx = ctx.clone();
            on_the_pool(move || ctx.sending(|| call(&mut ctx.clone()))).await?
        }
        Task::Async(call) => call(ctx.clone()).await,
        Task::Batched(_) => Err(one_at_a_time()),
    }
}

/// A job of the function with something to do before it, and with what it produced.
pub(super) fn around<T: Send + 'static>(
    job: Job,
    begin: impl FnOnce(&mut Ctx) -> Result<T, Failure> + Send + 'static,
    end: impl FnOnce(T, Produced) -> Result<Produced, Failure> + Send + 'static,
) -> Job {
    match job.task {
        Task::Sync(call) => Job::sync(move |ctx| {
            let first = begin(ctx)?;
            end(first, call(ctx)?)
        }),
        Task::Async(call) => Job::future(move |mut ctx| async move {
            let first = begin(&mut ctx)?;
            end(first, call(ctx).await?)
        }),
        Task::Batched(_) => Job::sync(|_| Err(one_at_a_time())),
    }
}

/// `#[chat]` lets nobody ask for batches.
fn one_at_a_time() -> Failure {
    Failure::hidden("a chat answers one call at a time".into())
}

/// Sends each set of results as it comes.
async fn each(
    produced: Produced,
    ctx: &Ctx,
    out: &AsyncSender<Values>,
    mut show: impl FnMut(Values) -> Result<Values, Failure>,
) -> Result<(), Failure> {
    match produced {
        Produced::Once(values) => {
            // Nobody waits for more: what follows finds out as well.
            let _ = out.send(show(values)?).await;
        }
        Produced::Stream(mut stream) => {
            while let Some(values) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
                if out.send(show(values?)?).await.is_err() {
                    break;
                }
            }
        }
        Produced::Iter(mut items) => loop {
            let sending = ctx.clone();
            let (rest, item) = on_the_pool(move || {
                let item = sending.sending(|| items.next());
                (items, item)
            })
            .await?;
            items = rest;
            let Some(values) = item else { break };
            if out.send(show(values?)?).await.is_err() {
                break;
            }
        },
    }
    Ok(())
}

async fn on_the_pool<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|lost| match lost.try_into_panic() {
        Ok(panic) => Failure::panicked(&*panic),
        Err(lost) => Failure::hidden(lost.to_string()),
    })
}

/// Where an example is only written, not said: its message goes into the box.
pub(crate) fn writes(chat: &Arc<Asking>) -> Handler {
    let chat = Arc::clone(chat);
    Handler::new(Mode::Inline, move |_| {
        let chat = Arc::clone(&chat);
        Ok(Job::sync(move |ctx| {
            let message: MultimodalData = read(&SelectData::from_call(ctx)?)?;
            let mut values = Values::new();
            let mut props = Map::new();
            props.insert("value".into(), chat.written(&message));
            values.change(props);
            Ok(Produced::Once(values))
        }))
    })
}

/// Puts the box back to what it is when no answer comes.
pub(crate) fn rests(chat: &Arc<Asking>) -> Handler {
    let idle = idle(&chat.submit).to_string();
    Handler::new(Mode::Inline, move |_| {
        let values = [idle.as_bytes()].into_iter().collect();
        Ok(Job::sync(move |_| Ok(Produced::Once(values))))
    })
}
