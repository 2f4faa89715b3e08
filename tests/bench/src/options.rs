//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use crate::Result;
use crate::places;
use crate::rows::Group;
use crate::subject::Subject;

const HELP: &str = "\
Measures Vetrina beside Gradio, rustview and a bare axum server, and says how they compare.

cargo run --release -p bench -- [options]
cargo run --release -p bench -- crowd 5000   so many sessions at once: is anything lost?
cargo run --release -p bench -- soak 30      everything mixed for so many minutes: does the memory stay?

  --only GROUP,…      run, queue, stream, ready, memory, page, size, build (default: all)
  --subjects NAME,…   limit, vetrina, gradio5, gradio6, rustview, axum (default: all)
  --seconds N         length of one measurement under load (default: 2.5)
  --passes N          how often each is measured, in turn with the others; the median counts (default: 3)
  --json PATH         where the figures go (default: target/bench.json)

Tools that are there already may be named:
  BENCH_GRADIO5, BENCH_GRADIO6   folders of Python environments with Gradio 5.49.1 and 6.x
  BENCH_CHROMIUM                 the browser's program
  BENCH_VETRINA                  the server of `crowd` and `soak`
";

#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) groups: Vec<Group>,
    pub(crate) subjects: Vec<Subject>,
    pub(crate) length: Duration,
    pub(crate) passes: usize,
    pub(crate) json: PathBuf,
}

impl Options {
    /// Reads the command line; `None` if it only asked for help.
    pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Option<Self>> {
        let mut options = Self {
            groups: Group::ALL.to_vec(),
            subjects: Subject::ALL.to_vec(),
            length: Duration::from_millis(2500),
            passes: 3,
            json: places::target()?.join("bench.json"),
        };
        while let Some(flag) = arguments.next() {
            if matches!(flag.as_str(), "-h" | "--help") {
                print!("{HELP}");
                return Ok(None);
            }
            let value = arguments
                .next()
                .ok_or_else(|| format!("{flag} needs a value\n\n{HELP}"))?;
            match flag.as_str() {
                "--only" => options.groups = named(&value, &Group::ALL, Group::name)?,
                "--subjects" => options.subjects = named(&value, &Subject::ALL, Subject::name)?,
                "--seconds" => options.length = Duration::try_from_secs_f64(value.parse()?)?,
                "--passes" => options.passes = value.parse::<usize>()?.max(1),
                "--json" => options.json = value.into(),
                _ => return Err(format!("unknown option {flag}\n\n{HELP}").into()),
            }
        }
        Ok(Some(options))
    }
}

/// The members of `all` that a list like `run,queue` names, in the order of `all`.
fn named<T: Copy>(list: &str, all: &[T], name: fn(T) -> &'static str) -> Result<Vec<T>> {
    if let Some(unknown) = list
        .split(',')
        .find(|word| !all.iter().any(|&one| name(one) == *word))
    {
        let names: Vec<_> = all.iter().map(|&one| name(one)).collect();
        return Err(format!("unknown name {unknown}; there is {}", names.join(", ")).into());
    }
    Ok(all
        .iter()
        .copied()
        .filter(|&one| list.split(',').any(|word| word == name(one)))
        .collect())
}
