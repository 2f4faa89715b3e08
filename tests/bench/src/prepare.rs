//! Builds and installs what is to be measured.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::options::Options;
use crate::places;
use crate::rows::Group;
use crate::subject::{Programs, Subject};

/// Makes every program that the options ask for.
pub(crate) fn programs(options: &Options) -> Result<Programs> {
    let target = places::target()?;
    let programs = Programs {
        release: target.join("release"),
        gradio5: environment("BENCH_GRADIO5", &target.join("bench-venvs/gradio5")),
        gradio6: environment("BENCH_GRADIO6", &target.join("bench-venvs/gradio6")),
        rustview: target.join("bench-rustview/release/rustview-hello"),
        scripts: places::here().join("apps/gradio"),
        logs: target.join("bench-logs"),
    };
    fs::create_dir_all(&programs.logs)?;
    if options.groups == [Group::Build] {
        return Ok(programs);
    }
    for subject in &options.subjects {
        match subject {
            Subject::Limit => cargo_build(&["-p", "bench", "--bin", "bench-limit"])?,
            Subject::Vetrina => {
                // Apart from each other: together the hello program would get the features of both.
                cargo_build(&["-p", "hello"])?;
                cargo_build(&["-p", "bench", "--bin", "bench-vetrina"])?;
                cargo_build(&["-p", "bench", "--bin", "bench-every"])?;
                cargo_build(&["-p", "bench", "--bin", "bench-talk"])?;
            }
            Subject::Gradio5 => install(&programs.gradio5, "gradio==5.49.1")?,
            Subject::Gradio6 => install(&programs.gradio6, "gradio>=6,<7")?,
            Subject::Rustview => {
                let manifest = places::here().join("apps/rustview-hello/Cargo.toml");
                let target = target.join("bench-rustview");
                cargo_build(&[
                    "--locked",
                    "--manifest-path",
                    text(&manifest)?,
                    "--target-dir",
                    text(&target)?,
                ])?;
            }
            Subject::Axum => {}
        }
    }
    Ok(programs)
}

/// The cargo that runs this program.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end; what it prints is shown only if it fails.
pub(crate) fn run(command: &mut Command) -> Result<String> {
    let program = command.get_program().display().to_string();
    let output = command
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    let (printed, complaint) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    Err(format!("{command:?}: {}\n{printed}{complaint}", output.status).into())
}

pub(crate) fn cargo_build(arguments: &[&str]) -> Result<()> {
    eprintln!("  cargo build --release {}", arguments.join(" "));
    run(cargo()
        .current_dir(places::root())
        .args(["build", "--release"])
        .args(arguments))?;
    Ok(())
}

/// The interpreter of the Python environment that a variable names, else of one of ours.
fn environment(variable: &str, ours: &Path) -> PathBuf {
    env::var_os(variable)
        .map_or_else(|| ours.to_owned(), PathBuf::from)
        .join("bin/python")
}

/// Makes a Python environment with one package, unless it is there already.
fn install(python: &Path, package: &str) -> Result<()> {
    if Command::new(python)
        .args(["-c", "import gradio"])
        .output()
        .is_ok_and(|output| output.status.success())
    {
        return Ok(());
    }
    let folder = python
        .ancestors()
        .nth(2)
        .ok_or("an environment without a folder")?;
    eprintln!("  pip install '{package}'");
    run(Command::new("python3")
        .args(["-m", "venv", "--clear"])
        .arg(folder))?;
    run(Command::new(python).args(["-m", "pip", "install", "--quiet", package]))?;
    Ok(())
}

fn text(path: &Path) -> Result<&str> {
    Ok(path.to_str().ok_or("a path that is no text")?)
}
