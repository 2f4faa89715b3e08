//! An app: what of the program is served, under which name, and how.

mod build;
mod check;
mod environment;
mod serve;
mod upkeep;
mod wiring;

use std::{path::PathBuf, sync::Arc, time::Duration};

pub use check::StartError;
pub use serve::Running;

use crate::{
    Result,
    file::Rules,
    i18n::Texts,
    page::Scheme,
    run::Limits,
    server::{self, Served},
    theme::Theme,
};

/// Serves everything in this program that is annotated, until Ctrl-C.
///
/// The same as `App::new().launch()`.
///
/// # Errors
/// When nothing is annotated, two endpoints ask for one name, or no port is free; the text says
/// where and how to mend it.
pub fn launch() -> Result<()> {
    App::new().launch()
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorScheme {
    /// As the visitor's system is.
    #[default]
    System,
    /// Light, unless the visitor chooses otherwise.
    Light,
    /// Dark, unless the visitor chooses otherwise.
    Dark,
}

/// What is served.
///
/// An app is a module: what is annotated in it and below. One program can hold many.
///
/// ```
/// # mod hello { use vetrina::prelude::*; #[endpoint] fn greet(name: String) -> String { name } }
/// use vetrina::App;
///
/// # fn main() -> vetrina::Result<()> {
/// let hello = App::module(concat!(module_path!(), "::hello")).title("Hello");
/// let router = axum::Router::new().nest_service("/hello", hello.router()?);
/// # let _: axum::Router = router;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct App {
    module: Option<String>,
    title: Option<String>,
    description: Option<String>,
    links: Vec<(String, String)>,
    theme: Theme,
    color_scheme: ColorScheme,
    fill_width: bool,
    fill_height: bool,
    texts: Texts,
    limits: Limits,
    examples_cache: Option<PathBuf>,
    #[cfg(feature = "mcp")]
    mcp: Option<bool>,
    #[cfg(feature = "mcp")]
    allowed_hosts: Vec<String>,
    monitoring: Option<String>,
    root_path: Option<String>,
    host: Option<String>,
    port: Option<u16>,
}

impl App {
    /// Everything that is linked into the program.
    #[must_use]
    pub fn new() -> Self {
        Self {
            root_path: environment::root_path(),
            ..Self::default()
        }
    }

    /// What is annotated in the module `path` and below: `App::module(module_path!())`.
    #[must_use]
    pub fn module(path: impl Into<String>) -> Self {
        Self {
            module: Some(path.into()),
            ..Self::new()
        }
    }

    /// The title of the page. That of its function, or the program's name, unless set.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// What the app is for, in a sentence.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// One more link at the foot of the pages. An address without a slash in front is seen from the
    /// root of the app.
    ///
    /// ```
    /// let app = vetrina::App::new().link("Source", "source");
    /// # let _ = app;
    /// ```
    #[must_use]
    pub fn link(mut self, label: impl Into<String>, url: impl Into<String>) -> Self {
        self.links.push((label.into(), url.into()));
        self
    }

    /// What its pages look like. [`Theme::default`] unless set, here or for a page alone by
    /// [`Ui::theme`](crate::Ui::theme).
    #[must_use]
    pub fn theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    /// Light or dark, where a visitor has not chosen. [`ColorScheme::System`] unless set.
    #[must_use]
    pub fn color_scheme(mut self, scheme: ColorScheme) -> Self {
        self.color_scheme = scheme;
        self
    }

    /// Whether pages are as wide as the window. `false` unless set, here or for a page alone by
    /// [`Ui::fill_width`](crate::Ui::fill_width).
    #[must_use]
    pub fn fill_width(mut self, fill: bool) -> Self {
        self.fill_width = fill;
        self
    }

    /// Whether pages are at least as high as the window: what has a `scale` of 1 or more shares
    /// the height that is left. `false` unless set, here or for a page alone by
    /// [`Ui::fill_height`](crate::Ui::fill_height).
    #[must_use]
    pub fn fill_height(mut self, fill: bool) -> Self {
        self.fill_height = fill;
        self
    }

    /// The app's own texts in a language, by the keys that [`i18n`](crate::i18n()) names them by.
    /// The language is told as browsers tell it: `de`, `pt-BR`. Called once per language.
    #[must_use]
    pub fn i18n<K: Into<String>, T: Into<String>>(
        mut self,
        language: impl Into<String>,
        texts: impl IntoIterator<Item = (K, T)>,
    ) -> Self {
        let texts = texts
            .into_iter()
            .map(|(key, text)| (key.into(), text.into()));
        self.texts.add(language.into(), texts);
        self
    }

    /// Whether public functions are tools for programs that speak the Model Context Protocol, at
    /// `/gradio_api/mcp/`. `true` unless set, here or in `VETRINA_MCP_SERVER`.
    ///
    /// What a function is there, its option `mcp` says: see [`endpoint`](macro@crate::endpoint).
    #[cfg(feature = "mcp")]
    #[must_use]
    pub fn mcp(mut self, speaks: bool) -> Self {
        self.mcp = Some(speaks);
        self
    }

    /// The names that programs on this machine, such as a proxy, may call the app by when they
    /// speak MCP. `localhost`, addresses in numbers and the name in [`App::root_path`] need no
    /// mention. By any other name, the page of a stranger could be behind the call.
    #[cfg(feature = "mcp")]
    #[must_use]
    pub fn allowed_hosts<H: Into<String>>(mut self, hosts: impl IntoIterator<Item = H>) -> Self {
        self.allowed_hosts.extend(hosts.into_iter().map(Into::into));
        self
    }

    #[cfg(feature = "mcp")]
    fn speaks_mcp(&self) -> bool {
        self.mcp.or_else(environment::mcp_server).unwrap_or(true)
    }

    #[cfg(not(feature = "mcp"))]
    #[allow(clippy::unused_self, reason = "the feature makes it a question")]
    fn speaks_mcp(&self) -> bool {
        false
    }

    /// How many runs may wait before more are turned away; `None` for any number. 1,000 unless
    /// set.
    #[must_use]
    pub fn max_size(mut self, max_size: impl Into<Option<usize>>) -> Self {
        self.limits.max_size = max_size.into();
        self
    }

    /// How many calls of one blocking function run at once, where it does not say so itself;
    /// `None` for any number. 1 unless set.
    #[must_use]
    pub fn default_concurrency_limit(mut self, limit: impl Into<Option<usize>>) -> Self {
        self.limits.default_concurrency = limit.into();
        self
    }

    /// How long a run goes on when the page that began it was closed or lost its connection, and does
    /// not come back. 10 seconds unless set; functions with `detach` go on in any case. Clients other
    /// than the page that go away end their runs at once, unless they count the events.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// let app = vetrina::App::new().run_grace(Duration::from_secs(60));
    /// # let _ = app;
    /// ```
    #[must_use]
    pub fn run_grace(mut self, grace: Duration) -> Self {
        self.limits.grace = grace;
        self
    }

    /// How long what became of a run can be asked for when it is over, at `/gradio_api/events/{event_id}`
    /// and by a page that is loaded again. 10 minutes unless set; where there are many, the oldest go
    /// before that.
    #[must_use]
    pub fn run_retention(mut self, retention: Duration) -> Self {
        self.limits.retention = retention;
        self
    }

    /// Whether clients see the text of internal errors. `false` unless set: they see an id that
    /// finds the text in the log.
    #[must_use]
    pub fn show_error(mut self, show: bool) -> Self {
        self.limits.show_error = show;
        self
    }

    /// Whether API clients may call queued functions past the queue, by `/run`. `true` unless set.
    #[must_use]
    pub fn api_open(mut self, open: bool) -> Self {
        self.limits.api_open = open;
        self
    }

    /// Shows how the functions of the app do, at `/monitoring/<key>` and as JSON at
    /// `/monitoring/<key>/summary`: how often they were called, how long they took, how many calls
    /// failed and how many wait. Whoever knows the key sees it; nobody does unless it is set.
    ///
    /// ```
    /// let app = vetrina::App::new().monitoring("rye-umbra-lake");
    /// # let _ = app;
    /// ```
    #[must_use]
    pub fn monitoring(mut self, key: impl Into<String>) -> Self {
        self.monitoring = Some(key.into()).filter(|key| !key.is_empty());
        self
    }

    /// Folders and files of the disk that clients may load by their paths, and that functions may
    /// return. Hidden files below them stay hidden. Files that functions return from the working
    /// folder and from the folder for temporary files need no mention here.
    ///
    /// ```no_run
    /// vetrina::App::new().allowed_paths(["/srv/pictures"]).launch()?;
    /// # Ok::<(), vetrina::Error>(())
    /// ```
    #[must_use]
    pub fn allowed_paths<P: Into<PathBuf>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.files()
            .allowed
            .extend(paths.into_iter().map(Into::into));
        self
    }

    /// Folders and files that clients may not load, also where they are inside of allowed ones.
    #[must_use]
    pub fn blocked_paths<P: Into<PathBuf>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.files()
            .blocked
            .extend(paths.into_iter().map(Into::into));
        self
    }

    /// The largest file that may be uploaded, in bytes; `None` for any size. 2 GiB unless set.
    #[must_use]
    pub fn max_file_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.files().max_file_size = bytes.into();
        self
    }

    /// How long a file stays that nobody uses: those that clients sent and those that functions
    /// returned; `None` keeps them all. A day unless set.
    #[must_use]
    pub fn delete_cache(mut self, age: impl Into<Option<Duration>>) -> Self {
        self.files().keep = age.into();
        self
    }

    /// Where the results of [examples](crate::page::Examples::cache) are kept.
    /// `.vetrina/cached_examples` unless set, here or in `VETRINA_EXAMPLES_CACHE`.
    #[must_use]
    pub fn examples_cache(mut self, folder: impl Into<PathBuf>) -> Self {
        self.examples_cache = Some(folder.into());
        self
    }

    fn files(&mut self) -> &mut Rules {
        Arc::make_mut(&mut self.limits.files)
    }

    /// The path, or the whole address, under which a proxy offers the app.
    #[must_use]
    pub fn root_path(mut self, root: impl Into<String>) -> Self {
        self.root_path = Some(root.into());
        self
    }

    /// The address to listen on. `127.0.0.1` unless set, here or in `VETRINA_SERVER_NAME`.
    #[must_use]
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// The port to listen on; 0 takes any free one. 7860 or one of the 100 after it unless set,
    /// here or in `VETRINA_SERVER_PORT`.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = Some(port);
        self
    }

    /// The app as a router, to nest into an axum program of your own. Called in a tokio runtime, as
    /// in `#[tokio::main]`, it looks after its files and runs there: what nobody uses is given up.
    ///
    /// # Errors
    /// When the app cannot be put together; see [`StartError`].
    pub fn router(&self) -> Result<axum::Router> {
        let app = self.built()?;
        upkeep::begin(&app);
        Ok(server::router(app))
    }

    pub(crate) fn built(&self) -> Result<Arc<Served>> {
        Ok(Arc::new(build::build(self)?))
    }

    fn shell_scheme(&self) -> Option<Scheme> {
        match self.color_scheme {
            ColorScheme::System => None,
            ColorScheme::Light => Some(Scheme::Light),
            ColorScheme::Dark => Some(Scheme::Dark),
        }
    }
}
