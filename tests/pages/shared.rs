//! Values that all sessions share.

use std::{sync::atomic::Ordering, thread};

use serde_json::json;

use super::{Page, session};

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

mod scores {
    use vetrina::prelude::*;

    #[derive(Default)]
    struct Scores(Vec<i64>);

    #[derive(Default)]
    struct Mine(Vec<i64>);

    /// What everybody sent beside what this session did.
    #[endpoint(outputs = (Json::new().label("Top Scores"), Json::new().label("Mine")))]
    fn track(score: i64, all: Shared<Scores>, mine: State<Mine>) -> (Vec<i64>, Vec<i64>) {
        let mine = mine.update(|Mine(mine)| {
            mine.push(score);
            mine.clone()
        });
        let top = all.update(|Scores(all)| {
            all.push(score);
            all.sort_unstable_by(|a, b| b.cmp(a));
            all.iter().copied().take(3).collect()
        });
        (top, mine)
    }

    #[endpoint(concurrency_limit = 16)]
    fn count(all: Shared<Scores>) -> usize {
        all.update(|Scores(all)| {
            all.push(0);
            all.len()
        })
    }
}

fn scores() -> Page {
    Page::of(concat!(module_path!(), "::scores"))
}

#[test]
fn what_is_costly_is_made_once_000_04() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let sessions = [session(), session(), session()];
    for call in 0..10 {
        page.call("ask", &json!([]), &sessions[call % 3]);
    }
    assert_eq!(app::MADE.load(Ordering::SeqCst), 1);
}

#[test]
fn everybody_sees_it_beside_their_own_000_02_000_03_000_05() {
    let page = scores();
    let (one, two) = (session(), session());
    let track = |score: i64, session: &str| page.call("track", &json!([score]), session);
    assert_eq!(track(3, &one)[0], json!([3]));
    assert_eq!(track(9, &two)[0], json!([9, 3]));
    assert_eq!(track(1, &one)[0], json!([9, 3, 1]));
    let fourth = track(7, &two);
    assert_eq!(fourth[0], json!([9, 7, 3]));
    assert_eq!(fourth[1], json!([9, 7]));
}

#[test]
fn nothing_is_lost_between_concurrent_users_000_06() {
    let page = scores();
    thread::scope(|scope| {
        for _ in 0..20 {
            let page = &page;
            scope.spawn(move || {
                let session = session();
                for _ in 0..5 {
                    page.run("count", &json!([]), Some(&session));
                }
            });
        }
    });
    assert_eq!(page.run("count", &json!([]), None)[0], 101);
}

#[test]
fn another_app_has_its_own() {
    scores().call("track", &json!([5]), &session());
    assert_eq!(
        scores().call("track", &json!([4]), &session())[0],
        json!([4])
    );
}
