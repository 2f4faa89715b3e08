//! Takes calls, finds runs, cancels them.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use super::{
    Feed, Run, RunId, Step, execute,
    feed::Feeds,
    group::Group,
    limits::{Full, Limits},
    pieces::Pieces,
    replay,
    shelf::Shelf,
    turns::{self, Turns},
};
use crate::{
    endpoint::{Cancel, Ctx, Facts, Failure, Job, Limit, Mode},
    page::Dependency,
    store::{Cells, Session, Sessions},
};

/// A call that wants to become a run.
#[derive(Debug)]
pub(crate) struct NewRun {
    pub(crate) dependency: Arc<Dependency>,
    pub(crate) job: Job,
    pub(crate) facts: Arc<Facts>,
    /// The session that is told of the run; without one it is read by its id.
    pub(crate) session: Option<String>,
    /// Whether more pieces of the inputs are to come.
    pub(crate) in_pieces: bool,
    /// For a client that misses events which come before it knows the run's id: raised when it must
    /// have the answer.
    pub(crate) deaf_until: Option<Cancel>,
}

/// The time a client needs, after the answer, to listen for the run it was given; one that is busy
/// with `company` other runs takes longer.
fn hold(company: usize) -> Duration {
    let company = u32::try_from(company.min(20)).unwrap_or(20);
    Duration::from_millis(250) + Duration::from_millis(25) * company
}

async fn release_after(answered: Cancel, hold: Duration, run: Arc<Run>) {
    // A connection that a proxy keeps open says nothing: then the time alone has to do.
    let _ = tokio::time::timeout(LONGEST_ANSWER, answered.cancelled()).await;
    tokio::time::sleep(hold).await;
    run.release();
}

/// How long an answer may be on its way.
const LONGEST_ANSWER: Duration = Duration::from_secs(2);
/// The time a client needs to know that it has left a stream.
const LEFT: Duration = Duration::from_millis(60);
/// How long a server that goes down waits for somebody to read the end of a run.
const UNREAD_GRACE: Duration = Duration::from_secs(2);

/// Runs the functions of one app.
#[derive(Debug)]
pub(crate) struct Engine {
    /// The groups that several functions share.
    groups: Mutex<HashMap<&'static str, Arc<Group>>>,
    feeds: Feeds,
    runs: Shelf,
    waiting: Arc<AtomicUsize>,
    limits: Limits,
    stopping: Cancel,
    /// Calls that are answered at once and go on now.
    direct: AtomicUsize,
    sessions: Sessions,
    /// What all calls share.
    shared: Arc<Cells>,
}

impl Engine {
    pub(crate) fn new(dependencies: &[Arc<Dependency>], limits: Limits) -> Self {
        let waiting = Arc::new(AtomicUsize::new(0));
        let mut engine = Self {
            groups: Mutex::default(),
            feeds: Feeds::new(),
            runs: Shelf::new(limits.retention),
            waiting,
            limits,
            stopping: Cancel::default(),
            direct: AtomicUsize::new(0),
            sessions: Sessions::default(),
            shared: Arc::default(),
        };
        let groups = engine.shared_groups(dependencies);
        engine.groups = Mutex::new(groups);
        engine
    }

    fn shared_groups(&self, dependencies: &[Arc<Dependency>]) -> HashMap<&'static str, Arc<Group>> {
        let mut limits: HashMap<&str, Option<usize>> = HashMap::new();
        for dependency in dependencies {
            if let Some(id) = dependency.concurrency_id {
                let limit = self.limit(dependency);
                let shared = limits.entry(id).or_insert(limit);
                // The lowest limit wins.
                *shared = match (*shared, limit) {
                    (Some(a), Some(b)) => Some(a.min(b)),
                    (a, b) => a.or(b),
                };
            }
        }
        let limits = limits.into_iter();
        limits
            .map(|(id, limit)| (id, Arc::new(Group::new(limit, self.waiting.clone()))))
            .collect()
    }

    fn limit(&self, dependency: &Dependency) -> Option<usize> {
        match dependency.limit {
            Limit::At(limit) => Some(limit as usize),
            Limit::Default if dependency.mode() == Mode::Blocking => {
                self.limits.default_concurrency
            }
            // Calls are joined while they wait for one that runs.
            Limit::Default if dependency.batch => Some(1),
            Limit::Unlimited | Limit::Default => None,
        }
    }

    /// Whose turn a function takes. What a function draws for a session has functions too, so that
    /// not all are known from the start.
    fn group<'a>(&self, dependency: &'a Dependency) -> &'a Arc<Group> {
        dependency.group.get_or_init(|| {
            let new = || Arc::new(Group::new(self.limit(dependency), self.waiting.clone()));
            let Some(id) = dependency.concurrency_id else {
                return new();
            };
            let mut groups = self.groups.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(groups.entry(id).or_insert_with(new))
        })
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// How many runs wait.
    pub(crate) fn queue_size(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Whether the queue takes another run.
    ///
    /// # Errors
    /// When as many wait as may.
    pub(crate) fn has_room(&self) -> Result<(), Full> {
        let size = self.queue_size();
        match self.limits.max_size {
            Some(max_size) if size >= max_size => Err(Full { max_size, size }),
            _ => Ok(()),
        }
    }

    /// Queues a run and gives its id.
    pub(crate) fn join(&self, new: NewRun) -> RunId {
        let mut facts = new.facts;
        if let Some(facts) = Arc::get_mut(&mut facts) {
            facts.detach();
        }
        let ctx = self.context(&new.dependency, facts);
        let pieces = new.in_pieces.then(|| Pieces::new(self.waiting.clone()));
        let run = match &new.session {
            None => Arc::new(Run::new(new.dependency, ctx, None, false)),
            Some(session) => self.feeds.join(session, |feed, company| {
                let hold = new.deaf_until.zip(company.map(hold));
                let run = Run::new(new.dependency, ctx, Some(feed), hold.is_some());
                let run = Arc::new(run.in_pieces(pieces));
                if let Some((answered, hold)) = hold {
                    tokio::spawn(release_after(answered, hold, run.clone()));
                }
                run
            }),
        };
        self.runs.add(&run);
        let id = run.id;
        let group = self.group(&run.dependency).clone();
        let mut job = new.job;
        if run.pieces.is_none()
            && let Some(kept) = replay::kept(&run.dependency, &mut job, &run.ctx)
        {
            replay::answer(run, job, group, kept);
            return id;
        }
        let turns = self.turns(&run.dependency, &run.ctx);
        if turns.is_empty() || run.pieces.is_some() {
            group.admit(run, job);
            return id;
        }
        let turns = turns::wait(turns, run.ctx.facts());
        tokio::spawn(async move {
            let turns = turns.await;
            if !run.has_ended() {
                group.admit(run, job.holding(turns));
            }
        });
        id
    }

    /// Waits until this client has left its streams that close, so that it does not wait for what it
    /// joins on one of them. Those that linger under another session close now.
    pub(crate) async fn leave_streams(&self, session: &str, address: IpAddr) {
        let closing = self.feeds.closing(session, address);
        if closing.is_empty() {
            return;
        }
        for stream in closing {
            stream.cancelled().await;
        }
        tokio::time::sleep(LEFT).await;
    }

    /// Runs a job for a caller that waits for the answer itself.
    pub(crate) async fn direct(
        &self,
        dependency: &Arc<Dependency>,
        job: Job,
        facts: Arc<Facts>,
    ) -> Result<Step, Failure> {
        let _counted = Counted::new(&self.direct);
        let ctx = self.context(dependency, facts.clone());
        let mut job = job;
        let lead = match replay::kept(dependency, &mut job, &ctx) {
            None => None,
            Some(kept) => match replay::direct(dependency, &ctx, kept).await {
                Ok(step) => return Ok(step),
                Err(lead) => lead,
            },
        };
        let turns = turns::wait(self.turns(dependency, &ctx), &facts).await;
        let slot = if dependency.queue {
            Some(self.group(dependency).turn(&facts).await)
        } else {
            None
        };
        let step = execute::direct(dependency, job.holding(turns), ctx).await;
        drop(slot);
        if step.is_err() {
            dependency.stats.fail();
        }
        if let Some((lead, step)) = lead.zip(step.as_ref().ok()) {
            replay::keep(lead, step);
        }
        step
    }

    /// The lines in which calls of one session wait for each other.
    fn turns(&self, dependency: &Dependency, ctx: &Ctx) -> Vec<Arc<Group>> {
        let session = ctx.kept_session();
        session.map_or_else(Vec::new, |session| {
            Turns::of(session.cells(), &dependency.turns, &self.waiting)
        })
    }

    /// What a call may know, and what its session and the app keep for it.
    fn context(&self, dependency: &Dependency, facts: Arc<Facts>) -> Ctx {
        let keeps = dependency.keeps_state || dependency.updates;
        let session = keeps.then(|| {
            let hash = facts.session_hash.as_deref();
            let cells = hash.map_or_else(Arc::default, |hash| self.sessions.open(hash));
            Arc::new(Session::new(cells))
        });
        Ctx::new(facts, Cancel::default(), self.limits.files.clone())
            .kept(session, self.shared.clone())
    }

    /// The context of a call that nobody made.
    pub(crate) fn nobody(&self) -> Ctx {
        Ctx::new(Arc::default(), Cancel::default(), self.limits.files.clone())
            .kept(None, self.shared.clone())
    }

    /// What all sessions share.
    pub(crate) fn shared(&self) -> &Cells {
        &self.shared
    }

    /// The sessions that keep something.
    pub(crate) fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    pub(crate) fn find(&self, id: RunId) -> Option<Arc<Run>> {
        self.runs.find(id)
    }

    /// The runs of a session that can be asked for, the oldest first.
    pub(crate) fn runs_of(&self, session: &str) -> Vec<Arc<Run>> {
        self.runs.of(session)
    }

    /// The end of a run was read: only what came of it is kept, for a while.
    pub(crate) fn settle(&self, run: &Run) {
        self.runs.settle(run, true);
    }

    /// The same, by a reader that may ask for all of it again.
    pub(crate) fn settle_whole(&self, run: &Run) {
        self.runs.settle(run, false);
    }

    /// Forgets what nobody can ask for any more.
    pub(crate) fn tidy(&self) {
        self.runs.tidy();
        self.feeds.tidy();
    }

    /// Stops the runs of a session whose page was closed, unless somebody reads them.
    pub(crate) fn close(&self, session: &str) {
        let feed = self.feeds.find(session);
        if let Some(feed) = feed.filter(|feed| feed.state().readers == 0) {
            self.abandon(&feed);
        }
    }

    /// Nobody came back for the runs of a session. Whoever still does is told what became of them.
    pub(super) fn abandon(&self, feed: &Feed) {
        let left = feed.state().pending.clone();
        for run in left.iter().filter_map(Weak::upgrade) {
            if self.give_up(&run) {
                feed.state().pass(&run);
            }
        }
    }

    /// Stops a run that nobody waits for, unless it goes on by itself; whether it was stopped.
    pub(crate) fn give_up(&self, run: &Arc<Run>) -> bool {
        let stops = !run.dependency.detach;
        if stops {
            self.cancel(run);
            self.settle(run);
        }
        stops
    }

    /// Stops a run, whether it waits or runs.
    pub(crate) fn cancel(&self, run: &Arc<Run>) {
        self.group(&run.dependency).leave(run);
        run.cancel();
    }

    pub(super) fn feeds(&self) -> &Feeds {
        &self.feeds
    }

    /// Raised when the server takes no more calls.
    pub(crate) fn stopping(&self) -> &Cancel {
        &self.stopping
    }

    /// Takes no more calls, and waits until the runs under way have ended and were told of.
    pub(crate) async fn drain(&self, patience: Duration) {
        self.stopping.raise();
        let since = Instant::now();
        let mut ended_since = None;
        while since.elapsed() < patience {
            let (running, unread) = self.runs.stirs();
            let running = running || self.direct.load(Ordering::Relaxed) > 0;
            let given_up = ended_since.is_some_and(|at: Instant| at.elapsed() > UNREAD_GRACE);
            if !running && (!unread || given_up) {
                return;
            }
            if !running {
                ended_since.get_or_insert_with(Instant::now);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// One more, for as long as it lives.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn new(counter: &'a AtomicUsize) -> Self {
        counter.fetch_add(1, Ordering::Relaxed);
        Self(counter)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
