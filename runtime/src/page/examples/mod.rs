//! Examples on a page: a table that fills the inputs, and runs the function if it is told to.

mod kept;
mod shown;

use std::{any::TypeId, panic::Location, path::Path, sync::Arc};

pub(crate) use kept::keep_examples;
pub(super) use kept::{Sampled, cache};

use super::{
    Blocks, Dependency, Handle, Handles, Inputs, Outputs, Shared, Ui,
    dependency::{After, spec},
    trigger::Wired,
};
use crate::{
    component::{AnyComponent, Source},
    components::{Dataset, DatasetLayout},
    endpoint::{Function, Handler, Job, Limit, Mode, Produced, Visibility},
    examples::{self, CacheMode, Kept, Samples, Table, opening},
};

/// Examples that stand on a page; its methods say how. [`Ui::examples`] makes it.
#[derive(Debug)]
pub struct Examples<I> {
    inputs: I,
    placed: Placed,
}

/// Examples on a page, whatever their inputs are.
#[derive(Debug)]
pub(super) struct Placed {
    blocks: Shared,
    table: Arc<Table>,
    pub(super) dataset: Handle<Dataset>,
    /// The ids of the inputs, those without any value among them.
    inputs: Vec<usize>,
    place: &'static Location<'static>,
    /// The event that fills them.
    pub(super) load: usize,
    /// What the function shows its results in, once there is one.
    outputs: Option<Vec<usize>>,
    /// The row the page opens with, and the event that fills it in.
    first: Option<(usize, usize)>,
    mode: Option<CacheMode>,
    kept: Kept,
}

impl Placed {
    /// Puts a table of examples onto the page.
    #[track_caller]
    pub(super) fn new(ui: &mut Ui, table: Table, inputs: Vec<usize>) -> Self {
        let place = Location::caller();
        let used = table.used();
        let columns = used.iter().map(|&place| Arc::clone(&table.columns[place]));
        let rows = table.rows.iter().map(|row| {
            let cells = used.iter().map(|&place| row[place].clone());
            cells.collect()
        });
        let mut dataset = Dataset::erased(columns.collect(), rows.collect()).label("Examples");
        dataset.add_errors(&table.errors);
        let dataset = ui.add(dataset);
        let table = Arc::new(table);
        let blocks = ui.shared().here();
        let mut all = blocks.get();
        all.set(dataset.id(), "type", "tuple");
        let load = all.ids.event();
        let event = Dependency {
            targets: vec![(dataset.id(), "click")],
            inputs: vec![dataset.id()],
            outputs: used.iter().map(|&place| inputs[place]).collect(),
            handler: Some(filling(&dataset, &table, used)),
            specs: vec![chosen(&dataset)],
            ..helper(load, "load_example", place)
        };
        all.listen(event, &[]);
        drop(all);
        Self {
            blocks,
            table,
            dataset,
            inputs,
            place,
            load,
            outputs: None,
            first: None,
            mode: None,
            kept: Kept::default(),
        }
    }

    pub(super) fn set(&self, prop: &str, value: impl Into<serde_json::Value>) {
        self.blocks.get().set(self.dataset.id(), prop, value);
    }

    /// Runs an event when the inputs are filled.
    pub(super) fn run(&mut self, event: Dependency, states: &[(usize, TypeId)]) {
        let mut all = self.blocks.get();
        self.outputs = Some(event.outputs.clone());
        let sampled = Sampled {
            run: event.id,
            dataset: Arc::clone(self.dataset.component()),
            dataset_id: self.dataset.id(),
            table: Arc::clone(&self.table),
            mode: self.mode,
            kept: Arc::clone(&self.kept),
        };
        all.samples.push(sampled);
        let event = Dependency {
            after: Some((self.load, After::Always)),
            visibility: Visibility::Undocumented,
            ..event
        };
        all.listen(event, states);
        drop(all);
        self.open();
    }

    /// Says when results are kept.
    pub(super) fn cache(&mut self, mode: CacheMode) {
        self.mode = Some(mode);
        let mut all = self.blocks.get();
        let id = self.dataset.id();
        for sampled in all.samples.iter_mut().filter(|it| it.dataset_id == id) {
            sampled.mode = Some(mode);
        }
    }

    /// Shows what is kept of the row that the page opens with.
    fn open(&self) {
        let (Some((row, fill)), Some(outputs)) = (self.first, &self.outputs) else {
            return;
        };
        let mut all = self.blocks.get();
        let id = all.ids.event();
        let event = Dependency {
            after: Some((fill, After::Always)),
            handler: Some(opening(&self.kept, row, outputs.len())),
            outputs: outputs.clone(),
            queue: true,
            ..helper(id, "load_example_output", self.place)
        };
        all.listen(event, &[]);
    }

    /// Fills the inputs with a row when the page opens.
    pub(super) fn preload(&mut self, row: usize) {
        if row >= self.table.rows.len() {
            let rows = self.table.rows.len();
            let text = format!("there is no example {row} to preload: there are {rows}");
            return self.blocks.get().mistakes.push((self.place, text));
        }
        let mut all = self.blocks.get();
        let id = all.ids.event();
        let used = self.table.used();
        let outputs = used.iter().map(|&place| self.inputs[place]).collect();
        let table = Arc::clone(&self.table);
        let handler = Handler::new(Mode::Inline, move |_| {
            let (table, used) = (Arc::clone(&table), used.clone());
            Ok(Job::sync(move |_| {
                table.show(row, &used).map(Produced::Once)
            }))
        });
        let event = Dependency {
            targets: vec![(0, "load")],
            outputs,
            handler: Some(handler),
            ..helper(id, "load_example_input", self.place)
        };
        all.listen(event, &[]);
        drop(all);
        self.first = Some((row, id));
        self.open();
    }
}

/// An event that belongs to examples.
fn helper(id: usize, function: &str, place: &'static Location<'static>) -> Dependency {
    Dependency {
        function: function.into(),
        place: (place.file(), place.line()),
        wired_at: (place.file(), place.line()),
        visibility: Visibility::Undocumented,
        limit: Limit::Unlimited,
        show_progress: "hidden",
        docs: vec![""],
        ..Dependency::empty(id)
    }
}

/// What a client says which example it wants by.
fn chosen(dataset: &Handle<Dataset>) -> crate::endpoint::ArgSpec {
    let component: &dyn AnyComponent = &**dataset.component();
    spec("example".into(), Some(component), false)
}

/// Shows the row that was chosen in the columns at `places`.
fn filling(dataset: &Handle<Dataset>, table: &Arc<Table>, places: Vec<usize>) -> Handler {
    let source = Arc::clone(dataset.component()) as Arc<dyn Source<usize>>;
    let table = Arc::clone(table);
    let places: Arc<[usize]> = places.into();
    Handler::new(Mode::Inline, move |args| {
        let row = args.read(&source, 0)?;
        let (table, places) = (Arc::clone(&table), Arc::clone(&places));
        Ok(Job::sync(move |ctx| {
            table.show(row.get(ctx)?, &places).map(Produced::Once)
        }))
    })
}

impl Ui {
    /// Adds rows of values to try the page with: who chooses one fills the inputs.
    ///
    /// A row is a value for one input, and a tuple for several. `None` leaves an input alone.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn greeter(ui: &mut Ui) {
    ///     let name = ui.add(Textbox::new().label("Name"));
    ///     let times = ui.add(Slider::new(1..=10).label("Times"));
    ///     let greeting = ui.add(Textbox::new().label("Greeting"));
    ///     ui.add(Button::new("Greet")).click(greet, (&name, &times), &greeting);
    ///     ui.examples((&name, &times), [("Ada", 2), ("Grace", 9)])
    ///         .run(greet, &greeting);
    /// }
    ///
    /// fn greet(name: String, times: usize) -> String {
    ///     format!("Hello {name}! ").repeat(times)
    /// }
    /// ```
    #[track_caller]
    pub fn examples<I, Row>(
        &mut self,
        inputs: I,
        rows: impl IntoIterator<Item = Row>,
    ) -> Examples<I>
    where
        I: Samples<Row> + Copy,
    {
        let (table, ids) = Table::typed(&inputs, rows);
        Examples {
            inputs,
            placed: Placed::new(self, table, ids),
        }
    }

    /// The same with the rows of a folder: those of its log, `log.csv` or what was
    /// [flagged](mod@crate::flagging) there, or else its files, one for each row of the one input.
    ///
    /// The columns of a log are found by the labels of the inputs; where those are not its heads,
    /// its first columns are taken.
    #[track_caller]
    pub fn examples_from<I>(&mut self, inputs: I, folder: impl AsRef<Path>) -> Examples<I>
    where
        I: Handles + Copy,
    {
        let ids = inputs.all();
        let columns = {
            let all = self.blocks();
            ids.iter()
                .filter_map(|id| all.find(*id))
                .collect::<Vec<_>>()
        };
        let columns = columns.into_iter().map(|block| block.component).collect();
        let table = examples::read(columns, folder.as_ref());
        Examples {
            inputs,
            placed: Placed::new(self, table, ids),
        }
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the examples stand on the page already"
)]
impl<I: Copy> Examples<I> {
    /// The table itself, for its events.
    pub fn dataset(&self) -> &Handle<Dataset> {
        &self.placed.dataset
    }

    /// What stands above. `"Examples"` unless set.
    pub fn label(self, label: impl Into<String>) -> Self {
        self.placed.set("label", label.into());
        self
    }

    /// What stands in place of each row's values.
    pub fn example_labels<S: Into<String>>(self, labels: impl IntoIterator<Item = S>) -> Self {
        let labels: Vec<String> = labels.into_iter().map(Into::into).collect();
        self.placed.labelled(&labels);
        self
    }

    /// How many rows stand on a page. 10 unless set.
    pub fn examples_per_page(self, count: usize) -> Self {
        self.placed.set("samples_per_page", count);
        self
    }

    /// How the rows are laid out; one column is a gallery, several are a table unless set.
    pub fn layout(self, layout: DatasetLayout) -> Self {
        self.placed.set("layout", serde_json::json!(layout));
        self
    }

    /// The inputs whose values are seen, by their places; who chooses a row fills the others as well.
    /// All of them unless set.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn letter(ui: &mut Ui) {
    ///     let title = ui.add(Textbox::new().label("Title"));
    ///     let text = ui.add(Textbox::new().lines(20).label("Text"));
    ///     ui.examples((&title, &text), [("Thanks", "Dear Ada, …"), ("Regrets", "Dear Grace, …")])
    ///         .visible_columns([0]);
    /// }
    /// ```
    pub fn visible_columns(self, places: impl IntoIterator<Item = usize>) -> Self {
        self.placed.columns(&places.into_iter().collect::<Vec<_>>());
        self
    }

    /// Whether they are seen.
    pub fn visible(self, visible: bool) -> Self {
        self.placed.set("visible", visible);
        self
    }

    /// The `id` of the element, for CSS and scripts.
    pub fn elem_id(self, id: impl Into<String>) -> Self {
        self.placed.set("elem_id", id.into());
        self
    }

    /// The row that the inputs are filled with when the page opens, and the outputs with what is
    /// [kept](Self::cache) of it.
    pub fn preload(mut self, row: usize) -> Self {
        self.placed.preload(row);
        self
    }

    /// Keeps what the function that [runs](Self::run) makes of each row: who chooses it has the
    /// results at once, also after the next start, and the function does not run again.
    ///
    /// They lie in `.vetrina/cached_examples`, or where `VETRINA_EXAMPLES_CACHE` says. A row is
    /// worked out anew when its values or the inputs and outputs of the function are others;
    /// `VETRINA_RESET_EXAMPLES_CACHE=true` works all out anew. `VETRINA_CACHE_EXAMPLES=true` keeps
    /// the results of all examples where nobody says otherwise.
    ///
    /// A function that keeps values for a session runs each time.
    ///
    /// ```
    /// use vetrina::{examples::CacheMode, prelude::*};
    ///
    /// #[page]
    /// fn primes(ui: &mut Ui) {
    ///     let number = ui.add(Number::new().label("Number"));
    ///     let prime = ui.add(Checkbox::new().label("Prime"));
    ///     ui.examples(&number, [11, 111, 11_111])
    ///         .run(|n: u32| (2..n).all(|by| n % by != 0), &prime)
    ///         .cache(CacheMode::Eager);
    /// }
    /// ```
    pub fn cache(mut self, mode: CacheMode) -> Self {
        self.placed.cache(mode);
        self
    }

    /// Runs `function` on the inputs when a row was chosen.
    #[track_caller]
    pub fn run<F, A, Kind, How, O>(mut self, function: F, outputs: O) -> Self
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        let wired = Wired::new(function, self.inputs, outputs);
        let states = wired.states().to_vec();
        let event = {
            let all: &mut Blocks = &mut self.placed.blocks.get();
            let id = all.ids.event();
            wired.described(all, id)
        };
        self.placed.run(event, &states);
        self
    }
}
