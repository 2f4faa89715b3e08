//! Tests for your app, in process: a [`Page`] that a test fills in and reads, as a person would in a
//! browser, with no browser and no port.
//!
//! What a test does goes the way a visit goes: the page's own wiring, one session, the queue, the
//! stream of messages, the checks of every value. It is over when everything is over that it set off:
//! streams, chains, changes that cause changes.
//!
//! ```
//! # mod app {
//! use vetrina::prelude::*;
//!
//! #[endpoint]
//! fn greet(name: String, #[input(Slider::new(1..=10))] intensity: u8) -> String {
//!     format!("Hello, {name}{}", "!".repeat(intensity.into()))
//! }
//! # }
//! use vetrina::{App, test::Page};
//!
//! # let app = App::module(concat!(module_path!(), "::app"));
//! // In a program of its own: `App::module(module_path!())`.
//! let mut page = Page::open(&app);
//! page.fill("Name", "Ada");
//! page.fill("Intensity", 3);
//! page.click("Submit");
//! assert_eq!(page.text("Output"), "Hello, Ada!!!");
//! ```
//!
//! What is not there, or not as a test expects it, ends the test with a text that says what there is;
//! the place it names is that of the test. Errors and alerts of the app do not: [`Page::notes`] and
//! [`Page::error`] tell of them, and they are printed too, which tests show when they fail.
//!
//! Scripts of the page are not run: that takes a browser.

mod acts;
mod drawn;
mod edits;
mod host;
mod part;
mod play;
mod reads;
#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc};

use self::{
    host::{Host, whole},
    play::Play,
};
use crate::App;

pub use part::Name;

/// A page of an app, opened by a visitor of its own.
///
/// The page is left when it goes out of scope; what its app keeps for the visitor then goes as it
/// does when a tab is closed.
///
/// ```
/// # mod app {
/// use vetrina::prelude::*;
///
/// #[page]
/// fn counter(ui: &mut Ui) {
///     let count = ui.add(Number::new().label("Count").value(0));
///     ui.add(Button::new("One more")).click(|n: u32| n + 1, &count, &count);
///     ui.add(Button::new("Count up")).click(up, &count, &count);
/// }
///
/// fn up(from: u32) -> impl Iterator<Item = u32> {
///     from + 1..from + 4
/// }
/// # }
/// use vetrina::{App, test::Page};
///
/// # let app = App::module(concat!(module_path!(), "::app"));
/// let mut page = Page::open(&app);
/// page.click("One more");
/// assert_eq!(page.value::<u32>("Count"), 1);
///
/// // What comes in several steps, step by step.
/// let mut seen = Vec::new();
/// page.start("Count up", "click");
/// while page.step() {
///     seen.push(page.value::<u32>("Count"));
/// }
/// assert_eq!(seen, [2, 3, 4]);
///
/// // Another tab knows nothing of it.
/// assert_eq!(page.tab().value::<u32>("Count"), 0);
/// ```
pub struct Page {
    address: Address,
    play: Play,
    /// How many notes were printed.
    printed: usize,
}

/// What a page was opened by.
#[derive(Debug, Clone)]
struct Address {
    path: String,
    /// With its question mark, if there is any.
    query: String,
}

/// A note that the page showed in a corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// `error`, `warning`, `info` or `success`.
    pub level: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
}

impl Page {
    /// Opens the first page of `app`, and waits until it has loaded.
    ///
    /// # Panics
    /// When the app cannot be put together.
    #[track_caller]
    #[must_use]
    pub fn open(app: &App) -> Self {
        Self::at(app, "")
    }

    /// Opens a page of `app` by its path, which may end in a query: `settings?tab=2`.
    ///
    /// # Panics
    /// When the app cannot be put together, or has no such page.
    #[track_caller]
    #[must_use]
    pub fn at(app: &App, address: &str) -> Self {
        let served = app.built().unwrap_or_else(|error| panic!("{error}"));
        let (path, query) = match address.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (address, String::new()),
        };
        let path = path.trim_matches('/').to_owned();
        let host = Arc::new(Host::new(served));
        Self::new(host, Address { path, query })
    }

    #[track_caller]
    fn new(host: Arc<Host>, address: Address) -> Self {
        let mut config = host.app.config.clone();
        whole(&mut config);
        let pages = config["page"].as_object();
        assert!(
            pages.is_some_and(|pages| pages.contains_key(&address.path)),
            "the app has no page {:?}; it has {:?}",
            address.path,
            pages.map(|pages| pages.keys().collect::<Vec<_>>())
        );
        let mut page = Self {
            play: Play::new(host, &config, &address.path, &address.query),
            address,
            printed: 0,
        };
        page.play.load();
        page.wait();
        page
    }

    /// Opens the same page once more, as another visitor: what is kept for a session is another.
    #[track_caller]
    #[must_use]
    pub fn tab(&self) -> Self {
        Self::new(self.play.host.clone(), self.address.clone())
    }

    /// Opens another page of the same app, as another visitor.
    #[track_caller]
    #[must_use]
    pub fn visit(&self, address: &str) -> Self {
        let (path, query) = match address.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (address, String::new()),
        };
        let path = path.trim_matches('/').to_owned();
        Self::new(self.play.host.clone(), Address { path, query })
    }

    /// Loads the page anew: everything is as it was at first.
    #[track_caller]
    pub fn reload(&mut self) {
        *self = self.tab();
    }
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("address", &self.address)
            .field("session", &self.play.session)
            .finish_non_exhaustive()
    }
}
