//! The programs in Rust: each is a module of one crate, which is built once.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

use super::{LIMIT_OF_ALL, MARK};
use crate::{run, tools};

/// What each of the programs prints, those that fail with [`MARK`] in it.
///
/// # Panics
/// When they do not compile, or some of them were not run.
#[must_use]
pub fn said_in_rust(programs: &[&str]) -> Vec<String> {
    let folder = Folder::new();
    folder.write("Cargo.toml", &folder.manifest());
    folder.write("src/main.rs", &main(programs.len()));
    for (number, text) in programs.iter().enumerate() {
        folder.write(&format!("src/p{number}.rs"), &module(text));
    }
    // The versions of this workspace, so that nothing has to be fetched.
    let lock = tools::sources().join("../Cargo.lock");
    fs::copy(lock, folder.path.join("Cargo.lock")).expect("it is there");
    let mut cargo = tools::cargo();
    let cargo = cargo.args(["run", "--quiet"]).current_dir(&folder.path);
    let said = run("the programs in Rust", cargo, LIMIT_OF_ALL);
    let next = format!("{MARK}\n");
    let said: Vec<String> = said.split(&next).skip(1).map(str::to_owned).collect();
    assert_eq!(said.len(), programs.len(), "all programs have run");
    said
}

/// Runs them one after the other, each as if it were the only one.
fn main(count: usize) -> String {
    let (mut modules, mut mains) = (String::new(), String::new());
    for it in 0..count {
        let _ = writeln!(modules, "mod p{it};");
        let _ = write!(mains, "p{it}::main, ");
    }
    format!(
        "#![recursion_limit = \"16384\"]\n\n{modules}\n\
         fn main() {{\n    let all: [fn() -> vetrina::client::Result<()>; {count}] = [{mains}];\n    \
         for one in all {{\n        println!(\"{MARK}\");\n        \
         if let Err(error) = one() {{\n            println!(\"{MARK}failed\\n{{error}}\");\n        }}\n    }}\n}}\n"
    )
}

/// A program as a module: what it says of its crate is said above, and others may call it.
fn module(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("#!["));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace("async fn main()", "pub async fn main()")
}

struct Folder {
    path: PathBuf,
    count: usize,
}

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("vetrina-pasted-{}-{count}", process::id());
        let path = env::temp_dir().join(name);
        fs::create_dir_all(path.join("src")).expect("there is room for a crate");
        Self { path, count }
    }

    // All are built in one place, where two of one name would overwrite each other.
    fn manifest(&self) -> String {
        let runtime = tools::sources().join("../runtime");
        format!(
            "[package]\nname = \"pasted-{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\nserde_json = {{ version = \"1\", features = [\"preserve_order\"] }}\n\
             tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\
             vetrina = {{ path = \"{}\", features = [\"client\"] }}\n\n[workspace]\n",
            self.count,
            runtime.display()
        )
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path.join(path), text).expect("there is room for a file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that is left behind is only untidy.
        let _ = fs::remove_dir_all(&self.path);
    }
}
