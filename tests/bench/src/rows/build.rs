//! How long cargo takes for the hello program, from nothing and after a change in the endpoint's body.
//!
//! Debug builds, in copies of their own with a target folder of their own: nothing of the working tree is changed,
//! and nothing that was built before helps anybody.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{Bench, progress};
use crate::Result;
use crate::places;
use crate::prepare::{cargo, run};
use crate::processor;
use crate::report::{Goal, Report, Row, Unit};
use crate::subject::Subject;

const CLEAN_BUILDS: usize = 3;
const CHANGES: usize = 5;
/// The text in the endpoint's body that is changed.
const GREETING: &str = "\"Hello, ";
/// What is not part of the source.
const NO_SOURCE: [&str; 3] = ["target", "node_modules", "__pycache__"];

/// A copy of a program's source.
#[derive(Debug)]
struct Project {
    folder: PathBuf,
    package: &'static str,
    /// The file with the endpoint, and its text as it was.
    file: PathBuf,
    text: String,
}

/// What one build took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    wall: Duration,
    processor: Duration,
}

pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let mut projects = Vec::new();
    for subject in bench.subjects(|_| true) {
        if let Some(project) = Project::of(subject)? {
            projects.push((subject, project));
        }
    }
    report.rows.extend(in_turn(
        "from nothing",
        &[Goal::AtMost(3.0, Subject::Axum)],
        &projects,
        CLEAN_BUILDS,
        |project, _| project.clean(),
    )?);
    report.rows.extend(in_turn(
        "after a change in the endpoint",
        &[Goal::AtMost(1.5, Subject::Axum)],
        &projects,
        CHANGES,
        Project::change,
    )?);
    Ok(())
}

/// Measures each project so many times, one after the other.
fn in_turn(
    name: &str,
    goals: &'static [Goal],
    projects: &[(Subject, Project)],
    times: usize,
    step: fn(&Project, usize) -> Result<Taken>,
) -> Result<[Row; 2]> {
    let mut taken = vec![Vec::new(); projects.len()];
    for time in 0..times {
        for ((subject, project), taken) in projects.iter().zip(&mut taken) {
            progress(&format!("build of {}, {name}", subject.name()));
            taken.push(step(project, time)?);
        }
    }
    let row = |name: String, part: fn(&Taken) -> Duration| {
        let mut row = Row::new("Build, debug", name, Unit::Seconds);
        for ((subject, _), taken) in projects.iter().zip(&taken) {
            row.set(
                *subject,
                taken
                    .iter()
                    .map(|taken| part(taken).as_secs_f64())
                    .collect(),
            );
        }
        row
    };
    let wall = row(name.into(), |taken| taken.wall).goals(goals);
    Ok([
        wall,
        row(format!("{name}, processor time"), |taken| taken.processor),
    ])
}

impl Project {
    /// Copies a subject's source; `None` if there is nothing to build.
    fn of(subject: Subject) -> Result<Option<Self>> {
        let (source, package, file) = match subject {
            Subject::Vetrina => (places::root(), "hello", "examples/hello/src/main.rs"),
            Subject::Rustview => (
                places::here().join("apps/rustview-hello"),
                "rustview-hello",
                "src/main.rs",
            ),
            Subject::Axum => (
                places::here().join("apps/axum-hello"),
                "axum-hello",
                "src/main.rs",
            ),
            Subject::Limit | Subject::Gradio5 | Subject::Gradio6 => return Ok(None),
        };
        let folder = places::target()?.join("bench-builds").join(subject.name());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        copy(&source, &folder)?;
        let file = folder.join(file);
        let text = fs::read_to_string(&file)?;
        if !text.contains(GREETING) {
            return Err(format!("no {GREETING} in {}", file.display()).into());
        }
        // Downloads are not what is measured.
        run(cargo().arg("fetch").current_dir(&folder))?;
        Ok(Some(Self {
            folder,
            package,
            file,
            text,
        }))
    }

    fn clean(&self) -> Result<Taken> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(target)?;
        }
        self.build()
    }

    fn change(&self, time: usize) -> Result<Taken> {
        fs::write(
            &self.file,
            self.text.replace(GREETING, &format!("\"Hello {time}, ")),
        )?;
        self.build()
    }

    fn build(&self) -> Result<Taken> {
        let mut command = cargo();
        command
            .args(["build", "--offline", "-p", self.package, "--target-dir"])
            .arg(self.folder.join("target"));
        let (start, before) = (Instant::now(), processor::of_ended_children()?);
        run(command.current_dir(&self.folder))?;
        let processor = processor::of_ended_children()?.saturating_sub(before);
        Ok(Taken {
            wall: start.elapsed(),
            processor,
        })
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        if hidden || NO_SOURCE.iter().any(|skipped| name == *skipped) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}
