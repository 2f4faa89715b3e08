//! What can be wrong with an app before it is served.

use std::{collections::HashMap, fmt, ptr};

use crate::{
    component::Frontend,
    endpoint::Page,
    page::{Blocks, Dependency},
};

/// A place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    file: &'static str,
    line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Why an app does not start.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum StartError {
    /// Nothing in its scope is annotated.
    Empty {
        /// The module that was asked for; `None` for the whole program.
        module: Option<String>,
    },
    /// Two endpoints ask for one API name.
    SameApiName {
        /// The name.
        name: String,
        /// Who has it.
        first: Place,
        /// Who wants it as well.
        again: Place,
    },
    /// Two pages ask for one path.
    SamePath {
        /// The path.
        path: String,
        /// Who has it.
        first: Place,
        /// Who wants it as well.
        again: Place,
    },
    /// Two components of a page ask for one id.
    SameElemId {
        /// The id.
        id: String,
        /// Who has it.
        first: Place,
        /// Who wants it as well.
        again: Place,
    },
    /// An event is put together in a way that cannot work.
    Wiring {
        /// Where it is wired.
        place: Place,
        /// What is wrong, and what to write instead.
        text: String,
    },
    /// A component was given something it cannot take.
    Component {
        /// The function it belongs to.
        function: String,
        /// Where that stands.
        place: Place,
        /// What is wrong.
        text: String,
    },
    /// Two components go by one name on the wire, but not with the same page side.
    SameWire {
        /// The name.
        wire: &'static str,
    },
    /// An interface keeps more than one value per session.
    TwoStates {
        /// The function.
        function: String,
        /// Where it stands.
        place: Place,
    },
    /// No port was free, or the address is not one of this machine's.
    Address {
        /// What was tried.
        address: String,
        /// What the system said.
        text: String,
    },
    /// A folder that files are to be served from is not there.
    Folder {
        /// Its path.
        path: String,
        /// What the system said.
        text: String,
    },
    /// A theme sets a variable that does not exist, or to something it cannot be.
    Theme {
        /// What is wrong.
        text: String,
    },
    /// A setting in the environment cannot be read.
    Setting {
        /// The variable.
        name: String,
        /// What it holds.
        value: String,
        /// What it should hold.
        expected: &'static str,
    },
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { module: None } => f.write_str(
                "nothing to serve: annotate a function with #[endpoint]; if it stands in a library, name the library \
                 once (`use my_library as _;`) so that it is linked",
            ),
            Self::Empty { module: Some(module) } => write!(
                f,
                "nothing to serve: no #[endpoint] or #[page] stands in `{module}` or below; \
                 write the path as `module_path!()` gives it there"
            ),
            Self::SameApiName { name, first, again } => write!(
                f,
                "two endpoints have the api_name `{name}`: {first} and {again}; give one of them another name"
            ),
            Self::SamePath { path, first, again } => write!(
                f,
                "two pages have the path `/{path}`: {first} and {again}; give one of them another path"
            ),
            Self::SameElemId { id, first, again } => write!(
                f,
                "two components of one page have the elem_id `{id}`: {first} and {again}; give one of them another id, or \
                 both of them a class by `elem_classes`"
            ),
            Self::Wiring { place, text } => write!(f, "{place}: {text}"),
            Self::SameWire { wire } => write!(
                f,
                "two components of this app are called `{wire}` and have different page sides: \
                 give yours another name by `#[component(wire = \"…\")]`"
            ),
            Self::Component { function, place, text } => write!(f, "{place}: `{function}`: {text}"),
            Self::TwoStates { function, place } => write!(
                f,
                "{place}: `{function}` takes two `State`s, and an interface keeps one value per session: put both into \
                 one struct, or build a `#[page]`, which may have many"
            ),
            Self::Address { address, text } => write!(f, "cannot listen on {address}: {text}"),
            Self::Folder { path, text } => write!(f, "`allowed_paths` names {path}: {text}"),
            Self::Theme { text } => f.write_str(text),
            Self::Setting { name, value, expected } => {
                write!(f, "{name} is `{value}`; it should be {expected}")
            }
        }
    }
}

impl std::error::Error for StartError {}

impl From<(&'static str, u32)> for Place {
    fn from((file, line): (&'static str, u32)) -> Self {
        Self { file, line }
    }
}

impl Place {
    pub(super) fn of(event: &Dependency) -> Self {
        event.place.into()
    }

    pub(super) fn at((file, line): (&'static str, u32)) -> Self {
        Self { file, line }
    }

    pub(super) fn of_page(page: &Page) -> Self {
        Self {
            file: page.file,
            line: page.line,
        }
    }
}

/// A page knows elements by the wire names of their components alone.
pub(super) fn wires(blocks: &Blocks) -> Result<(), StartError> {
    let mut known: HashMap<&str, Option<&Frontend>> = HashMap::new();
    for block in blocks.iter().filter(|block| !block.api_only) {
        let (wire, frontend) = (block.component.wire(), block.component.frontend());
        let first = *known.entry(wire).or_insert(frontend);
        if first.map(ptr::from_ref) != frontend.map(ptr::from_ref) {
            return Err(StartError::SameWire { wire });
        }
    }
    Ok(())
}

/// Gives every function its API name: those that were asked for first, then the functions' own,
/// which give way to each other.
pub(super) fn name(events: &mut [Dependency]) -> Result<(), StartError> {
    let mut taken: Vec<(String, &'static str, u32)> = Vec::new();
    for event in events.iter_mut().filter(|event| event.handler.is_some()) {
        let Some(name) = event.named.clone() else {
            continue;
        };
        let (file, line) = event.place;
        match taken.iter().find(|(other, ..)| *other == name) {
            None => event.api_name = Some(name.clone()),
            // One function, wired twice.
            Some((_, first, at)) if (*first, *at) == event.place => continue,
            Some((_, first, at)) => {
                let first = Place {
                    file: first,
                    line: *at,
                };
                let again = Place { file, line };
                return Err(StartError::SameApiName { name, first, again });
            }
        }
        taken.push((name, file, line));
    }
    for event in events.iter_mut().filter(|event| event.handler.is_some()) {
        if event.api_name.is_none() {
            let wish = event.named.as_deref().unwrap_or(&event.function);
            let name = free(wish, |name| taken.iter().any(|(other, ..)| other == name));
            taken.push((name.clone(), event.place.0, event.place.1));
            event.api_name = Some(name);
        }
    }
    events.iter_mut().for_each(leave_to_clients);
    Ok(())
}

/// Names that clients keep for themselves give way to the parameter's place.
fn leave_to_clients(event: &mut Dependency) {
    let sent = (0..event.inputs.len()).filter(|place| !event.states.contains(place));
    for (place, spec) in sent.zip(&mut event.specs) {
        if matches!(&*spec.name, "api_name" | "fn_index" | "result_callbacks") {
            spec.name = format!("param_{place}");
        }
    }
}

fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut unique = name.to_owned();
    let mut number = 0;
    while is_taken(&unique) {
        number += 1;
        unique = format!("{name}_{number}");
    }
    unique
}
