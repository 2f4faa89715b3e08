//! What a visitor sees of work that is stopped, kept, or fails in the middle.

use std::{sync::atomic::Ordering, time::Duration};

use vetrina_tests::{process::until, run, tools};

use super::Page;

mod app {
    use std::{
        sync::atomic::{AtomicU64, Ordering},
        thread::sleep,
        time::Duration,
    };

    use vetrina::{endpoint::Level, prelude::*};

    pub(super) static COUNT: AtomicU64 = AtomicU64::new(0);

    #[page]
    fn work(ui: &mut Ui) {
        let shown = ui.add(Number::new().label("Shown").precision(0));
        let [then, well, badly] =
            ["Then", "Well", "Badly"].map(|label| ui.add(Textbox::new().label(label)));
        let counting = ui.add(Button::new("Count")).click(count, (), &shown);
        counting.then(|| "then", (), &then);
        counting.success(|| "well", (), &well);
        counting.failure(|| "badly", (), &badly);
        ui.add(Button::new("Enough")).click.cancels(&counting);
        ui.add(Button::new("Break")).click(breaks, (), &shown);
        let done = ui.add(Textbox::new().label("Done"));
        ui.add(Button::new("Go through")).click(through, (), &done);
        ui.add(Button::new("Note")).click(note, (), ());
    }

    fn count() -> impl Iterator<Item = u64> {
        std::iter::repeat_with(|| {
            sleep(Duration::from_millis(20));
            COUNT.fetch_add(1, Ordering::Relaxed)
        })
    }

    fn breaks() -> impl Iterator<Item = Result<u64, Error>> {
        let item = |number| {
            sleep(Duration::from_millis(100));
            match number {
                43 => Err(Error::new("No more numbers").title("Broken")),
                number => Ok(number),
            }
        };
        (41..=43).map(item)
    }

    /// Two loops, one in the other.
    fn through(progress: Progress) -> &'static str {
        for _ in progress.iter(0..2).describe("Chapters") {
            for _ in progress.iter(0..8).unit("pages").describe("Pages") {
                sleep(Duration::from_millis(80));
            }
        }
        "read"
    }

    fn note(alerts: Alerts) {
        alerts.send(Alert::new(Level::Success, "Not for you").visible(false));
        alerts.send(
            Alert::new(Level::Success, "It is there")
                .title("Saved")
                .duration(None),
        );
    }
}

mod kept {
    use std::{thread::sleep, time::Duration};

    use vetrina::prelude::*;

    #[endpoint(cache)]
    fn letters(text: String) -> usize {
        sleep(Duration::from_millis(500));
        text.chars().count()
    }
}

fn look(script: &str, page: &Page) {
    let path = tools::sources().join(format!("queue/{script}.mjs"));
    let mut browser = tools::browser();
    browser.arg(path).arg(page.running.url());
    run(script, &mut browser, Duration::from_secs(120));
}

#[test]
fn work_is_shown_and_stopped() {
    let page = Page::of(concat!(module_path!(), "::app"));
    look("shows_and_stops", &page);
    // The script left while the page was counting.
    until(
        "the end of a run whose page is closed",
        Duration::from_secs(20),
        || {
            let before = app::COUNT.load(Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(200));
            (app::COUNT.load(Ordering::Relaxed) == before).then_some(())
        },
    );
}

#[test]
fn what_is_kept_is_said_to_be() {
    look(
        "answers_from_the_cache",
        &Page::of(concat!(module_path!(), "::kept")),
    );
}
