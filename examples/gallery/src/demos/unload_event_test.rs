//! What is done when a page is closed: a line in a log, and a farewell to what was kept for it.

use std::{
    fs::{OpenOptions, create_dir_all, remove_file},
    io::Write as _,
    path::PathBuf,
    time::Duration,
};

use vetrina::{components::Kept, prelude::*};

#[page]
fn unload_event_test(ui: &mut Ui) {
    let number = ui.add(Number::new().value(0).label("Number"));
    let count = Kept::new(0).on_delete(|n| log(&format!("deleted {n}")));
    // Whoever reads the log does not wait for an hour.
    let count = if file().is_some() { count.time_to_live(Duration::from_secs(1)) } else { count };
    let count = ui.add(count);
    let increment = ui.add(Button::new("Increment"));
    increment.click(next, &count, (&number, &count)).api_name("increment");
    ui.unload(|| log("unloading"));
    ui.load(begin, (), ()).show_api(false);
}

fn next(n: u32) -> (u32, u32) {
    log(&format!("incremented {n}"));
    (n + 1, n + 1)
}

fn begin() {
    // There may be none yet.
    let _ = file().map(remove_file);
}

fn log(line: &str) {
    let file = file().map(|path| OpenOptions::new().create(true).append(true).open(path));
    if let Some(Ok(mut file)) = file {
        // Nobody reads a log that cannot be written.
        let _ = writeln!(file, "{line}");
    }
}

/// `<DEMO_LOG_DIR>/unload_event_test/output_log.txt`, where that is wanted.
fn file() -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("DEMO_LOG_DIR")?).join("unload_event_test");
    create_dir_all(&folder).ok()?;
    Some(folder.join("output_log.txt"))
}
