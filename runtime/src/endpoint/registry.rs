//! The facts that `#[endpoint]` and `#[page]` register, gathered by `inventory`.
//!
//! All of it is built at compile time: a program that starts reads a list, it does not fill one.

use std::any::TypeId;

use super::{Caching, Handler, Wiring};
use crate::{
    Ui,
    examples::{CacheMode, ExampleRows},
    flagging::FlaggingMode,
};

/// An annotated function.
#[derive(Debug)]
pub struct Endpoint {
    /// The function's name.
    pub name: &'static str,
    /// The module it stands in.
    pub module: &'static str,
    /// The source file, as the compiler names it.
    pub file: &'static str,
    /// The line of the annotation.
    pub line: u32,
    /// The column of the annotation.
    pub column: u32,
    /// The function's doc comment.
    pub docs: &'static str,
    /// What was written in `#[endpoint(…)]`.
    pub options: Options,
    /// The parameters, extractors among them, in order.
    pub params: &'static [Param],
    /// How many results are shown.
    pub returns: usize,
    /// The type of the function item: finds these facts for `.click(greet, …)`.
    pub type_id: fn() -> TypeId,
    /// Makes the components and the typed path through them.
    pub wire: fn(&mut Wiring) -> Handler,
    /// Whether results come one after the other.
    pub generator: bool,
}

inventory::collect!(Endpoint);

impl Endpoint {
    /// Makes the function's components and the handler that goes through them.
    #[must_use]
    pub fn wired(&self) -> (Wiring, Handler) {
        let mut wiring = Wiring::new(self.params, self.returns);
        let handler = (self.wire)(&mut wiring);
        (wiring, handler)
    }
}

/// What was written in `#[endpoint(…)]`.
#[derive(Debug, Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct Options {
    /// `api_name`.
    pub api_name: ApiName,
    /// `api_visibility`, or `show_api`.
    pub visibility: Visibility,
    /// `title`.
    pub title: Option<&'static str>,
    /// `description`.
    pub description: Option<&'static str>,
    /// `queue`.
    pub queue: bool,
    /// `live`: the page runs it on every change, without a button.
    pub live: bool,
    /// `mcp`.
    pub mcp: Mcp,
    /// `concurrency_limit`.
    pub concurrency_limit: Limit,
    /// `concurrency_id`.
    pub concurrency_id: Option<&'static str>,
    /// `time_limit`, in seconds.
    pub time_limit: Option<f64>,
    /// `batch`: the function answers many calls at once.
    pub batch: bool,
    /// `max_batch_size`.
    pub max_batch_size: Option<usize>,
    /// `cache`.
    pub cache: Option<Caching>,
    /// Whether `validator` names a function.
    pub validated: bool,
    /// `detach`: a run goes on when nobody waits for it.
    pub detach: bool,
    /// `article`: what stands below, in Markdown.
    pub article: Option<&'static str>,
    /// `examples`.
    pub examples: Option<Examples>,
    /// `examples_per_page`.
    pub examples_per_page: usize,
    /// `example_labels`.
    pub example_labels: &'static [&'static str],
    /// `run_on_click`: whether an example that is chosen is run as well.
    pub run_on_click: bool,
    /// `cache_examples`; what the environment says unless given.
    pub cache_examples: Option<CacheMode>,
    /// `preload_example`: the row that the page opens with.
    pub preload_example: Option<usize>,
    /// `submit_btn`.
    pub submit_btn: &'static str,
    /// `stop_btn`.
    pub stop_btn: &'static str,
    /// `clear_btn`.
    pub clear_btn: Option<&'static str>,
    /// `additional_inputs`: what stands above the parameters with `#[additional]`.
    pub additional_inputs: &'static str,
    /// `unified`: whether the results are shown in the inputs.
    pub unified: bool,
    /// `flagging`; what the environment says unless given.
    pub flagging: Option<FlaggingMode>,
    /// `flagging_options`: what stands on each button, where that was said, and what is written.
    pub flagging_options: &'static [(Option<&'static str>, &'static str)],
    /// `flagging_dir`.
    pub flagging_dir: Option<&'static str>,
}

/// Where the examples of a function come from.
#[derive(Debug, Clone, Copy)]
pub enum Examples {
    /// They are written beside it.
    Rows(fn(&mut ExampleRows)),
    /// They are the files of a folder, or what was flagged there.
    Folder(&'static str),
}

impl Options {
    /// What holds when nothing is written.
    pub const DEFAULT: Self = Self {
        api_name: ApiName::Derived,
        visibility: Visibility::Public,
        title: None,
        description: None,
        queue: true,
        live: false,
        mcp: Mcp::DEFAULT,
        concurrency_limit: Limit::Default,
        concurrency_id: None,
        time_limit: None,
        batch: false,
        max_batch_size: None,
        cache: None,
        validated: false,
        article: None,
        examples: None,
        examples_per_page: 10,
        example_labels: &[],
        run_on_click: false,
        cache_examples: None,
        preload_example: None,
        submit_btn: "Submit",
        stop_btn: "Stop",
        clear_btn: Some("Clear"),
        additional_inputs: "Additional Inputs",
        unified: false,
        flagging: None,
        flagging_options: &[],
        flagging_dir: None,
        detach: false,
    };
}

/// What a function is to programs that speak the Model Context Protocol.
#[derive(Debug, Clone, Copy)]
pub struct Mcp {
    /// What it is.
    pub role: McpRole,
    /// Its name there, if it is another than the function's.
    pub name: Option<&'static str>,
    /// What it is for, if that is another than the description.
    pub description: Option<&'static str>,
}

impl Mcp {
    /// What holds when nothing is written.
    pub const DEFAULT: Self = Self {
        role: McpRole::Tool,
        name: None,
        description: None,
    };
}

/// One of the things that such programs know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum McpRole {
    /// Something to call.
    Tool,
    /// Something to read, at an address with the parameters in braces.
    Resource {
        /// The address.
        uri: &'static str,
        /// What a text there is: `text/plain` unless given.
        mime_type: Option<&'static str>,
    },
    /// A text that begins a conversation.
    Prompt,
    /// Nothing.
    None,
}

/// The name clients call a function by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApiName {
    /// The function's own name.
    Derived,
    /// The one that was given.
    Named(&'static str),
    /// None: only the page calls it.
    None,
}

/// Who gets to know of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Whoever knows the name.
    Undocumented,
    /// The page alone.
    Private,
}

/// How many runs of a function go on at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// One for functions that block, else no limit.
    Default,
    /// As many as come.
    Unlimited,
    /// That many.
    At(u32),
}

/// A parameter of an annotated function.
#[derive(Debug, Clone, Copy)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// Its doc comment.
    pub docs: &'static str,
    /// Whether it stands aside, among the additional inputs.
    pub additional: bool,
}

/// A page built by an annotated function.
#[derive(Debug)]
pub struct Page {
    /// The function's name.
    pub name: &'static str,
    /// The module it stands in.
    pub module: &'static str,
    /// The source file, as the compiler names it.
    pub file: &'static str,
    /// The line of the annotation.
    pub line: u32,
    /// The column of the annotation.
    pub column: u32,
    /// `title`.
    pub title: Option<&'static str>,
    /// `path`, without slashes at its ends.
    pub path: Option<&'static str>,
    /// `navbar`: whether the navigation bar leads to it.
    pub navbar: bool,
    /// Puts the page together.
    pub build: fn(&mut Ui),
}

inventory::collect!(Page);

/// The type of a function item, which no two functions share.
#[must_use]
pub fn id_of<F: 'static>(_: &F) -> TypeId {
    TypeId::of::<F>()
}
