//! Values that all sessions share.

use std::{sync::atomic::Ordering, thread};

use serde_json::json;

use super::{Page, examples};
use crate::session;

mod app {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use vetrina::prelude::*;

    pub(super) static MADE: AtomicUsize = AtomicUsize::new(0);

    /// Stands for what is costly to load.
    struct Model;

    impl Default for Model {
        fn default() -> Self {
            MADE.fetch_add(1, Ordering::SeqCst);
            Self
        }
    }

    #[endpoint]
    fn ask(model: Shared<Model>) -> usize {
        model.read(|_| MADE.load(Ordering::SeqCst))
    }
}

mod both {
    use vetrina::prelude::*;

    #[derive(Default)]
    struct Scores(Vec<i64>);

    #[derive(Default)]
    struct Mine(Vec<i64>);

    /// What everybody sent beside what this session did.
    #[endpoint(outputs = (Json::new().label("All"), Json::new().label("Mine")))]
    fn track(score: i64, all: Shared<Scores>, mine: State<Mine>) -> (Vec<i64>, Vec<i64>) {
        let add = |list: &mut Vec<i64>| {
            list.push(score);
            list.clone()
        };
        (
            all.update(|Scores(all)| add(all)),
            mine.update(|Mine(mine)| add(mine)),
        )
    }

    #[endpoint(concurrency_limit = 16)]
    fn count(all: Shared<Scores>) -> usize {
        all.update(|Scores(all)| {
            all.push(0);
            all.len()
        })
    }
}

fn both() -> Page {
    Page::of(concat!(module_path!(), "::both"))
}

#[test]
fn seed_000_02_one_app_has_both_kinds_of_persistence() {
    let page = both();
    let (one, two) = (session(), session());
    let track = |score: i64, session: &str| page.call("track", &json!([score]), session);
    assert_eq!(track(3, &one), json!([[3], [3], null]));
    assert_eq!(track(9, &two), json!([[3, 9], [9], null]));
    assert_eq!(track(1, &one), json!([[3, 9, 1], [3, 1], null]));
}

#[test]
fn seed_000_03_every_call_of_every_user_sees_it() {
    let page = examples::score();
    let track = |score: i64| page.call("track_score", &json!([score]), &session());
    assert_eq!(track(5), json!([[5]]));
    assert_eq!(track(9), json!([[9, 5]]));
}

#[test]
fn seed_000_04_what_is_costly_is_made_once() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let sessions = [session(), session(), session()];
    for call in 0..10 {
        let _ = page.call("ask", &json!([]), &sessions[call % 3]);
    }
    assert_eq!(app::MADE.load(Ordering::SeqCst), 1);
}

#[test]
fn seed_000_06_concurrent_users_lose_nothing() {
    let page = both();
    thread::scope(|scope| {
        for _ in 0..20 {
            let page = &page;
            scope.spawn(move || {
                let session = session();
                for _ in 0..5 {
                    let _ = page.run("count", &json!([]), Some(&session));
                }
            });
        }
    });
    assert_eq!(page.run("count", &json!([]), None)[0], 101);
}

#[test]
fn another_app_has_its_own() {
    let _ = both().call("track", &json!([5]), &session());
    assert_eq!(both().call("track", &json!([4]), &session())[0], json!([4]));
}
