//! Another app as a part of a page.

mod calls;
mod catalogue;
mod component;
mod files;

use std::{collections::HashMap, panic::Location, sync::Arc};

use super::{
    Blocks, Dependency, Parent, Ui,
    blocks::Misfit,
    dependency::{After, spec},
};
use crate::{
    client::{Builder, Remote, RemoteComponent, RemoteFunction, RemoteNode},
    endpoint::{Limit, Visibility},
};
use calls::Call;
use component::Loaded;

impl Ui {
    /// Adds another app: what stands on its page stands here, and runs there.
    ///
    /// ```no_run
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn both(ui: &mut Ui) {
    ///     ui.markdown("# A greeter from elsewhere");
    ///     ui.load_app("http://127.0.0.1:7860");
    /// }
    /// ```
    ///
    /// The app, of Gradio 5 or 6 or of Vetrina, has to be there when this one starts. Calls of its
    /// functions go through the queue of this app, with progress, results one by one, files both
    /// ways and cancel; clients of this app find them under their names. Each visitor here is a
    /// visitor of its own there. Nobody's browser has to reach the other app.
    ///
    /// Left out are scripts of the other app, what it draws anew while it runs, and its tables of
    /// examples. Functions that are disabled there stay so: they answer with an error that says it.
    /// A component that this app does not have is an error at the start.
    ///
    /// A [`Builder`] in place of the address says more: who logs in, which headers are sent.
    ///
    /// Needs the feature `client`.
    #[track_caller]
    pub fn load_app(&mut self, app: impl Into<Builder>) {
        let place = Location::caller();
        let place = (place.file(), place.line());
        let loaded = connected(app.into());
        let parent = self.parent();
        let mut blocks = self.blocks();
        let added = loaded.and_then(|remote| {
            let mut loading = Loading {
                blocks: &mut blocks,
                remote: &Arc::new(remote),
                known: HashMap::new(),
                place,
            };
            loading.layout(&loading.remote.layout().children, parent)?;
            loading.events()
        });
        if let Err(text) = added {
            blocks.misfits.push(Misfit {
                function: "load_app".into(),
                place,
                text: text.into(),
            });
        }
    }
}

/// Connects, on a thread that may wait: pages are put together where nothing may.
fn connected(builder: Builder) -> Result<Remote, String> {
    let connect = async {
        let mut remote = Remote::connect(builder)
            .await
            .map_err(|error| told(&error))?;
        // What stands on the page from the start is shown from here.
        for mut value in remote.take_values() {
            let moved = files::from_there(&mut value.1, &remote, None).await;
            moved.map_err(|error| error.to_string())?;
            remote.put_value(value);
        }
        Ok(remote)
    };
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        runtime
            .map_err(|error| error.to_string())?
            .block_on(connect)
    };
    let waited = std::thread::scope(|scope| scope.spawn(run).join());
    waited.unwrap_or_else(|_| Err("the app could not be loaded".into()))
}

fn told(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", told(cause)),
        None => error.to_string(),
    }
}

struct Loading<'a> {
    blocks: &'a mut Blocks,
    remote: &'a Arc<Remote>,
    /// The number here of each component there.
    known: HashMap<u64, usize>,
    place: (&'static str, u32),
}

impl Loading<'_> {
    #[track_caller]
    fn layout(&mut self, nodes: &[RemoteNode], parent: Parent) -> Result<(), String> {
        for node in nodes {
            let Some(component) = self.remote.component(node.id) else {
                continue;
            };
            match component.kind.as_str() {
                // Fields that stand side by side are framed here as well.
                "form" => {
                    self.layout(&node.children, parent)?;
                    continue;
                }
                "dataset" | "state" | "browserstate" | "navbar" => continue,
                _ => {}
            }
            let id = self.blocks.add(self.made(component)?, parent);
            self.known.insert(node.id, id);
            self.layout(&node.children, Parent::Block(id))?;
        }
        Ok(())
    }

    fn made(&self, component: &RemoteComponent) -> Result<Arc<Loaded>, String> {
        let Some(like) = catalogue::of(&component.kind) else {
            let (kind, url) = (&component.kind, self.remote.url());
            return Err(format!("{url} has a `{kind}`, which this app cannot show"));
        };
        Ok(Arc::new(Loaded::new(like, component)))
    }

    fn events(&mut self) -> Result<(), String> {
        let mut numbers = HashMap::new();
        for function in self.remote.functions() {
            if let Some(event) = self.event(function, &numbers)? {
                numbers.insert(function.id, event.id);
                self.blocks.listen(event, &[]);
            }
        }
        Ok(())
    }

    /// The places of these components, where they stand here; `None` when one of them does not.
    fn places(&mut self, components: &[u64]) -> Result<Option<Vec<Option<usize>>>, String> {
        let mut places = Vec::with_capacity(components.len());
        for id in components {
            let Some(component) = self.remote.component(*id) else {
                return Ok(None);
            };
            let place = match (component.kind.as_str(), self.known.get(id)) {
                ("state", _) => None,
                (_, Some(known)) => Some(*known),
                ("api", None) => {
                    let made = self.made(component)?;
                    let here = self.blocks.add_unseen(made);
                    self.known.insert(*id, here);
                    Some(here)
                }
                _ => return Ok(None),
            };
            places.push(place);
        }
        Ok(Some(places))
    }

    fn event(
        &mut self,
        there: &RemoteFunction,
        numbers: &HashMap<u64, usize>,
    ) -> Result<Option<Dependency>, String> {
        let follows = there.after.map(|id| numbers.get(&id).copied());
        let (Some(inputs), Some(outputs)) =
            (self.places(&there.inputs)?, self.places(&there.outputs)?)
        else {
            return Ok(None);
        };
        // What only a script did, or what followed something that is left out.
        if (!there.on_server && there.cancels.is_empty()) || follows == Some(None) {
            return Ok(None);
        }
        let name = there.name.clone().unwrap_or_else(|| "disabled".into());
        let url = self.remote.url().to_owned();
        let handler = match there.on_server {
            false => None,
            true if there.is_private() => Some(calls::disabled(name.clone(), url)),
            true => Some(self.call(there, &inputs, &outputs).handler()),
        };
        let mut specs = Vec::new();
        let names = self
            .remote
            .parameters(there.name.as_deref().unwrap_or_default());
        for (index, id) in inputs.iter().flatten().enumerate() {
            let component = self.blocks.find(*id).map(|block| block.component);
            let has_default = names.get(index).is_some_and(|it| it.default().is_some());
            let name = names
                .get(index)
                .map_or_else(|| format!("param_{index}"), |it| it.name.clone());
            specs.push(spec(name, component.as_deref(), has_default));
        }
        let id = self.blocks.ids.event();
        let cancels = there
            .cancels
            .iter()
            .filter_map(|id| numbers.get(id).copied());
        let visibility = match (there.is_private(), there.is_shown()) {
            (true, _) => Visibility::Private,
            (false, true) => Visibility::Public,
            (false, false) => Visibility::Undocumented,
        };
        Ok(Some(Dependency {
            targets: self.targets(there),
            docs: vec![""; specs.len()],
            inputs: inputs.into_iter().flatten().collect(),
            outputs: outputs.into_iter().flatten().collect(),
            after: follows.flatten().map(|id| (id, after(there))),
            handler,
            specs,
            function: name,
            place: self.place,
            wired_at: self.place,
            visibility,
            description: there.description.clone(),
            queue: there.queue.unwrap_or(true),
            // How many run at once is for the other app to say.
            limit: Limit::Unlimited,
            generator: there.types.generator,
            scroll_to_output: there.scroll_to_output,
            trigger_mode: one_of(
                there.trigger_mode.as_deref(),
                ["once", "multiple", "always_last"],
            ),
            show_progress: one_of(
                there.show_progress.as_deref(),
                ["full", "minimal", "hidden"],
            ),
            cancels: cancels.collect(),
            keeps_state: self.keeps_state(there),
            // Results there may be changes of props.
            updates: true,
            ..Dependency::empty(id)
        }))
    }

    fn keeps_state(&self, there: &RemoteFunction) -> bool {
        let is_state = |id: &u64| {
            self.remote
                .component(*id)
                .is_some_and(|it| it.kind == "state")
        };
        there.inputs.iter().chain(&there.outputs).any(is_state)
    }

    fn call(
        &self,
        there: &RemoteFunction,
        inputs: &[Option<usize>],
        outputs: &[Option<usize>],
    ) -> Call {
        let mut given = 0..;
        let inputs = inputs.iter().map(|it| it.and_then(|_| given.next()));
        let shown = outputs.iter().enumerate().filter(|(_, it)| it.is_some());
        Call {
            remote: Arc::clone(self.remote),
            function: there.id,
            inputs: inputs.collect(),
            outputs: shown.map(|(place, _)| place).collect(),
            generator: there.types.generator,
            keeps_state: self.keeps_state(there),
        }
    }

    /// What sets it off: those of its events that the component here has as well.
    fn targets(&self, there: &RemoteFunction) -> Vec<(usize, &'static str)> {
        let targets = there.targets.iter().filter_map(|(component, event)| {
            let Some(id) = component.and_then(|id| self.known.get(&id)) else {
                let is_page = component.is_some_and(|id| self.remote.component(id).is_none());
                return (is_page && event == "load").then_some((0, "load"));
            };
            let component = &self.blocks.get(*id).component;
            let known = component.events().iter().find(|known| *known == event);
            known.map(|known| (*id, *known))
        });
        targets.collect()
    }
}

fn after(there: &RemoteFunction) -> After {
    match (there.only_on_success, there.only_on_failure) {
        (true, _) => After::Success,
        (_, true) => After::Failure,
        _ => After::Always,
    }
}

fn one_of(text: Option<&str>, known: [&'static str; 3]) -> &'static str {
    known
        .into_iter()
        .find(|it| Some(*it) == text)
        .unwrap_or(known[0])
}
