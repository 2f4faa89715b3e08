//! Where `tests/run` put the programs that the suites use.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The two lines of the official clients that are in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The last clients of the first line: Python 1.13.3, JavaScript 1.19.1.
    One,
    /// The newest of the second.
    Two,
}

impl Line {
    fn number(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::Two => "2",
        }
    }
}

/// The folder of the suites' own sources.
#[must_use]
pub fn sources() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A cargo for a crate that stands apart from the workspace: it fetches nothing, and what the crate
/// depends on is compiled already.
///
/// # Panics
/// When the caller is no test that cargo built.
#[must_use]
pub fn cargo() -> Command {
    let here = env::current_exe().expect("a test is a program");
    let debug = here.ancestors().find(|folder| folder.ends_with("debug"));
    let target = debug
        .and_then(Path::parent)
        .expect("it is in a target folder");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true");
    cargo
}

/// The names of the gallery's demos, as its sources have them.
///
/// # Panics
/// When there are none.
#[must_use]
pub fn demos() -> Vec<String> {
    let folder = sources().join("../examples/gallery/src/demos");
    let files = fs::read_dir(folder).expect("the gallery has demos");
    let mut demos: Vec<String> = files
        .filter_map(|file| {
            Some(
                file.ok()?
                    .file_name()
                    .to_str()?
                    .strip_suffix(".rs")?
                    .to_owned(),
            )
        })
        .filter(|name| name != "mod")
        .collect();
    demos.sort();
    assert!(!demos.is_empty(), "the gallery has no demos");
    demos
}

/// The folder `tests/run` installs into; `VETRINA_TEST_TOOLS` names another one.
#[must_use]
pub fn folder() -> PathBuf {
    env::var_os("VETRINA_TEST_TOOLS")
        .map_or_else(|| sources().join("../target/test-tools"), PathBuf::from)
}

/// A Python that has the client of this line.
#[must_use]
pub fn python(line: Line) -> Command {
    Command::new(found(
        &folder().join(format!("python-{}/bin/python", line.number())),
    ))
}

/// A Python that has the Gradio of this line: 5.49.1, or the newest of the sixth.
#[must_use]
pub fn gradio(line: Line) -> Command {
    let folder = match line {
        Line::One => "gradio-5",
        Line::Two => "gradio-6",
    };
    let python = self::folder().join(folder).join("bin/python");
    let mut command = Command::new(found(&python));
    // It would ask the internet for news and for models otherwise.
    command.env("GRADIO_ANALYTICS_ENABLED", "False");
    command.env("HF_HUB_OFFLINE", "1");
    command
}

/// A program of those that read `OpenAPI` documents.
#[must_use]
pub fn openapi(program: &str) -> Command {
    Command::new(found(&folder().join(format!("openapi/bin/{program}"))))
}

/// A Node that is told where the client of this line is.
#[must_use]
pub fn node(line: Line) -> Command {
    let client = node_folder(line).join("node_modules/@gradio/client/dist/index.js");
    let mut command = Command::new("node");
    command.env("GRADIO_CLIENT", found(&client));
    command
}

/// The folder whose `node_modules` has the client of this line.
#[must_use]
pub fn node_folder(line: Line) -> PathBuf {
    found(&folder().join(format!("javascript-{}", line.number())))
}

/// A Node that can drive the browser.
#[must_use]
pub fn browser() -> Command {
    let mut command = Command::new("node");
    command.env(
        "BROWSER_TOOLS",
        found(&folder().join("browser/node_modules")),
    );
    command
}

/// A program that was installed, by its place.
#[must_use]
pub fn installed(program: &str) -> Command {
    Command::new(found(&folder().join(program)))
}

// Not resolved any further: a Python that is called by another path loses its packages.
/// A place that is there, from the root of the disk.
///
/// # Panics
/// When nothing was installed there.
#[must_use]
pub fn found(path: &Path) -> PathBuf {
    assert!(
        path.exists(),
        "{} is missing: `tests/run` installs it",
        path.display()
    );
    std::path::absolute(path).expect("the current folder is known")
}
